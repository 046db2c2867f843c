"""Writes an issue as one HTML file for an intranet: readable on any screen, printable, fetching nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from bulletin_desktop.document.model import Article, Issue
from bulletin_desktop.export import files
from bulletin_desktop.export.filenames import issue_title
from bulletin_desktop.export.html import styles
from bulletin_desktop.export.html.blocks import BlockWriter
from bulletin_desktop.export.html.markup import escaped
from bulletin_desktop.export.job import Job, Written
from bulletin_desktop.export.reading import ARTICLE, Part, entry_words, parts
from bulletin_desktop.typeset.layout import Item

# Also a browser that was told otherwise by the page's text would fetch nothing.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


class HtmlWriter:
    """Writes .html files: HTML5 in UTF-8, one style sheet, pictures inside."""

    def write(self, job: Job) -> Written:
        """See `Writer.write`. The export's id is an attribute of the document."""
        content = _Document(job).text().encode("utf-8")
        files.replace(job.path, content)
        return Written(hashlib.sha256(content).hexdigest())


class _Document:
    """One issue's document."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._template = job.layout.template
        self._blocks = BlockWriter(self._template, job)
        self._section_of = _sections(job.issue)

    def text(self) -> str:
        title = escaped(issue_title(self._job.issue))
        body = "".join(self._body())
        sheet = styles.sheet(self._template, self._blocks.used)
        return (
            "<!DOCTYPE html>\n"
            f'<html lang="zh-CN" data-export="{escaped(self._job.export_id)}">\n<head>\n'
            '<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            f"<title>{title}</title>\n<style>\n{sheet}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
        )

    def _body(self) -> Iterator[str]:
        """Yield the elements of the body; a titled section holds the articles up to the next one."""
        total, done = sum(1 for _ in self._job.issue.articles()), 0
        whole = list(parts(self._job.layout, self._job.issue))
        section: str | None = None  # the one whose element is open
        for nth, part in enumerate(whole):
            if part.role == "section" or (section and part.role == ARTICLE and self._leaves(part, section)):
                yield "</section>\n" if section else ""
                section = None
            if part.role == "section":
                section = self._section_after(whole[nth + 1 :])
                yield f"<section>\n{self._titles(part)}"
            elif part.role == ARTICLE:
                self._job.progress(done, total)
                done += 1
                yield self._article(part, 3 if section else 2)
            else:
                yield from ("</section>\n",) if section else ()
                section = None
                yield self._furniture(part)
        yield "</section>\n" if section else ""
        self._job.progress(total, total)

    def _leaves(self, part: Part, section: str) -> bool:
        return part.article is not None and self._section_of[part.article.id] != section

    def _section_after(self, rest: list[Part]) -> str:
        article = next((part.article for part in rest if part.article is not None), None)
        return self._section_of[article.id] if article else "none"

    def _titles(self, part: Part) -> str:
        return "".join(self._blocks.paragraph(item, "h2") for item in part.items)

    def _article(self, part: Part, level: int) -> str:
        """An article: its title lines in a header, then its blocks."""
        article, pieces = part.article, list(part.pieces())
        head = [piece for piece in pieces if isinstance(piece, Item) and piece.role in _HEAD]
        title = "".join(
            self._blocks.paragraph(item, f"h{level}" if item.role == "headline" else "p") for item in head
        )
        rest = "".join(self._blocks.pieces([piece for piece in pieces if piece not in head], level))
        new_page = ' class="new-page"' if part.items[0].new_page else ""
        header = f"<header>\n{title}</header>\n" if head else ""
        return f'<article id="{_anchor(article)}"{new_page}>\n{header}{rest}</article>\n'

    def _furniture(self, part: Part) -> str:
        if part.role == "contents":
            return f"<nav>\n{''.join(self._contents(part))}</nav>\n"
        name = self._template.style("masthead-name").id
        lines = "".join(
            self._blocks.paragraph(item, "h1" if item.style.id == name else "p")
            for item in part.items
            if item.text or item.rules
        )
        element = {"masthead": "header", "imprint": "footer"}.get(part.role, "div")
        return f"<{element}>\n{lines}</{element}>\n"

    def _contents(self, part: Part) -> Iterator[str]:
        """The contents as links; its page numbers are paper's own and stay there."""
        title = self._template.style("contents-title").id
        open_list = False
        for item in part.items:
            if (item.link is not None) != open_list:
                yield "<ul>\n" if item.link is not None else "</ul>\n"
                open_list = item.link is not None
            if item.link is None:
                yield self._blocks.paragraph(item, "h2" if item.style.id == title else "p")
            else:
                words = entry_words(item)
                name = self._blocks.named(item.style)
                yield f'<li class="{name}"><a href="#{_anchor_of(item.link)}">{escaped(words)}</a></li>\n'
        yield "</ul>\n" if open_list else ""


_HEAD = {"kicker", "headline", "subtitle"}


def _anchor(article: Article | None) -> str:
    return _anchor_of(article.id) if article else ""


def _anchor_of(article_id: str) -> str:
    return f"article-{escaped(article_id)}"


def _sections(issue: Issue) -> dict[str, str]:
    """Which section each article is in, by ids."""
    return {article.id: section.id for section in issue.sections for article in section.articles}
