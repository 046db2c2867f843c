"""The real window driven at random, by keys, drops and typing, against plain lists.

After each step the library holds what the lists say and the tree shows it; undoing every step at the end
gives the arrangement of the start. BULLETIN_STRESS_SECONDS makes it go on for as long as that, from other
beginnings.
"""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QPalette
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Masthead, Paragraph, Role, Section, Span
from bulletin_desktop.gui import start
from bulletin_desktop.gui.theme import Theme
from bulletin_desktop.gui.tree.nodes import STATES, Kind
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.i18n import ENGLISH, Catalog
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk
from tests.gui.window.plain_window import PlainWindow, Text

PATIENCE = 30.0
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SENTENCE = (
    "会议要求各级各部门压实责任细化措施，确保各项工作落到实处，让群众看到变化得到实惠，年底前全部完成。"
)
WORDS = st.text("云溪防汛工作简报", min_size=1, max_size=6)


def made_library(path: Path) -> PlainWindow:
    """Write a library of one issue with two sections and some manuscripts, and say what is in it."""
    plain = PlainWindow(["要闻", "动态", "来稿"], [[0, 1, 2], [3, 4], [5]], {})
    for number in range(6):
        plain.texts[number] = Text(
            f"第{number}篇稿件的标题", [f"{number}{SENTENCE}", f"{number}又{SENTENCE}"]
        )

    def article(number: int) -> Article:
        text = plain.texts[number]
        blocks = tuple(Paragraph(new_id(), Role.BODY, (Span(words),)) for words in text.paragraphs)
        return Article(new_id(), (text.headline,), blocks=blocks)

    sections = tuple(
        Section(new_id(), title, tuple(map(article, row)))
        for title, row in zip(plain.titles[:2], plain.sections[:2], strict=True)
    )
    issue = Issue(new_id(), "简报", 2026, 1, dt.date(2026, 1, 5), Masthead("简报"), sections=sections)
    with Library.open(path) as library:
        desk = Desk(library)
        publication = new_id()
        desk.apply(acts.CreatePublication(publication, "简报"))
        desk.apply(acts.CreateIssue(publication, issue))
        desk.apply(acts.AddArticles(MANUSCRIPTS, tuple(map(article, plain.sections[2])), 0))
    return plain


class RandomActs(RuleBasedStateMachine):
    """A window upon a library of its own, and what should be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "library.db"
        self.plain = made_library(path)
        self.start = [[*row] for row in self.plain.sections]
        self.application = QApplication.instance()
        self.window: MainWindow = start.open_window(self.application, path, Catalog.load(ENGLISH))
        self.tree, self.view = self.window.tree, self.window.tree.view
        self.tester = QAbstractItemModelTester(
            self.tree.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.tester.setUseFetchMore(False)  # only the view shall fetch, as in the program
        self.window.show()
        self.until(lambda: self.window.session.issue is not None)
        self.issue_id = self.tree.model.issues()[0]
        self.window.pages.setCurrentWidget(self.window.work_page)
        self.window.activateWindow()
        for holder in (self.issue_id, MANUSCRIPTS):
            self.tree.show_issue(holder)
        self.settle()

    def teardown(self) -> None:
        try:
            while self.plain.done:
                self.take_back()
            assert self.plain.sections == self.start
            self.both_hold_the_same()
            assert not self.window.work.stack.canUndo()
        finally:
            self.application.clipboard().clear()
            self.tester.deleteLater()
            self.window.close()
            self.window.deleteLater()
            for theme in self.application.findChildren(Theme):
                theme.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.folder.cleanup()

    # Waiting and looking

    def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, "what was waited for did not come"
            QTest.qWait(1)

    def settle(self) -> None:
        """Let everything that is under way come to its end."""
        self.window.editing.settle()
        quiet = 0
        while quiet < 3:
            QTest.qWait(1)
            busy = self.window.backend.lane.busy or self.window.session.unsaved
            quiet = 0 if busy else quiet + 1

    def stored(self) -> list[tuple[str, list[Text]]]:
        """What the desk says is there."""

        def read(desk: Desk) -> list[tuple[str, list[Text]]]:
            found = []
            for holder in (self.issue_id, MANUSCRIPTS):
                states = {
                    row.id: str(row.state) for s in desk.contents(holder).sections for row in s.articles
                }
                for section in desk.issue(holder).sections:
                    title = section.title if holder != MANUSCRIPTS else "来稿"
                    texts = [
                        Text(each.title, [block.text for block in each.paragraphs()], states[each.id])
                        for each in section.articles
                    ]
                    found.append((title, texts))
            return found

        return self.window.backend.wait(read)

    def ids(self) -> list[list[str]]:
        """The articles' ids as the tree has them, by section."""
        model = self.tree.model
        return [list(row) for holder in (self.issue_id, MANUSCRIPTS) for row in model.order(holder).values()]

    def node_id(self, number: int) -> str:
        section, position = self.plain.place(number)
        return self.ids()[section][position]

    @invariant()
    def both_hold_the_same(self) -> None:
        self.settle()
        assert self.stored() == self.plain.seen()

    @invariant()
    def the_tree_shows_it(self) -> None:
        model = self.tree.model
        for kind, holder, titles in (
            (Kind.ISSUE, self.issue_id, self.plain.seen()[:2]),
            (Kind.INBOX, MANUSCRIPTS, self.plain.seen()[2:]),
        ):
            node = model.node(model.find(kind, holder))
            shown = [each for each in node.descendants() if each.kind is Kind.ARTICLE]
            wanted = [text for _, texts in titles for text in texts]
            assert ["" if each.untitled else each.title for each in shown] == [t.headline for t in wanted]
            assert [each.state for each in shown] == [text.state for text in wanted]
        named = [each.title for each in model.walk() if each.kind is Kind.SECTION]
        assert named == self.plain.titles[:2]

    @invariant()
    def the_editor_shows_what_is_selected(self) -> None:
        article = self.window.editor.article()
        session = self.window.session
        if article is not None and session.issue is not None:
            assert session.article(article.id) == article

    # Choosing

    def some(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(self.plain.numbers()))

    def several(self, data: st.DataObject, least: int = 1) -> list[int]:
        numbers = self.plain.numbers()
        return data.draw(st.lists(st.sampled_from(numbers), min_size=least, max_size=3, unique=True))

    def choose(self, numbers: list[int]) -> None:
        """Select rows as clicks do, the first of the tree being the current one."""
        order = [number for number in self.plain.numbers() if number in numbers]
        self.tree.select(tuple(self.node_id(number) for number in order))
        self.view.setFocus()
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view, key, modifier)
        self.settle()

    def named(self, words: str) -> None:
        """Press F2, type a name, and leave it with Enter."""
        QTest.keyClick(self.view, Qt.Key.Key_F2)
        field = self.view.findChild(QLineEdit)
        field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.qWait(1)
        self.settle()

    # The acts

    @rule(data=st.data(), section=st.integers(0, 2), position=st.integers(0, 3))
    def drag(self, data: st.DataObject, section: int, position: int) -> None:
        numbers = self.several(data)
        position = min(position, len(self.plain.sections[section]))
        model = self.tree.model
        mime = model.mimeData([model.find(Kind.ARTICLE, self.node_id(number)) for number in numbers])
        before = [[*row] for row in self.plain.sections]
        self.plain.move(numbers, section, position)
        if self.plain.sections == before:
            self.plain.forget_last()
        if section == 2:
            parent = model.find(Kind.INBOX, MANUSCRIPTS)
        else:
            sections = [*model.order(self.issue_id)]
            parent = model.find(Kind.SECTION, sections[section])
        model.dropMimeData(mime, Qt.DropAction.MoveAction, position, 0, parent)
        self.settle()

    @rule(data=st.data())
    def step_down(self, data: st.DataObject) -> None:
        """Ctrl+Down leads through the issue's sections and ends with them; manuscripts have but one row."""
        number = self.some(data)
        section, position = self.plain.place(number)
        self.choose([number])
        if position + 1 < len(self.plain.sections[section]):
            self.plain.move([number], section, position + 2)
        elif section == 0:
            self.plain.move([number], 1, 0)
        self.press(Qt.Key.Key_Down, CTRL)

    @rule(data=st.data())
    def cut_and_paste(self, data: st.DataObject) -> None:
        numbers = self.several(data)
        target = self.some(data)
        if target in numbers:
            return
        before = [[*row] for row in self.plain.sections]
        section, position = self.plain.place(target)
        self.choose(numbers)
        self.press(Qt.Key.Key_X, CTRL)
        self.choose([target])
        self.plain.move(numbers, section, position + 1)
        if self.plain.sections == before:
            self.plain.forget_last()
        self.press(Qt.Key.Key_V, CTRL)

    @rule()
    def swap_sections(self) -> None:
        self.tree.select((next(iter(self.tree.model.order(self.issue_id))),))
        self.view.setFocus()
        self.plain.swap_sections()
        self.press(Qt.Key.Key_Down, CTRL)

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        numbers = self.several(data)
        if len(numbers) == len(self.plain.numbers()):
            return
        self.choose(numbers)
        self.plain.delete(numbers)
        self.press(Qt.Key.Key_Delete)

    @precondition(lambda self: len(self.plain.numbers()) < 12)
    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        numbers = self.several(data)
        self.choose(numbers)
        self.plain.duplicate(numbers)
        self.press(Qt.Key.Key_D, CTRL)

    @rule(data=st.data(), words=WORDS)
    def rename(self, data: st.DataObject, words: str) -> None:
        number = self.some(data)
        self.choose([number])
        if self.plain.texts[number].headline != words:
            self.plain.rename(number, words)
        self.named(words)

    @rule(section=st.integers(0, 1), words=WORDS)
    def rename_section(self, section: int, words: str) -> None:
        self.tree.select(([*self.tree.model.order(self.issue_id)][section],))
        self.view.setFocus()
        if self.plain.titles[section] != words:
            self.plain.rename_section(section, words)
        self.named(words)

    @rule(data=st.data(), nth=st.integers(0, 3))
    def set_state(self, data: st.DataObject, nth: int) -> None:
        numbers = self.several(data)
        self.choose(numbers)
        self.plain.set_state(numbers, [*STATES][nth])
        self.press(Qt.Key(Qt.Key.Key_1 + nth), ALT)

    @precondition(lambda self: len(self.plain.numbers()) > 3)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        numbers = self.several(data, least=2)
        self.choose(numbers)
        self.plain.merge(numbers)
        self.press(Qt.Key.Key_J, CTRL)

    @precondition(lambda self: len(self.plain.numbers()) < 12)
    @rule(data=st.data(), offset=st.integers(1, 40))
    def split(self, data: st.DataObject, offset: int) -> None:
        long = [number for number in self.plain.numbers() if len(self.plain.texts[number].paragraphs[0]) > 44]
        if not long:
            return
        number = data.draw(st.sampled_from(long))
        self.choose([number])
        block = next(self.window.editor.article().paragraphs())
        self.window.editor.go_to(block.id, offset)
        self.until(self.window.action_split.isEnabled)
        self.plain.split(number, 0, offset)
        self.window.action_split.trigger()
        self.settle()

    @rule(data=st.data(), words=WORDS, again=st.booleans())
    def type(self, data: st.DataObject, words: str, again: bool) -> None:
        """Type at the beginning of the text; undo in the editor takes just that back."""
        number = self.some(data)
        self.choose([number])
        block = next(self.window.editor.article().paragraphs())
        self.window.editor.go_to(block.id, 0)
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(self.window.editor.focusProxy(), event)
        if again:
            self.plain.texts[number].paragraphs[0] = words + self.plain.texts[number].paragraphs[0]
        else:
            self.window.editor.flush()
            self.window.action_undo.trigger()
        self.settle()

    @precondition(lambda self: self.plain.done > 0)
    @rule()
    def take_back(self) -> None:
        self.view.setFocus()
        self.plain.undo()
        self.press(Qt.Key.Key_Z, CTRL)

    @precondition(lambda self: self.plain.done < len(self.plain.steps))
    @rule()
    def do_again(self) -> None:
        self.view.setFocus()
        self.plain.redo()
        self.press(Qt.Key.Key_Y, CTRL)


@pytest.fixture
def clean(qapp: QApplication) -> Iterator[None]:
    """Leave the application as it was."""
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


def test_the_window_does_what_plain_lists_do(clean: None) -> None:
    seconds = float(os.environ.get("BULLETIN_STRESS_SECONDS", "0"))
    quick = settings(
        max_examples=3,
        stateful_step_count=12,
        deadline=None,
        derandomize=seconds == 0,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    end = time.monotonic() + seconds
    run_state_machine_as_test(RandomActs, settings=quick)
    while time.monotonic() < end:
        run_state_machine_as_test(RandomActs, settings=quick)
