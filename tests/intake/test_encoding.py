"""Bytes in the encodings that offices send become the text that was written."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin_desktop.intake.encoding import NotText, Unclear, decode, read

SIMPLIFIED = (
    "3月12日，云溪市政协召开主席会议，传达学习有关会议精神，审议年度协商工作计划。会议指出，要坚持问题导向，"
    "深入调查研究，把群众的所思所盼带到协商桌上，努力做到言之有据、言之有理、言之有度、言之有物。"
    "委员们建议：加快老旧小区改造，补齐社区养老、托育服务短板；完善城乡供水管网，让偏远山区的群众喝上放心水！"
)
TRADITIONAL = (
    "雲溪縣文史館日前舉辦鄉土文獻展覽，展出地方志、族譜、契約文書等三百餘件，吸引眾多讀者前來參觀。館長表示，"
    "這些珍貴資料記錄了先輩開墾山林、興修水利、創辦學堂的歷史，希望年輕一代從中認識家鄉、熱愛家鄉。"
)
MIXED = (
    "2026年3月12日，A区GDP增长5.2%，新增企业1,234家；详见http://example.cn/a?b=1 或致电0571-8888 8888。\r\n"
    "No.3 会议纪要 v2.0 (draft)\r\n联通5G基站 12 个，覆盖率98.6%。\r\n\r\n"
)
MIXED_TRADITIONAL = (
    "2026年3月12日，A區GDP增長5.2%，新增企業1,234家；詳見http://example.tw/a?b=1 或致電02-8888 8888。\r\n"
    "No.3 會議紀要 v2.0 (draft)\r\n聯通5G基站 12 個，覆蓋率98.6%。\r\n\r\n"
)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "big5")
SIZES = (10, 11, 12, 15, 20, 30, 50, 120, 400, 1_200, 5_000, 10_000)
BULLETINS = Path(__file__).parent / "bulletins"


def _windows(texts: tuple[str, ...], size: int, encoding: str) -> Iterator[str]:
    """Stretches of *size* characters that *encoding* has; blank ones say nothing and are left out."""
    chance = random.Random(f"{size} {encoding}")
    for text in texts:
        long = text * (size // len(text) + 2)
        for _ in range(max(3, min(60, 2_000 // size))):
            start = chance.randrange(len(long) - size)
            window = long[start : start + size]
            if not window.isspace() and window == window.encode(encoding, "ignore").decode(encoding):
                yield window


@pytest.fixture(scope="module")
def simplified() -> tuple[str, ...]:
    bulletins = (file.read_text(encoding="utf-8") for file in sorted(BULLETINS.glob("*.txt")))
    return SIMPLIFIED, MIXED, "".join(bulletins)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_comes_back_as_it_was_written(encoding: str, size: int, simplified: tuple[str, ...]) -> None:
    texts = (TRADITIONAL, MIXED_TRADITIONAL) if encoding == "big5" else (*simplified, TRADITIONAL)
    windows = list(_windows(texts, size, encoding))
    assert windows
    wrong = [window for window in windows if decode(window.encode(encoding)) != window]
    assert wrong == []


@pytest.mark.parametrize(
    ("content", "text"), [("联通".encode("gbk"), "联通"), ("关于".encode("gbk"), "关于")]
)
def test_two_characters_that_fit_another_encoding_are_the_likelier_text(content: bytes, text: str) -> None:
    assert decode(content) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("路\t4\r\nNo.", "gb18030"),  # · in UTF-8
        ("临沮: 2", "gb18030"),  # 還據 in Big5
        ("contents|◇", "gb18030"),  # 捯湴敮瑳粡 in UTF-16
        ("tw/a?b=1 或", "big5"),  # ┪ in GB18030
        ("(draft)\r\n聯", "big5"),  # 羛 in GB18030
        ("Copyright © 2024", "utf-8"),  # 漏 in GB18030
    ],
)
def test_one_character_among_ascii_is_the_one_that_offices_write(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(("encoding", "cut"), [("utf-8", 1), ("utf-8", 2), ("gb18030", 1), ("utf-16-le", 1)])
def test_a_last_character_that_is_cut_off_is_dropped(encoding: str, cut: int) -> None:
    assert decode(SIMPLIFIED[:40].encode(encoding)[:-cut]) == SIMPLIFIED[:39]


def test_plain_ascii_is_text() -> None:
    assert decode(b"Bulletin 3\r\n") == "Bulletin 3\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_damaged_text_is_a_persons_to_choose_and_the_likeliest_comes_first(encoding: str) -> None:
    text = TRADITIONAL if encoding == "big5" else SIMPLIFIED
    whole = text.encode(encoding)
    broken = whole[:30] + b"\xff" + whole[30:]
    with pytest.raises(Unclear) as caught:
        read(broken)
    assert caught.value.choices[0] == encoding
    assert set(caught.value.choices) == {"utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"}


def test_what_a_person_chose_is_read_and_what_does_not_fit_is_counted() -> None:
    broken = SIMPLIFIED.encode()[:30] + b"\xff" + SIMPLIFIED.encode()[30:]
    found = read(broken, "utf-8")
    assert found == (SIMPLIFIED[:12] + "\ufffd" + SIMPLIFIED[12:], "utf-8", 1)


def test_a_byte_order_mark_that_lies_is_a_persons_to_choose() -> None:
    with pytest.raises(Unclear) as caught:
        read(b"\xef\xbb\xbf" + SIMPLIFIED.encode("gb18030"))
    assert caught.value.choices[0] == "utf-8"


def _png() -> bytes:
    pixels = zlib.compress(bytes(random.Random(1).randbytes(20_000)))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(pixels)) + b"IDAT" + pixels


@pytest.mark.parametrize(
    "data",
    [_png(), b"\x00" * 400, bytes(range(32)) * 20, random.Random(2).randbytes(5_000)],
    ids=["picture", "zeros", "control characters", "noise"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data)
