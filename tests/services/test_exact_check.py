"""What the exact check says of two sets of pages."""

from __future__ import annotations

import pytest

from bulletin_desktop.errors import UserError
from bulletin_desktop.export.job import Cancelled
from bulletin_desktop.services import exact_check, office
from bulletin_desktop.services.exact_check import Difference, Place, compare
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity.random_issues import Writer


def pages(*texts: list[str]) -> list[list[Place]]:
    return [[Place(text, 37.0 + 10 * nth) for nth, text in enumerate(page)] for page in texts]


def test_the_same_lines_agree_whatever_their_spaces() -> None:
    found = compare(pages(["目　录", "一 二"], ["三"]), [["目录", "一二"], [" 三"]])
    assert (found.pages, found.lines, found.difference) == (2, 3, None)


def test_the_first_line_that_differs_is_named() -> None:
    found = compare(pages(["一", "二"], ["三", "四"]), [["一", "二"], ["三", "四五"]])
    assert found.difference == Difference(2, 2, "四", "四五", 47.0)
    assert found.lines == 3


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        ([["一"], ["三"]], Difference(1, 2, "二", "", 47.0)),
        ([["一", "二", "多"], ["三"]], Difference(1, 3, "", "多", 47.0)),
        ([["一", "二"]], Difference(2, 1, "三", "", 37.0)),
        ([["一", "二"], ["三"], ["四"]], Difference(3, 1, "", "四", 0.0)),
        ([["一", "二"], ["三"], []], Difference(3, 1, "", "", 0.0)),
    ],
)
def test_lines_and_pages_too_few_or_too_many_differ(theirs: list[list[str]], expected: Difference) -> None:
    assert compare(pages(["一", "二"], ["三"]), theirs).difference == expected


def test_invisible_characters_do_not_count() -> None:
    assert compare(pages(["甲\u00ad乙\u200b丙"]), [["甲乙丙"]]).difference is None


def test_without_libreoffice_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: None)
    issue = Writer(1).issue(1)
    with pytest.raises(UserError, match="not installed"):
        exact_check.check(_layout(issue), issue, FileMeasures())


@pytest.mark.libreoffice
def test_a_real_file_agrees_with_whatever_fonts_there_are_and_a_check_can_be_stopped() -> None:
    if office.find() is None:
        pytest.skip("needs LibreOffice Writer")
    issue = Writer(11).issue(3)
    layout, measures = _layout(issue), FileMeasures()
    checked = exact_check.check(layout, issue, measures)
    assert checked.difference is None
    assert checked.pages == len(layout.pages)
    assert checked.lines > 22
    with pytest.raises(Cancelled):
        exact_check.check(layout, issue, measures, stopped=lambda: True)


def _layout(issue: object) -> Layout:
    measures = FileMeasures()
    return Typesetter(template.load("jianbao").suited_to(measures), measures).layout(issue)
