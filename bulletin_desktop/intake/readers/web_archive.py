"""Web archives (.mht, .mhtml): a page and its pictures in one file, as browsers, Word and WPS save them."""

from __future__ import annotations

from dataclasses import replace

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import encoding
from bulletin_desktop.intake.readers import html_file, inline, mime
from bulletin_desktop.intake.reading import File, encoding_unclear
from bulletin_desktop.intake.source import Source


def read(file: File) -> Source:
    """Return what the page of the archive shows. Raises `UserError`, `EncodingUnclear`."""
    parts = list(mime.parts(file, mime.parse(file)))
    pages = [part for part in parts if part.media_type in ("text/html", "application/xhtml+xml")]
    # Frames of a page are parts like the page; the largest is what a person saw.
    page = max(pages, key=lambda part: len(part.content()), default=None)
    if page is None:
        raise UserError(
            "{name} is a web archive without a page in it, and was not read. "
            "Open it in a browser, select what is needed, copy, and paste it here.",
            name=file.name,
        )
    try:
        found = html_file.decoded(page.content(), page.charset, file.encoding)
    except encoding.Unclear as problem:
        raise encoding_unclear(file, problem.choices) from None
    except encoding.NotText:
        raise UserError(
            "{name} is a damaged web archive, and was not read. "
            "Open it in a browser, select what is needed, copy, and paste it here.",
            name=file.name,
        ) from None
    text = inline.with_pictures(found.text, parts, page.location)
    return html_file.source(file, found._replace(text=text))


def as_page(file: File, page: mime.Part, parts: list[mime.Part]) -> File:
    """Return a mail's body of HTML with its pictures, as a file in UTF-8."""
    try:
        found = html_file.decoded(page.content(), page.charset)
    except ValueError:
        return replace(file, content=page.content())
    return replace(
        file, content=inline.with_pictures(found.text, parts).encode("utf-8-sig", errors="replace")
    )
