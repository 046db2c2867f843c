"""Pictures in the places where paging is hardest: after headlines, headings and breaks, at every height."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from dataclasses import replace

from PIL import Image

from bulletin_desktop.document.model import (
    Article,
    Block,
    Issue,
    Masthead,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
)


def _content() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), (90, 120, 60)).save(out, "PNG")
    return out.getvalue()


CONTENT = _content()
SHA256 = hashlib.sha256(CONTENT).hexdigest()
HIGH = (1500, 2200)  # more than a page with anything above it


def _text(key: str, lines: int) -> Paragraph:
    return Paragraph(key, Role.BODY, (Span("文" * (28 * lines - 3)),))


def _role(key: str, role: Role, text: str) -> Paragraph:
    return Paragraph(key, role, (Span(text),))


def _picture(key: str, width: int, height: int, caption: str = "图1") -> Picture:
    return Picture(key, SHA256, width, height, caption)


def _issue(*blocks: Block, headline: tuple[str, ...] = ("标题",), sections: tuple[str, ...] = ("",)) -> Issue:
    """One article of *blocks* in each section."""
    made = tuple(
        Section(
            f"s{n}",
            title,
            (
                Article(
                    f"a{n}", headline, blocks=tuple(replace(each, id=f"{each.id}-{n}") for each in blocks)
                ),
            ),
        )
        for n, title in enumerate(sections)
    )
    head = Masthead("云溪简报", "云溪县委办公室")
    return Issue("i", "p", 2026, 1, dt.date(2026, 1, 5), head, sections=made)


def issues() -> list[Issue]:
    """Return the cases, each an issue."""
    text, after = _text("t", 5), _text("u", 4)
    high = _picture("p", *HIGH)
    heading = _role("h", Role.HEADING1, "一、标题")
    lower = _role("g", Role.HEADING2, "（一）标题")
    signed = (_role("s", Role.SIGNATURE, "云溪县委"), _role("d", Role.DATE, "2026年1月5日"))
    several = [_picture(f"p{n}", 800, 500 + 20 * n, f"图{n}" if n % 3 else "") for n in range(9)]
    cases = [
        _issue(high, after, headline=tuple(f"标题第{n}行" for n in range(17))),
        _issue(high, after, headline=tuple(f"标题第{n}行" for n in range(22))),
        _issue(text, _picture("p", 1, 100_000, ""), after),
        _issue(text, _picture("p", 100_000, 1), after),
        _issue(*several, after),
        _issue(text, heading, high, after),
        _issue(text, heading, lower, replace(high, caption=""), after),
        _issue(high, after, sections=("要闻", "动态")),
        _issue(text, _picture("p", 1000, 1100), *signed),
        _issue(text, _role("a", Role.ATTACHMENT, "附件"), high, after),
        _issue(text, PageBreak("b"), high, PageBreak("c"), _picture("q", 800, 600)),
        _issue(replace(high, caption="")),
    ]
    fill = (_issue(_text("t", n), _picture("p", 900, 900), after) for n in range(1, 22, 3))
    return [*cases, *fill]
