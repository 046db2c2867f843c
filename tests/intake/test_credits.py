"""Lines of credit taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_desktop.intake.credits import Credit, read


@pytest.mark.parametrize(
    ("credit", "unit", "authors", "role"),
    [
        ("（市政协办公室 张 弛）", "市政协办公室", ("张弛",), ""),
        ("（供稿：经济科 李望舒）", "经济科", ("李望舒",), "供稿"),
        ("供稿单位：临沮县政协办公室", "临沮县政协办公室", (), "供稿单位"),
        ("（青岗区政协供稿）", "青岗区政协", (), "供稿"),
        ("本报记者 方晓雨", "", ("方晓雨",), "记者"),
        ("澜川日报全媒体记者 方晓雨 白 洁", "澜川日报", ("方晓雨", "白洁"), "记者"),
        ("通讯员　米小禾", "", ("米小禾",), "通讯员"),
        ("（记者 方晓雨 通讯员 米小禾 见习记者 卓小溪）", "", ("方晓雨", "米小禾", "卓小溪"), "记者"),
        ("图/文 方晓雨", "", ("方晓雨",), "图/文"),
        ("文/方晓雨 图/白洁", "", ("方晓雨",), "文"),
        ("方晓雨 文/图", "", ("方晓雨",), "文/图"),
        ("方晓雨 文", "", ("方晓雨",), "文"),
        ("（石桥县政协 欧阳文）", "石桥县政协", ("欧阳文",), ""),  # a name that ends so
        ("王宏图", "", ("王宏图",), ""),
        ("白洁 摄", "", ("白洁",), "摄"),
        ("（撰稿：徐清 审核：李真 编辑：徐清）", "", ("徐清",), "撰稿"),
        ("□ 方晓雨", "", ("方晓雨",), ""),
        ("——禾阳县政协 丁松年", "禾阳县政协", ("丁松年",), ""),
        ("方晓雨、白洁、米小禾", "", ("方晓雨", "白洁", "米小禾"), ""),
        ("县政协委员　柏小满", "县政协", ("柏小满",), ""),
        ("禾阳县政协办公室主任 丁松年", "禾阳县政协办公室", ("丁松年",), ""),
        ("作者单位：禾阳县第二小学", "禾阳县第二小学", (), "作者单位"),
        ("云溪市政协办公室方晓雨", "云溪市政协办公室", ("方晓雨",), ""),
        ("云溪市 方晓雨 白洁", "云溪市", ("方晓雨", "白洁"), ""),
        ("方晓雨（市政协委员）", "", ("方晓雨",), ""),
        ("（作者系临沮县政协委员）", "", (), ""),
        ("（综合）", "", (), ""),
        ("", "", (), ""),
    ],
)
def test_a_credit_is_taken_apart(credit: str, unit: str, authors: tuple[str, ...], role: str) -> None:
    assert read(credit) == Credit(unit, authors, role)


def test_an_editor_is_no_author() -> None:
    assert read("编辑：方晓雨 审核：白洁").authors == ()


def test_a_photographer_beside_an_author_is_none() -> None:
    assert read("撰文：方晓雨 摄影：白洁").authors == ("方晓雨",)


@given(st.text(max_size=80))
def test_any_line_can_be_read(credit: str) -> None:
    found = read(credit)
    assert all(found.authors)
    assert not set(found.unit) & set("\n\r")
