"""Bytes in the encodings that offices send become the text that was written."""

from __future__ import annotations

import random
import struct
import zlib

import pytest

from bulletin_desktop.intake.encoding import NotText, decode

SIMPLIFIED = (
    "3月12日，云溪市政协召开主席会议，传达学习有关会议精神，审议年度协商工作计划。会议指出，要坚持问题导向，"
    "深入调查研究，把群众的所思所盼带到协商桌上，努力做到言之有据、言之有理、言之有度、言之有物。"
    "委员们建议：加快老旧小区改造，补齐社区养老、托育服务短板；完善城乡供水管网，让偏远山区的群众喝上放心水！"
)
TRADITIONAL = (
    "雲溪縣文史館日前舉辦鄉土文獻展覽，展出地方志、族譜、契約文書等三百餘件，吸引眾多讀者前來參觀。館長表示，"
    "這些珍貴資料記錄了先輩開墾山林、興修水利、創辦學堂的歷史，希望年輕一代從中認識家鄉、熱愛家鄉。"
)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "big5")


@pytest.mark.parametrize("size", [10, 30, 120, 1_200, 20_000])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_comes_back_as_it_was_written(encoding: str, size: int) -> None:
    text = TRADITIONAL if encoding == "big5" else SIMPLIFIED
    text *= size // len(text) + 2
    chance = random.Random(size)
    for start in (chance.randrange(len(text) - size) for _ in range(12)):
        piece = text[start : start + size]
        assert decode(piece.encode(encoding)) == piece


@pytest.mark.parametrize(("encoding", "cut"), [("utf-8", 1), ("utf-8", 2), ("gb18030", 1), ("utf-16-le", 1)])
def test_a_last_character_that_is_cut_off_is_dropped(encoding: str, cut: int) -> None:
    assert decode(SIMPLIFIED[:40].encode(encoding)[:-cut]) == SIMPLIFIED[:39]


def test_plain_ascii_is_text() -> None:
    assert decode(b"Bulletin 3\r\n") == "Bulletin 3\r\n"


def test_broken_bytes_in_the_middle_are_shown_not_dropped() -> None:
    broken = SIMPLIFIED.encode()[:30] + b"\xff" + SIMPLIFIED.encode()[30:]
    assert decode(broken) == SIMPLIFIED[:12] + "\ufffd" + SIMPLIFIED[12:]


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
