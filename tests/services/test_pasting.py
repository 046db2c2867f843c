"""From what lies on the clipboard to a part of an article."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from bulletin_desktop.document.model import Paragraph, Picture, Table
from bulletin_desktop.document.schema import check
from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.pasted import FoundPicture, Pasted
from bulletin_desktop.intake.pasted_table import MOST_ROWS
from bulletin_desktop.services import pasting
from bulletin_desktop.services.pasting import Clip
from bulletin_desktop.services.pictures import PictureInfo


def png(size: tuple[int, int] = (20, 10)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, "PNG")
    return out.getvalue()


def img(content: bytes, size: str = "") -> str:
    return f"<img {size} src='data:image/png;base64,{base64.b64encode(content).decode()}'>"


def read(clip: Clip) -> Pasted:
    found = pasting.read(clip)
    assert found is not None
    return found


def test_text_without_html_is_left_to_be_taken_as_text() -> None:
    assert pasting.read(Clip(text="一行\n二行")) is None
    assert pasting.read(Clip(html="<meta charset=utf-8>", text="一行")) is None


def test_cells_as_text_are_a_table() -> None:
    (table,) = read(Clip(text='乡镇\t户数\n"云溪\n镇"\t120\n')).parts
    check(table)
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["乡镇", "户数"], ["云溪 镇", "120"]]


def test_of_html_made_to_keep_a_reader_busy_the_text_is_taken() -> None:
    hostile = "<div>" * 50_000
    found = read(Clip(hostile, "文字"))
    assert (found.parts, found.losses.markup) == ((), 1)
    found = read(Clip(hostile, "甲\t乙\n丙\t丁"))
    assert len(found.parts) == found.losses.markup == 1


def test_a_sheet_of_5000_rows_is_cut_and_counted() -> None:
    row = "<tr>" + "<td>1</td>" * 20 + "</tr>"
    text = "\n".join("\t".join("1" * 20) for _ in range(5000))
    found = read(Clip(f"<table>{row * 5000}</table>", text))
    (table,) = found.parts
    assert isinstance(table, Table)
    assert (len(table.rows), found.losses.rows) == (MOST_ROWS, 5000 - MOST_ROWS)


def test_a_book_is_refused_with_a_sentence() -> None:
    for clip in (Clip(text="文字\n" * 6000), Clip(text="文" * 600_000), Clip("<p>文" * 6000)):
        with pytest.raises(UserError, match="more than an article holds"):
            pasting.read(clip)


def test_pictures_are_made_ready_and_lost_ones_counted() -> None:
    found = pasting.with_pictures_ready(read(Clip("甲" + img(png()) + img(b"no picture"))))
    assert pasting.contents(found) == (png(),)
    assert found.losses.pictures == 1


def test_a_picture_from_the_web_is_the_one_that_lies_beside_it() -> None:
    assert pasting.contents(read(Clip("<img src=https://x/y.png>", "", png()))) == (png(),)
    found = read(Clip("甲<img src=https://x/y.png><img src=https://x/z.png>", "甲", png()))
    assert (pasting.contents(found), found.losses.web_pictures) == ((), 2)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("", (53, 26)),
        ("width=96", (254, 127)),
        ("width=96 height=96", (254, 254)),
        ("width=700", (1560, 780)),
    ],
)
def test_a_picture_has_the_size_of_its_place_but_fits_the_text(
    stated: str, expected: tuple[int, int]
) -> None:
    found = read(Clip("<p>甲</p>" + img(png(), stated) + "乙"))
    infos = {png(): PictureInfo("0" * 64, "png", (20, 10), (96.0, 96.0))}
    fragment = pasting.fragment(found, infos, 1560)
    first, picture, last = fragment.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == expected
    assert (fragment.open_start, fragment.open_end) == (False, True)


def test_a_picture_the_library_did_not_take_is_left_out() -> None:
    found = Pasted((FoundPicture(png()),))
    assert pasting.fragment(found, {}, 1560).blocks == ()


def test_the_first_table_of_a_clip_or_its_text() -> None:
    made, _ = pasting.table(Clip("<p>x</p><table><tr><td>m<sup>2</sup><td>乙</table>")) or (None, None)
    assert made is not None
    assert len(made.rows[0][0].spans) == 2
    made, losses = pasting.table(Clip("<p>x</p>", "甲\t乙\n" * 600)) or (None, None)
    assert made is not None
    assert losses is not None
    assert (len(made.rows), losses.rows) == (MOST_ROWS, 100)
    assert pasting.table(Clip("<p>x</p>", " ")) is None
