"""Anchors for the way back: a hidden bookmark round every paragraph's content and every article.

Measured: range bookmarks survive LibreOffice's docx, odt, doc and rtf; w14:paraId, content controls and
document variables do not.
"""

from __future__ import annotations

from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """Which part of the issue a bookmark stands round. *block* None is the whole article.

    A last full stop or comma may stand behind the bookmark, still in its paragraph.

    *article* None is the issue's own furniture, and *block* then the item's role (masthead, imprint …).
    """

    bookmark: str
    article: str | None
    block: str | None


class Anchors:
    """Hands out bookmarks: ids unique in the document, names of at most 40 characters (Word's limit)."""

    def __init__(self, export_id: str) -> None:
        self._prefix = f"_b{export_id}_"
        if not self._prefix.isidentifier() or len(self._prefix) > 34:
            raise ValueError(f"an export id is letters and digits, at most 31: {export_id!r}")
        self._made: list[Anchor] = []

    def new(self, article: str | None, block: str | None) -> int:
        """Make a bookmark and return its number, which is also its w:id."""
        number = len(self._made)
        self._made.append(Anchor(self.name(number), article, block))
        return number

    def name(self, number: int) -> str:
        """Return the name of bookmark *number*."""
        return f"{self._prefix}{number}"

    def start(self, number: int) -> str:
        """Return the element that opens bookmark *number*."""
        return f'<w:bookmarkStart w:id="{number}" w:name="{self._prefix}{number}"/>'

    @staticmethod
    def end(number: int) -> str:
        """Return the element that closes bookmark *number*."""
        return f'<w:bookmarkEnd w:id="{number}"/>'

    def made(self) -> tuple[Anchor, ...]:
        """Return every bookmark handed out, in the document's order."""
        return tuple(self._made)
