"""Part of an article on its way from one place to another."""

from __future__ import annotations

from bulletin_desktop.document.model import Block, Paragraph
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Fragment:
    """Blocks cut out of a text. At an open end the first or last paragraph is only a part of one.

    An open end merges with the paragraph it comes to, a closed one stays a paragraph of its own.
    """

    blocks: tuple[Block, ...]
    open_start: bool = True
    open_end: bool = True

    @property
    def inline(self) -> bool:
        """Whether it is a stretch of text inside one paragraph."""
        alone = len(self.blocks) == 1 and isinstance(self.blocks[0], Paragraph)
        return alone and self.open_start and self.open_end

    @property
    def is_text(self) -> bool:
        """Whether it has paragraphs alone, no table, picture or page break."""
        return all(isinstance(block, Paragraph) for block in self.blocks)
