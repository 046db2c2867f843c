"""Does a block look as headlines do in its file? The part of the evidence that formatting gives."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin_desktop.document.model import CellAlign
from bulletin_desktop.intake import looks
from bulletin_desktop.intake.looks import Setting
from bulletin_desktop.intake.paragraphs import Para
from bulletin_desktop.intake.shapes import Shape
from bulletin_desktop.intake.source import Look

_ALIKE = 4.0  # it looks like the headline of the article it would end, or like the file's first
_DEEPER = -8.0  # its style is a level below that headline's
_FAR = 3.5  # prominence of what nothing but a headline has
_FAMILY = 2  # other lines of one look that make it a heading among headings
_REACH = 40  # paragraphs in which they are looked for


def weigh(block: Sequence[Para], own: Para | None, family: int, setting: Setting | None) -> float:
    """Return the evidence that *block* begins an article, 0 where nothing has a look.

    *own* is the line that stands out most of the present article's headline; *family* is how many other
    lines near by look like the block.
    """
    if setting is None:
        return 0.0
    most = max(block, key=lambda para: para.prominence)
    if setting.title is not None and any(looks.alike(para.look, setting.title) for para in block):
        return _ALIKE
    if own is not None and own.prominence >= looks.TITLE:
        return _beside(most, own, family)
    if setting.title is not None and most.prominence < looks.HEADING:
        return -_ALIKE
    return 2.5 if most.prominence >= 3 else 1.0 if most.prominence >= looks.TITLE else 0.0


def _beside(most: Para, own: Para, family: int) -> float:
    """Weigh a block against a headline that stands out: as far, less far, not at all."""
    if most.look.level > max(own.look.level, 1):
        return _DEEPER
    if looks.alike(most.look, own.look):
        return _ALIKE
    if most.prominence < looks.HEADING:
        return -6.0
    if most.prominence >= _FAR and most.look.align is not CellAlign.LEFT:
        return 3.0
    related = family >= _FAMILY
    if most.prominence >= looks.TITLE and most.look.size >= own.look.size - 4:
        return -2.0 if related and most.look.align is CellAlign.LEFT else 1.0
    return -6.0 if related else -3.0


def is_plain(block: Sequence[Para], setting: Setting | None) -> bool:
    """Say whether the block looks like running text in a file whose headlines do not."""
    stands = any(para.prominence >= looks.HEADING for para in block)
    return setting is not None and setting.title is not None and not stands


def is_set_anew(article: Sequence[Para], rest: Sequence[Para]) -> bool:
    """Say whether text below is in another font than text above, as where two manuscripts meet."""
    above = next((para for para in reversed(article) if looks.is_text(para)), None)
    below = next((para for para in rest[:4] if looks.is_text(para)), None)
    return above is not None and below is not None and not looks.are_set_alike(above, below)


def family(paras: Sequence[Para], start: int, place: int) -> int:
    """Count the other short lines that look like the one at *place*, in its article and a little beyond."""
    look: Look = paras[place].look
    near = paras[max(start + 1, place - _REACH) : place + _REACH]
    shapes = (Shape.SHORT, Shape.HEADING)
    return sum(looks.alike(para.look, look) and para.shape in shapes for para in near if para.place != place)
