"""Issue and template in, the paragraphs of the printed issue out.

Vertical space is blank lines of the grid. What depends on pages (the contents' numbers, the blank
lines above the imprint) comes in from the typesetter, which asks again when pages move.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from bulletin_desktop.document.model import (
    Article,
    Block,
    Imprint,
    Issue,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Table,
)
from bulletin_desktop.typeset import pictures
from bulletin_desktop.typeset.layout import Item, Rule, Style, TextRun
from bulletin_desktop.typeset.tables import TableBox, cell_texts
from bulletin_desktop.typeset.template import Template

_SIGNING = {Role.SIGNATURE, Role.DATE}
_WIDE_SPACE = "\u3000"
_ANY_TITLE = "栏目"  # as high as any section title of one line


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes items. *text_width* measures a text in a style, *line_count* breaks and counts it.

    *set_table* breaks a table into rows.
    """

    template: Template
    text_width: Callable[[str, Style], float]
    line_count: Callable[[Item], int]
    set_table: Callable[[Table], TableBox]

    def masthead(self, issue: Issue) -> tuple[Item, ...]:
        """Return the top of page 1: eight lines of the grid and what is left blank after them."""
        head, settings = issue.masthead, self.template.masthead
        rule = Rule(settings.rule_y, settings.rule, settings.rule_color)
        return (
            self._line("masthead-marks", _tabbed(head.classification, head.copy_number)),
            replace(self.blank(), role="masthead"),
            self._line("masthead-name", head.name),
            self._line("masthead-issue", issue_number(issue)),
            self._line("masthead-unit", _tabbed(head.unit, date_text(issue.date))),
            replace(self._line("masthead-rule", ""), rules=(rule,)),
            *self.blanks(settings.lines_after),
        )

    def contents(self, issue: Issue, pages: Mapping[str, int]) -> tuple[Item, ...]:
        """Return the list of articles with the numbers in *pages*; nothing for too few articles."""
        settings = self.template.contents
        if sum(1 for _ in issue.articles()) < settings.minimum:
            return ()
        items = [self._part("contents", "contents-title", settings.title)]
        for section in issue.sections:
            titled = [article for article in section.articles if article.title]
            if section.title and titled:
                items.append(self._part("contents", "contents-section", section.title))
            for article in titled:
                entry = self._part(
                    "contents", "contents-entry", f"{article.title}\t{pages.get(article.id, 0)}"
                )
                items.append(replace(entry, link=article.id, shaped=True))
        return (*items, *self.blanks(settings.lines_after))

    def between(self, section_title: str, first: bool) -> tuple[Item, ...]:
        """Return what stands before an article: blank lines, and the section's title if it opens one."""
        spacing = self.template.article
        items = () if first else self.blanks(spacing.lines_before)
        if section_title:
            items += (self._part("section", "section", section_title), *self._gap("headline-gap", 1))
        return items

    def article(self, article: Article) -> tuple[Item, ...]:
        """Return an article from kicker to credit. Raises UserError for what cannot be set yet."""
        items: list[Item | PageBreak] = [*self._head(article)]
        for signing, blocks in groupby(article.blocks, _is_signing):
            if signing:
                items += self._signature(article, [block for block in blocks if isinstance(block, Paragraph)])
            else:
                for block in blocks:
                    items += self._block(article, block, items)
        if article.credit:
            credit = self._part("credit", "credit", article.credit)
            items.append(replace(credit, article=article.id, block="credit", with_previous=True))
        return tuple(_around_tables(tuple(_with_page_breaks(items)), self.blank()))

    def imprint(self, foot: Imprint) -> tuple[Item, ...]:
        """Return the foot of the last page, with its rules; nothing if all its fields are empty."""
        settings = self.template.imprint
        outer, inner, y = settings.outer_rule, settings.inner_rule, settings.rule_y
        lists = (("报：", foot.report_to), ("送：", foot.send_to), ("发：", foot.distribute_to))
        items = [self._part("imprint", "imprint", label + names) for label, names in lists if names]
        people = (("编辑：", foot.editor), ("审核：", foot.reviewer), ("签发：", foot.issuer))
        left = (_WIDE_SPACE * 2).join(label + name for label, name in people if name)
        right = f"共印{foot.copies}份" if foot.copies else ""
        if left or right:
            last = self._part("imprint", "imprint-last", _tabbed(left, right))
            items.append(replace(last, rules=(Rule(y, inner),)) if items else last)
        if not items:
            return ()
        items[0] = replace(items[0], rules=(Rule(y, outer),))
        height = self.line_count(items[-1]) * items[-1].style.pitch
        items[-1] = replace(items[-1], rules=(*items[-1].rules, Rule(height, outer)))
        return tuple(items)

    def blank(self) -> Item:
        """Return one blank line of the grid."""
        return Item("blank", self.template.style("blank"))

    def blanks(self, count: int) -> tuple[Item, ...]:
        """Return *count* blank lines that say nothing at a page's top."""
        return (replace(self.blank(), skip_at_top=True),) * count

    def _head(self, article: Article) -> Iterator[Item]:
        """Kicker, headline and subtitle: all share a page with the first lines of the text."""
        spacing = self.template.article
        parts = [
            ("kicker", article.kicker),
            ("headline", "\n".join(article.headline)),
            ("subtitle", article.subtitle),
        ]
        printed = [(role, text) for role, text in parts if text]
        for role, text in printed:
            item = self._part(role, role, text)
            yield replace(
                item, article=article.id, block=role, shaped=role == "headline", keep=spacing.headline_keep,
            )  # fmt: skip
        if printed:
            yield from self._gap("headline-gap", spacing.lines_after_headline, keep=spacing.headline_keep)

    def _block(
        self, article: Article, block: Block, before: Sequence[Item | PageBreak]
    ) -> tuple[Item | PageBreak, ...]:
        match block:
            case Paragraph():
                item = self._paragraph(article, block, self.template.style(block.role.value))
                return (replace(item, new_page=True) if block.role is Role.ATTACHMENT else item,)
            case PageBreak():
                return (block,)
            case Picture():
                above = self._kept_lines(before)
                return pictures.items(block, article.id, self.template, above, self.line_count)
            case Table():
                return (self._table(article, block),)
            case _:
                assert_never(block)

    def _kept_lines(self, before: Sequence[Item | PageBreak]) -> int:
        """The height, in lines of the grid, of what must share a page with the item that comes next.

        At an article's very beginning that is also the section's title, which may stand above it.
        """
        kept: list[Item] = []
        for item in reversed(before):
            if isinstance(item, PageBreak) or not item.style.keep_next:
                break
            kept.append(item)
        if len(kept) == len(before):
            kept += self.between(_ANY_TITLE, first=True)
        height = sum(self.line_count(item) * item.style.pitch for item in kept)
        return -(-height // self.template.page.pitch)

    def _signature(self, article: Article, paragraphs: list[Paragraph]) -> Iterator[Item]:
        """Signature and date by GB/T 9704-2012, 7.3.5.2: placed so that the date's first character
        stands two right of the signature's, the longer of both two from the right edge.
        """
        spacing = self.template.article
        gap = self._gap("sign-gap", spacing.lines_before_signature)
        if gap:
            yield replace(gap[0], with_previous=True)
            yield from gap[1:]
        styles = {role: self.template.style(role.value) for role in _SIGNING}
        widths = {
            role: max(
                (self.text_width(p.text, styles[role]) for p in paragraphs if p.role is role), default=0.0
            )
            for role in _SIGNING
        }
        signed, dated = widths[Role.SIGNATURE], widths[Role.DATE]
        right = {Role.SIGNATURE: spacing.sign_right, Role.DATE: spacing.sign_right}
        if signed and dated:
            overhang = round(spacing.date_shift + dated - signed)
            right[Role.SIGNATURE] += max(0, overhang) if dated > signed else 0
            right[Role.DATE] -= 0 if dated > signed else overhang
        for nth, paragraph in enumerate(paragraphs):
            style = replace(styles[paragraph.role], right=max(0, right[paragraph.role]))
            item = self._paragraph(article, paragraph, style)
            yield replace(item, with_previous=True) if nth == 0 and not gap else item

    def _paragraph(self, article: Article, paragraph: Paragraph, style: Style) -> Item:
        runs = tuple(TextRun(span.text, span.marks) for span in paragraph.spans)
        return Item(paragraph.role.value, style, runs, article.id, paragraph.id)

    def _table(self, article: Article, block: Table) -> Item:
        table = self.set_table(block)
        style = self.template.style("table-cell")
        return Item("table", style, cell_texts(table.cells), article.id, block.id, table=table)

    def _part(self, role: str, style: str, text: str) -> Item:
        return Item(role, self.template.style(style), (TextRun(text),) if text else ())

    def _line(self, style: str, text: str) -> Item:
        return self._part("masthead", style, text)

    def _gap(self, style: str, count: int, keep: int = 0) -> tuple[Item, ...]:
        return (Item("blank", self.template.style(style), keep=keep),) * count


def issue_number(issue: Issue) -> str:
    """Return 第3期（总第105期）, or 增刊第1期."""
    kind = "增刊" if issue.supplement else ""
    running = f"（总第{issue.running_number}期）" if issue.running_number else ""
    return f"{kind}第{issue.number}期{running}"


def date_text(date: dt.date) -> str:
    """Return 2026年1月30日: Arabic digits without zeros before them (GB/T 9704-2012, 7.3.5.4)."""
    return f"{date.year}年{date.month}月{date.day}日"


def _tabbed(left: str, right: str) -> str:
    return f"{left}\t{right}" if right else left


def _is_signing(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in _SIGNING


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
