"""A picture as paragraphs of the printed issue: the picture, and its caption on the same page.

Measured in LibreOffice 7.4: in a line of an exact height a picture rises into the text above; in one of at
least N lines of the grid it stands at the line's foot and takes exactly those N lines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from bulletin_desktop.document.model import Picture
from bulletin_desktop.typeset.layout import Align, Item, Layout, Line, PictureBox, TextRun
from bulletin_desktop.typeset.template import Template

TWIPS_PER_TENTH = 1440 / 254
"""Twips in a tenth of a millimetre, the unit of `model.Picture`."""
_LEAST_LINES = 4  # a picture is not made smaller than this for what must stand above it


class Frame(NamedTuple):
    """Where a picture is printed: twips from the page's top left corner."""

    left: float
    top: float
    width: int
    height: int


def items(
    picture: Picture, article_id: str, template: Template, above: int, line_count: Callable[[Item], int]
) -> tuple[Item, ...]:
    """Return the picture and its caption, if it has one, both with the block's id.

    The picture is made smaller, never larger, to fit the template's share of the text width and one page
    with its caption and the *above* lines that must share it.
    """
    settings, page, style = template.picture, template.page, template.style("picture")
    caption = tuple(
        Item("caption", template.style("caption"), (TextRun(text),), article_id, picture.id)
        for text in (picture.caption,)
        if text
    )
    most = min(settings.lines, page.lines) - sum(line_count(item) for item in caption)
    room = most - above if most - above >= _LEAST_LINES else max(most, 1)
    width, height = _within(
        picture,
        min(page.text_width * settings.width // 100, page.text_width - style.left - style.right),
        max(room * page.pitch - settings.extra, 1),
    )
    lines = -(-(height + settings.extra) // page.pitch)
    style = replace(style, pitch=lines * page.pitch, keep_next=bool(caption))
    box = PictureBox(picture.sha256, width, height)
    return (Item("picture", style, (), article_id, picture.id, picture=box), *caption)


def frame(layout: Layout, line: Line) -> Frame | None:
    """Return where the picture of *line* is printed; None if it has none."""
    item = layout.placed[line.item].item
    box, style, page = item.picture, item.style, layout.template.page
    if box is None:
        return None
    free = page.text_width - style.left - style.right - box.width
    shift = {Align.CENTER: free / 2, Align.RIGHT: free}.get(style.align, 0.0)
    return Frame(page.left + style.left + shift, line.top + style.pitch - box.height, box.width, box.height)


def _within(picture: Picture, width: int, height: int) -> tuple[int, int]:
    """The size in twips, scaled down into *width* x *height*."""
    across, down = picture.width * TWIPS_PER_TENTH, picture.height * TWIPS_PER_TENTH
    scale = min(1.0, width / across, height / down)
    return max(1, int(across * scale)), max(1, int(down * scale))
