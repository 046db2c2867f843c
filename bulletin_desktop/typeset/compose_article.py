"""One article's paragraphs: headline block, text with its headings and notes, attachments, credit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby
from typing import assert_never

from bulletin_desktop.document.model import (
    Article,
    Block,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Table,
)
from bulletin_desktop.typeset import pictures
from bulletin_desktop.typeset.compose_parts import Parts
from bulletin_desktop.typeset.compose_signature import SignatureComposer, is_signing
from bulletin_desktop.typeset.layout import Item, Style, TextRun
from bulletin_desktop.typeset.tables import TableBox, cell_texts
from bulletin_desktop.values import dataclass

_HEADINGS = {Role.HEADING1: 1, Role.HEADING2: 2, Role.HEADING3: 3, Role.HEADING4: 4}
_SENTENCE_END = re.compile("[。！？]")
_OWN_DASH = re.compile(r"[\s—―─－-]+")
_BRACKETED = re.compile(r"\s*[（(](.*)[）)]\s*")
_CLOSING = re.compile(r"敬\s*礼[！!。]?")  # of a letter: 此致 is indented, 敬礼 is not
_CLOSING_BEFORE = re.compile(r".*此\s*致[，,：:]?")
# 附件, 附件1, 附表2： label a page; 附件：1.… is the note that names them.
_LABEL = re.compile(r"附\s*[件表]?\s*[0-9一二三四五六七八九十]*\s*[：:]?")
_NOTE = re.compile(r"附\s*件?\s*[：:]\s*(?:[0-9]+\s*[.．、]\s*)?(?=\S)")
_NUMBERED_LABEL = re.compile(r"附\s*[件表]\s*[0-9一二三四五六七八九十]+\s*[：:]?\s*(?=\S)")
_NUMBER = re.compile(r"[0-9]+\s*[.．、]\s*")
_ANY_TITLE = "栏目"  # as high as any section title of one line
_LONGEST_TITLE = 60  # characters; a longer paragraph behind a label is text
_TITLE_ENDS = re.compile(r".*[。！？；：:，]")


@dataclass(frozen=True, slots=True)
class ArticleComposer:
    """Makes articles' items. *text_width* measures a text in a style, *line_count* counts an item's lines.

    *set_table* breaks a table into rows.
    """

    parts: Parts
    text_width: Callable[[str, Style], float]
    line_count: Callable[[Item], int]
    set_table: Callable[[Table], TableBox]
    _signatures: SignatureComposer = field(init=False)
    _leads: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_signatures", SignatureComposer(self.parts, self.text_width))
        object.__setattr__(self, "_leads", _leads(self.parts.template.words.note_leads))

    def article(self, article: Article) -> tuple[Item, ...]:
        """Return an article from kicker to credit."""
        items: list[Item | PageBreak] = [*self._head(article)]
        before: Block | None = None
        for signing, blocks in groupby(article.blocks, is_signing):
            group = list(blocks)
            if signing:
                paragraphs = [block for block in group if isinstance(block, Paragraph)]
                items += self._signatures.signature(article, paragraphs)
            else:
                for block, after in zip(group, (*group[1:], None), strict=True):
                    items += self._block(article, block, items, (before, after))
                    before = block
                before = group[-1]
        if article.credit:
            items.append(self._credit(article))
        return tuple(_around_tables(tuple(_with_page_breaks(items)), self.parts.blank()))

    def _head(self, article: Article) -> Iterator[Item]:
        """Kicker, headline and subtitle: all share a page with the first lines of the text."""
        spacing, words = self.parts.template.article, self.parts.template.words
        subtitle = (
            _OWN_DASH.sub("", article.subtitle, count=1)
            if _OWN_DASH.match(article.subtitle)
            else (article.subtitle)
        )
        parts = [
            ("kicker", article.kicker),
            ("headline", "\n".join(article.headline)),
            ("subtitle", words.subtitle.format(subtitle=subtitle) if subtitle else ""),
        ]
        printed = [(role, text) for role, text in parts if text]
        dropped = len(article.subtitle) - len(subtitle)
        leads = {"subtitle": len(words.subtitle.partition("{subtitle}")[0]) - dropped}
        for role, text in printed:
            item = replace(self.parts.part(role, role, text), lead=leads.get(role, 0))
            yield replace(item, article=article.id, block=role, shaped=True, keep=spacing.headline_keep)
        if printed:
            yield from self.parts.gap("headline-gap", spacing.lines_after_headline, spacing.headline_keep)

    def _credit(self, article: Article) -> Item:
        """The credit behind the text, in the template's words; its own brackets do not double those."""
        wording = self.parts.template.words.credit
        text, dropped = wording.format(credit=article.credit), 0
        bracketed = _BRACKETED.fullmatch(article.credit)
        if bracketed and wording != "{credit}":
            text, dropped = wording.format(credit=bracketed[1]), bracketed.start(1)
        credit = self.parts.part("credit", "credit", text)
        lead = len(wording.partition("{credit}")[0]) - dropped
        return replace(credit, article=article.id, block="credit", lead=lead, with_previous=True)

    def _block(
        self,
        article: Article,
        block: Block,
        items: Sequence[Item | PageBreak],
        beside: tuple[Block | None, Block | None],
    ) -> Iterator[Item | PageBreak]:
        match block:
            case Paragraph():
                yield from self._paragraph(article, block, *beside)
            case PageBreak():
                yield block
            case Picture():
                above = self._kept_lines(items)
                yield from pictures.items(block, article.id, self.parts.template, above, self.line_count)
            case Table():
                table, style = self.set_table(block), self.parts.template.style("table-cell")
                yield Item("table", style, cell_texts(table.cells), article.id, block.id, table=table)
            case _:
                assert_never(block)

    def _kept_lines(self, before: Sequence[Item | PageBreak]) -> int:
        """The height, in lines of the grid, of what must share a page with the item that comes next.

        At an article's very beginning that is also the section's title, which may stand above it.
        """
        template = self.parts.template
        kept: list[Item] = []
        for item in reversed(before):
            if isinstance(item, PageBreak) or not item.style.keep_next:
                break
            kept.append(item)
        if len(kept) == len(before):
            kept.append(self.parts.part("section", "section", _ANY_TITLE))
            kept += self.parts.gap("headline-gap", template.section.lines_after)
        height = sum(self.line_count(item) * item.style.pitch for item in kept)
        return -(-height // template.page.pitch)

    def _paragraph(
        self, article: Article, paragraph: Paragraph, before: Block | None, after: Block | None
    ) -> Iterator[Item]:
        role = paragraph.role
        if role is Role.ATTACHMENT:
            yield from self._attachment(article, paragraph, before, after)
        elif role in _HEADINGS:
            yield self._heading(article, paragraph, after)
        elif role is Role.NOTE and not _is(before, Role.NOTE):
            runs, lead = _runs(paragraph), self._leads.match(paragraph.text)
            if lead:
                runs = tuple(_split(runs, lead.end(), _in_heiti, _same))
            yield self._item(article, paragraph, self.parts.template.style("note"), runs)
        elif role is Role.BODY and _is_label(before):
            yield from self._attachment_title(article, paragraph)
        else:
            style = self.parts.template.style(role.value)
            if role is Role.BODY and _is_closing(paragraph, before):
                style = replace(style, first_line=0, first_line_chars=0)
            yield self._item(article, paragraph, style, _runs(paragraph))

    def _heading(self, article: Article, paragraph: Paragraph, after: Block | None) -> Item:
        """A heading. With text behind its sentence only that sentence looks like one (run-in heading).

        It stays with what follows unless text follows in it already, or its equal: a list of headings
        of one sentence each flows.
        """
        template = self.parts.template
        style, runs = template.style(paragraph.role.value), _runs(paragraph)
        end = _SENTENCE_END.search(paragraph.text)
        run_in = end is not None and end.end() < len(paragraph.text.rstrip())
        if end is not None and run_in:
            body = template.style("body").face
            if template.article.run_in and body != style.face:
                runs = tuple(_split(runs, end.end(), _same, lambda run: run._replace(face=body)))
            style = replace(style, keep_next=False, keep_lines=False)
        elif isinstance(after, Paragraph) and _HEADINGS.get(after.role, 9) <= _HEADINGS[paragraph.role]:
            style = replace(style, keep_next=False)
        return self._item(article, paragraph, style, runs)

    def _attachment(
        self, article: Article, paragraph: Paragraph, before: Block | None, after: Block | None
    ) -> Iterator[Item]:
        """The label of an attachment on its own page, or a line of the note that names the attachments."""
        text, template = paragraph.text, self.parts.template
        follows = _is(before, Role.ATTACHMENT)
        lead = _NOTE.match(text) or (_NUMBER.match(text) if follows else None)
        if lead is None and (follows or _is(after, Role.ATTACHMENT) or after is None):
            lead = _NUMBERED_LABEL.match(text)  # 附件1：名称, and no attachment behind it
        if lead is None or _LABEL.fullmatch(text):
            style = template.style("attachment")
            yield replace(self._item(article, paragraph, style, _runs(paragraph)), new_page=True)
            return
        if not follows:
            yield from self.parts.blanks(template.article.lines_before_attachments)
        style = template.style("attachment-note")
        own = round(self.text_width(lead[0], style))
        hanging = own if not follows or not _NUMBER.match(text) else max(own, self._note_width(before))
        room = template.page.text_width - style.left - style.right
        if hanging + style.first_line > room // 2:
            yield self._item(article, paragraph, style, _runs(paragraph))
            return
        left = style.left + style.first_line + hanging
        style = replace(style, left=left, first_line=-own, first_line_chars=0)
        yield self._item(article, paragraph, style, _runs(paragraph))

    def _note_width(self, before: Block | None) -> int:
        """How wide 附件：1. is, under whose end the further names stand."""
        style = self.parts.template.style("attachment-note")
        lead = _NOTE.match(before.text) if isinstance(before, Paragraph) else None
        return round(self.text_width(lead[0] if lead else "附件：1.", style))

    def _attachment_title(self, article: Article, paragraph: Paragraph) -> Iterator[Item]:
        """The title of an attachment stands centred on its third line (GB/T 9704-2012, 7.3.4)."""
        text = paragraph.text.strip()
        if not text or len(text) > _LONGEST_TITLE or _TITLE_ENDS.fullmatch(text):
            yield self._item(article, paragraph, self.parts.template.style("body"), _runs(paragraph))
            return
        spacing = self.parts.template.article
        yield from self.parts.gap("headline-gap", 1, spacing.headline_keep)
        title = self._item(
            article, paragraph, self.parts.template.style("attachment-title"), _runs(paragraph)
        )
        yield replace(title, shaped=True, keep=spacing.headline_keep)
        yield from self.parts.gap("headline-gap", spacing.lines_after_headline, spacing.headline_keep)

    @staticmethod
    def _item(article: Article, paragraph: Paragraph, style: Style, runs: tuple[TextRun, ...]) -> Item:
        return Item(paragraph.role.value, style, runs, article.id, paragraph.id)


def _runs(paragraph: Paragraph) -> tuple[TextRun, ...]:
    return tuple(TextRun(span.text, span.marks) for span in paragraph.spans)


def _same(run: TextRun) -> TextRun:
    return run


def _in_heiti(run: TextRun) -> TextRun:
    return run._replace(marks=run.marks | {Mark.HEITI})


def _split(
    runs: Sequence[TextRun],
    at: int,
    before: Callable[[TextRun], TextRun],
    behind: Callable[[TextRun], TextRun],
) -> Iterator[TextRun]:
    """The runs, those up to character *at* changed one way and those behind it another."""
    position = 0
    for run in runs:
        cut = min(max(at - position, 0), len(run.text))
        if cut:
            yield before(run._replace(text=run.text[:cut]))
        if cut < len(run.text):
            yield behind(run._replace(text=run.text[cut:]))
        position += len(run.text)


def _leads(words: str) -> re.Pattern[str]:
    """What opens an editor's note: one of *words*, in brackets or with a colon."""
    known = "|".join(re.escape(word) for word in words.split()) or "(?!)"
    return re.compile(rf"\s*(?:[【〔\[（(](?:{known})[】〕\]）)][：:]?|(?:{known})[：:])")


def _is(block: Block | None, role: Role) -> bool:
    return isinstance(block, Paragraph) and block.role is role


def _is_label(block: Block | None) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.role is Role.ATTACHMENT
        and _LABEL.fullmatch(block.text) is not None
    )


def _is_closing(paragraph: Paragraph, before: Block | None) -> bool:
    return (
        _CLOSING.fullmatch(paragraph.text.strip()) is not None
        and isinstance(before, Paragraph)
        and _CLOSING_BEFORE.fullmatch(before.text.strip()) is not None
    )


def _with_page_breaks(items: Sequence[Item | PageBreak]) -> Iterator[Item]:
    """A page break is a property of the item after it."""
    pending = False
    for item in items:
        if isinstance(item, PageBreak):
            pending = True
        else:
            yield replace(item, new_page=True) if pending else item
            pending = False


def _around_tables(items: Sequence[Item], blank: Item) -> Iterator[Item]:
    """A caption above a table stays with it, but not a picture's. A blank line keeps tables apart."""
    for above, item, below in zip((None, *items), items, (*items[1:], None), strict=False):
        before_table = below is not None and below.table is not None and not below.new_page
        if before_table and item.role == Role.CAPTION.value and not (above and above.picture):
            yield replace(item, style=replace(item.style, keep_next=True))
        else:
            yield item
            if before_table and item.table is not None:
                yield blank
