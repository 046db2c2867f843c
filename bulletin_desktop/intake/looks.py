"""What the looks of a file say: what stands out from the running text, and what a style names.

Text without formatting has no setting, and nothing here changes what is made of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from bulletin_desktop.document.model import CellAlign
from bulletin_desktop.intake import patterns
from bulletin_desktop.intake.paragraphs import Para
from bulletin_desktop.intake.recognition import Label, Why
from bulletin_desktop.intake.shapes import DOCUMENT_TITLE, Shape
from bulletin_desktop.intake.source import PLAIN, Look, Style
from bulletin_desktop.values import dataclass

TITLE = 2.0  # prominence from which a line may be a headline by its look
HEADING = 0.9  # and from which it may be a heading
_LARGER = 1.9  # points that make a title; documents go in steps of two and more
_TITLE_FACE = re.compile("标宋|中宋|大标|title", re.I)
_HEADING_FACE = re.compile("黑体|楷体|雅黑|SimHei|KaiTi|Hei|Kai", re.I)
_CONTENT_SIZE = 10  # characters of a line that counts for the size of running text
_Value = TypeVar("_Value")
_GIVEN = {Style.CAPTION: Label.CAPTION, Style.QUOTE: Label.QUOTE, Style.SALUTATION: Label.SALUTATION}


@dataclass(frozen=True, slots=True)
class Setting:
    """How the running text of a file is set, and the look of its first headline if that stands out."""

    size: float
    bold: bool
    align: CellAlign
    face: str
    title: Look | None = None


def settle(paras: Sequence[Para]) -> Setting | None:
    """Return the setting, None where nothing has a look; give the lines prominence, and shapes by look."""
    if all(para.look == PLAIN or _is_only_numbered(para.look) for para in paras):
        return None
    setting = _setting(paras)
    below = _texts_near(reversed(paras), setting)
    for para, above, text in zip(paras, _texts_near(paras, setting), reversed(below), strict=True):
        para.prominence = min(prominence(para.look, above), prominence(para.look, text))
    for para in paras:
        _reshape(para)
    return setting


def _texts_near(paras: Iterable[Para], setting: Setting) -> list[Setting]:
    """Return for each line how the last text before it is set: manuscripts pasted together differ."""
    near, found = setting, []
    for para in paras:
        found.append(near)
        if is_text(para):
            near = Setting(para.look.size, para.look.bold, para.look.align, para.look.face)
    return found


def is_text(para: Para) -> bool:
    """Say whether it is running text, long enough to tell how text is set."""
    return para.shape in (Shape.PROSE, Shape.NUMBERED) and len(para.text) >= 2 * _CONTENT_SIZE


def are_set_alike(one: Para, two: Para) -> bool:
    """Say whether two paragraphs of running text come from one manuscript, by their size and font."""
    sized = abs(one.look.size - two.look.size) < 0.9 or not (one.look.size and two.look.size)
    return sized and (one.look.face == two.look.face or not (one.look.face and two.look.face))


def with_title(setting: Setting | None, paras: Iterable[Para]) -> Setting | None:
    """Return *setting* with the look of the first headline, once masthead and contents are set aside."""
    return replace(setting, title=_title(paras)) if setting else None


def prominence(look: Look, setting: Setting) -> float:
    """Return how far a line stands out from the running text: 0 not at all, 2 as headlines do."""
    if look.style is Style.TITLE:
        return 4.0
    stands = 0.0
    if look.style is Style.HEADING or look.level:
        stands += 1.0 if max(look.level, 1) > 1 else 1.5
    if look.align is CellAlign.CENTER and setting.align is not CellAlign.CENTER:
        stands += 1.5
    if look.size and setting.size:
        larger = look.size - setting.size
        stands += 2.0 if larger > _LARGER else 1.0 if larger > 0.9 else -0.5 if larger < -0.9 else 0.0
    if look.bold and not setting.bold:
        stands += 1.0
    if look.face != setting.face:
        stands += 1.0 if _TITLE_FACE.search(look.face) else 0.9 if _HEADING_FACE.search(look.face) else 0.0
    return stands


def alike(one: Look, two: Look) -> bool:
    """Say whether two lines look the same to a reader."""
    same = one.align is two.align and one.bold == two.bold and abs(one.size - two.size) < 0.6
    return same and (one.style is two.style or {one.style, two.style} <= {Style.NONE, Style.LIST})


def is_right(look: Look) -> bool:
    """Say whether a line stands at the right, as signatures and dates do."""
    return look.align is CellAlign.RIGHT


def _is_only_numbered(look: Look) -> bool:
    return look == Look(numbered=look.numbered, new_page=look.new_page)


def _setting(paras: Sequence[Para]) -> Setting:
    """Return what most characters of the longer lines have; of all lines if none is long."""
    long = [para for para in paras if is_text(para)]
    counted = long or [para for para in paras if len(para.text) >= _CONTENT_SIZE] or list(paras)
    sizes: Counter[float] = Counter()
    faces: Counter[str] = Counter()
    aligns: Counter[CellAlign] = Counter()
    bold = 0
    for para in counted:
        weight = len(para.text)
        sizes[para.look.size] += weight
        faces[para.look.face] += weight
        aligns[para.look.align] += weight
        bold += weight if para.look.bold else -weight
    return Setting(_most(sizes), bold > 0, _most(aligns), _most(faces))


def _most(counts: Counter[_Value]) -> _Value:
    return counts.most_common(1)[0][0]


def _reshape(para: Para) -> None:
    """Let a style or a look that names what a line is decide where the words leave it open."""
    style = para.look.style
    if style is Style.CONTENTS:
        para.shape, para.why = Shape.DIVIDER, Why.CONTENTS
    elif style in _GIVEN and para.shape is not Shape.DIVIDER:
        para.given = _GIVEN[style]
        para.shape = Shape.COLON if style is Style.SALUTATION else Shape.FIXED
    elif style is Style.NOTE or (para.look.numbered and not para.level):
        para.shape = Shape.FIXED
    elif style is Style.DATE and patterns.DATE.search(para.text):
        para.shape = Shape.DATE
    elif style is Style.SUBTITLE and para.shape in (Shape.SHORT, Shape.PROSE, Shape.BRACKETS):
        para.shape = Shape.DASHED
    elif para.prominence >= TITLE and _could_be_title(para):
        para.shape = Shape.SHORT


def _could_be_title(para: Para) -> bool:
    """Say whether only its look makes a headline of the line: too long, a word as of a list, a full stop."""
    if len(para.text) > DOCUMENT_TITLE or "\t" in para.text or patterns.heading(para.text):
        return False
    if para.text.endswith(("：", "，", "、", "；")) or patterns.INSIDE.search(para.text[:-1]):
        return False
    if patterns.SENTENCE_END.search(para.text) and para.look.style is not Style.TITLE:
        return False
    open_end = para.shape is Shape.FIXED and patterns.KEY_VALUE.match(para.text)
    return para.shape in (Shape.PROSE, Shape.FIXED) and not open_end


def _title(paras: Iterable[Para]) -> Look | None:
    """Return the look of the most prominent short line above the first text, None where none stands out."""
    above: list[Para] = []
    for para in paras:
        if para.is_prose and above:
            break
        if para.shape is Shape.SHORT:
            above.append(para)
    best = max(above, key=lambda para: para.prominence, default=None)
    return best.look if best is not None and best.prominence >= TITLE else None
