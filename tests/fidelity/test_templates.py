"""Each of the program's templates, with everything its pages can hold, agrees with LibreOffice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bulletin_desktop.document.model import Adjustment, Article, Issue, Role
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity.conftest import Render
from tests.fidelity.fonts import installed
from tests.fidelity.random_issues import Writer
from tests.fidelity.rendered import RenderedPage
from tests.fidelity.test_agreement import printed, shown

pytestmark = pytest.mark.libreoffice

SEEDS = 2


class Furnisher(Writer):
    """Writes what plain articles do not hold as well: notes, lists, run-in headings, attachments."""

    def issue(self, articles: int) -> Issue:
        issue = super().issue(articles)
        sections = tuple(
            replace(section, articles=tuple(self._furnished(article) for article in section.articles))
            for section in issue.sections
        )
        return replace(issue, sections=sections, adjustments=self._adjustments())

    def _adjustments(self) -> tuple[tuple[Adjustment, int], ...]:
        pick = self._random
        return pick.choice([(), (), ((Adjustment.BODY_SPACING, -9),), ((Adjustment.PAGE_LINES, 23),)])

    def _furnished(self, article: Article) -> Article:
        pick, blocks = self._random, list(article.blocks)
        if pick.random() < 0.4:
            blocks.insert(0, self._paragraph(Role.NOTE, f"编者按：{self._text()}"))
        if pick.random() < 0.6:
            at = pick.randrange(len(blocks))
            blocks[at:at] = [
                self._paragraph(Role.HEADING2, f"（一）{self._words(3)}。{self._text()}"),
                *(self._paragraph(Role.HEADING3, f"{n}.{self._words(4)}。") for n in range(1, 5)),
                self._paragraph(Role.HEADING4, f"（1）{self._words(3)}"),
                self._paragraph(Role.BODY, self._text()),
            ]
        if pick.random() < 0.3:
            blocks += [
                self._paragraph(Role.BODY, "此致"),
                self._paragraph(Role.BODY, "敬礼！"),
                self._paragraph(Role.ATTACHMENT, f"附件：1.{self._words(9)}"),
                self._paragraph(Role.ATTACHMENT, f"2.{self._words(12)}"),
                self._paragraph(Role.SIGNATURE, self._words(3)),
                self._paragraph(Role.DATE, "2026年3月5日"),
                self._paragraph(Role.ATTACHMENT, "附件1"),
                self._paragraph(Role.BODY, self._words(pick.randint(2, 9))),
                self._paragraph(Role.BODY, self._text()),
            ]
        return replace(article, blocks=tuple(blocks))


def made(template_id: str, seed: int) -> Issue:
    articles = 1 + seed % 2 if template_id in ("zhengxie", "zhuanbao") else 2 + seed % 6
    return Furnisher(seed, latin=0.0).issue(articles)


def folios(layout: Layout) -> list[str | None]:
    numbers = [layout.folio(page.number) for page in layout.pages]
    return [None if number is None else layout.template.folio.text(number) for number in numbers]


def assert_agrees(layout: Layout, pages: Sequence[RenderedPage], measures: FileMeasures) -> None:
    assert printed(pages) == shown(layout, measures)
    assert [page.folio.text if page.folio else None for page in pages] == folios(layout)


def test_every_template_breaks_lines_and_pages_where_the_preview_does(
    render: Render, measures: FileMeasures
) -> None:
    names = [(own, seed) for own in template.BUILT_IN for seed in range(SEEDS)]
    issues = [made(own, seed) for own, seed in names]
    layouts = [
        Typesetter(installed(own), measures).layout(issue)
        for (own, _), issue in zip(names, issues, strict=True)
    ]
    for layout, pages in zip(layouts, render(layouts, issues), strict=True):
        assert_agrees(layout, pages, measures)


def test_page_numbers_stand_where_the_template_says(render: Render, measures: FileMeasures) -> None:
    changes = {
        "inner": '[folio]\nplace = "inner"',
        "center": '[folio]\nplace = "center"\nbefore = "第 "\nafter = " 页"',
        "later": "[folio]\nfirst_page = false\nstart = { pages = 7 }",
    }
    own = {name: installed("jianbao", text) for name, text in changes.items()}
    issue = Writer(5).issue(3)
    layouts = {name: Typesetter(one, measures).layout(issue) for name, one in own.items()}
    pages = dict(zip(layouts, render(list(layouts.values()), [issue] * len(layouts)), strict=True))
    left, right = 1587, 1587 + 8844
    first, second = (page.folio for page in pages["inner"][:2])
    assert first is not None
    assert second is not None
    assert first.left == pytest.approx(left + 280, abs=30)
    assert second.right + 140 == pytest.approx(right - 280, abs=170)
    assert [page.lines[-1].text for page in pages["center"]] == [
        f"第 {number} 页" for number in range(1, len(layouts["center"].pages) + 1)
    ]
    assert [page.folio.text if page.folio else None for page in pages["later"]] == folios(layouts["later"])
    assert folios(layouts["later"])[:2] == [None, "— 8 —"]
