"""What a person does to the library, as steps that can be taken back: issues, sections, articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Issue, Paragraph, Role, Section
from bulletin_desktop.gui.backend import Backend, Done, Failed
from bulletin_desktop.gui.commands import DeskCommand, Work, applying
from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.library.rows import ArticleState
from bulletin_desktop.services import acts

if TYPE_CHECKING:
    from bulletin_desktop.services.desk import Desk

Then = Callable[[], object]

_TITLE = 16  # characters of a title in a notice


class DeskWork(QObject):
    """Carries steps out through one undo stack. *changed* has the touched ids, *failed* an error.

    *done* says what was done in words, for a bar that offers to take it back. *originals* gives the files
    that manuscripts came in, by their SHA-256, to the library's thread.
    """

    changed = Signal(object)
    returned = Signal(object)  # the touched ids again, where a step was taken back or done again
    failed = Signal(object)
    done = Signal(str)

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self.originals: Callable[[str], bytes] = _none_kept
        self.stack = QUndoStack(self)

    def act(self, act: acts.Act, words: str, then: Then | None = None, failed: Failed | None = None) -> None:
        """Carry out one act; *words* name it in the undo menu."""
        self._push(words, applying([act]), then, failed)

    def ask(self, question: Callable[[Desk, str], Any], about: str, done: Done, failed: Failed) -> None:
        """Ask the desk something that changes nothing, after every step before."""
        self._backend.submit(question, about, done=done, failed=failed)

    def steps(
        self, steps: Sequence[acts.Act], words: str, then: Then | None = None, failed: Failed | None = None
    ) -> None:
        """Carry out several acts as one step."""
        self._push(words, applying(steps), then, failed)

    def work(self, work: Work, words: str, then: Then | None = None, failed: Failed | None = None) -> None:
        """Carry out what must read before it acts, as one step."""
        self._push(words, work, then, failed)

    def delete(self, nodes: Sequence[Node]) -> None:
        """Move articles, sections and issues to the recycle bin."""
        kinds = (Kind.ARTICLE, Kind.SECTION, Kind.ISSUE, Kind.PUBLICATION)
        ids = tuple(node.id for node in nodes if node.kind in kinds)
        if not ids:
            return
        self.act(acts.Delete(ids), self.tr("Delete"))
        title = nodes[0].title if len(nodes[0].title) <= _TITLE else f"{nodes[0].title[:_TITLE]}…"
        self.done.emit(
            self.tr("“{title}” is in the recycle bin").format(title=title)
            if len(ids) == 1 and title
            else self.tr("{count} items are in the recycle bin").format(count=len(ids))
        )

    def restore(self, nodes: Sequence[Node]) -> None:
        """Put what lies in the recycle bin back where it was."""
        ids = tuple(node.id for node in nodes if node.kind is Kind.BIN_ITEM)
        if ids:
            self.act(acts.Restore(ids), self.tr("Restore"))

    def set_state(self, nodes: Sequence[Node], state: str) -> None:
        """Say how far articles have come; nothing is done for those that are as far already."""
        ids = tuple(node.id for node in nodes if node.kind is Kind.ARTICLE and node.state != state)
        if ids:
            self.act(acts.SetState(ids, ArticleState(state)), self.tr("Set state"))

    def new_section(self, issue: Issue) -> str:
        """Add a section at the end of *issue* and return its id."""
        section = Section(new_id(), self.tr("New section"))
        self.act(acts.AddSection(issue.id, section, len(issue.sections)), self.tr("New section"))
        return section.id

    def new_article(self, issue: Issue, section_id: str) -> str:
        """Add an article to write at the end of a section of *issue* (the last if empty); return its id."""
        article = Article(new_id(), blocks=(Paragraph(new_id(), Role.BODY),))
        section = next((each for each in issue.sections if each.id == section_id), None)
        section = section or (issue.sections[-1] if issue.sections else None)
        if section is None:
            act: acts.Act = acts.AddSection(issue.id, Section(new_id(), articles=(article,)), 0)
        else:
            act = acts.AddArticles(section.id, (article,), len(section.articles))
        self.act(act, self.tr("New article"))
        return article.id

    def _push(self, words: str, work: Work, then: Then | None = None, failed: Failed | None = None) -> None:
        """Do a step; *then* hears of its first success only, not of redoing it."""
        first = True

        def changed(touched: frozenset[str]) -> None:
            nonlocal first
            again, first = not first, False
            self.changed.emit(touched)
            if again:
                self.returned.emit(touched)
            elif then is not None:
                then()

        command = DeskCommand(
            words, work, self._backend, self.stack, changed=changed, failed=failed or self.failed.emit
        )
        self.stack.push(command)


def _none_kept(sha256: str) -> bytes:
    raise KeyError(sha256)
