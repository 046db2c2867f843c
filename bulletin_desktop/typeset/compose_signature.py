"""Signature and date below a letter or a notice (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bulletin_desktop.document.model import Article, Block, Paragraph, Role
from bulletin_desktop.typeset.compose_parts import Parts
from bulletin_desktop.typeset.layout import Item, Style, TextRun
from bulletin_desktop.values import dataclass

_SIGNING = (Role.SIGNATURE, Role.DATE)


@dataclass(frozen=True, slots=True)
class SignatureComposer:
    """Places signatures and dates. *text_width* measures a text in a style."""

    parts: Parts
    text_width: Callable[[str, Style], float]

    def signature(self, article: Article, paragraphs: Sequence[Paragraph]) -> Iterator[Item]:
        """Yield the blank lines above, then the paragraphs: the date's first character two right of the
        signature's, the longer of both two from the right edge (7.3.5.2).
        """
        spacing = self.parts.template.article
        gap = self.parts.gap("sign-gap", spacing.lines_before_signature)
        if gap:
            yield replace(gap[0], with_previous=True)
            yield from gap[1:]
        right = self._rights(paragraphs)
        for nth, paragraph in enumerate(paragraphs):
            named = self.parts.template.style(paragraph.role.value)
            style = replace(named, right=right[paragraph.role])
            runs = tuple(TextRun(span.text, span.marks) for span in paragraph.spans)
            item = Item(paragraph.role.value, style, runs, article.id, paragraph.id)
            yield replace(item, with_previous=True) if nth == 0 and not gap else item

    def _rights(self, paragraphs: Sequence[Paragraph]) -> dict[Role, int]:
        """How far left of the text block's right edge signature and date end."""
        template, spacing = self.parts.template, self.parts.template.article
        widths = {
            role: max(
                (self.text_width(p.text, template.style(role.value)) for p in paragraphs if p.role is role),
                default=0.0,
            )
            for role in _SIGNING
        }
        signed, dated = widths[Role.SIGNATURE], widths[Role.DATE]
        right = dict.fromkeys(_SIGNING, spacing.sign_right)
        if signed and dated:
            overhang = round(spacing.date_shift + dated - signed)
            right[Role.SIGNATURE] += max(0, overhang) if dated > signed else 0
            right[Role.DATE] -= 0 if dated > signed else overhang
        # A signature as wide as the page leaves nothing to place by: neither may be squeezed.
        return {
            role: max(0, min(right[role], round(template.page.text_width - widths[role])))
            for role in _SIGNING
        }


def is_signing(block: Block) -> bool:
    """Return whether a block belongs to a signature."""
    return isinstance(block, Paragraph) and block.role in _SIGNING
