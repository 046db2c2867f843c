"""What can still be read of a damaged text."""

from __future__ import annotations

import re

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span

_BLOCK = re.compile(r'\{"kind":')
_TEXT = re.compile(r'"text":"((?:[^"\\]|\\.)*)')
_ESCAPED = re.compile(r"\\(.)")
_UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd\ud800-\udfff\u2028\u2029\ufeff]+")
_MARK = "□"  # what offices print for a character that cannot be read


def article(data: bytes, own_id: str, title: str, credit: str) -> Article:
    """Return the article with the paragraphs of *data* as far as they are legible."""
    parts = _BLOCK.split(data.decode("utf-8", "replace"))
    texts = ("".join(_TEXT.findall(part)) for part in parts[1:])
    paragraphs = (Paragraph(new_id(), Role.BODY, (Span(line),)) for text in texts if (line := _clean(text)))
    headline = (_clean(title),) if _clean(title) else ()
    return Article(own_id, headline, credit=_clean(credit), blocks=tuple(paragraphs))


def _clean(text: str) -> str:
    return _UNREADABLE.sub(_MARK, _ESCAPED.sub(r"\1", text)).strip()
