"""The register of manuscripts, plugged in: read in the library's thread, kept in step with every act."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from bulletin_desktop.document.model import Issue
from bulletin_desktop.document.text import characters
from bulletin_desktop.gui.register.actions import EXPORTS, RegisterActions
from bulletin_desktop.gui.register.exporting import RegisterExport
from bulletin_desktop.gui.register.originals import Originals
from bulletin_desktop.gui.tree import mime
from bulletin_desktop.library.nodes import MANUSCRIPTS

if TYPE_CHECKING:
    from bulletin_desktop.gui.register.acts import RegisterActs
    from bulletin_desktop.gui.register.panel import RegisterPanel
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.register import ManuscriptRow

NAME = "register"


class Register(QObject):
    """The panel's wiring. Nothing is read before the panel is open for the first time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel: RegisterPanel | None = None
        self._acts: RegisterActs | None = None
        self._issue: Issue | None = None  # the one that was open last
        self._stale = True
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._read)
        self.originals = Originals(window)
        window.original_wanted.connect(self.originals.open_received)
        self.exports = RegisterExport(window)
        action = window.panels.add(NAME, self.tr("Man&uscripts"), self._make, wide=True)
        action.setToolTip(self.tr("What came in, from whom, and what has become of it (Ctrl+Shift+R)"))
        window.menu_view.insertAction(window.menu_scheme.menuAction(), action)
        self.actions = RegisterActions(window, self._does())
        window.action_register.triggered.connect(lambda: window.panels.open(NAME))
        window.editing.issue_shown.connect(self._note_issue)
        window.work.changed.connect(lambda _touched: self._look_again())
        window.session.saved.connect(lambda _at: self._note_typing())

    def shut_down(self) -> None:
        """Remember how the register stood, and remove the copies of originals."""
        self._refresh.stop()
        if self._panel is not None:
            self._window.memory.register = self._panel.kept()
        self.originals.shut_down()

    def chosen(self) -> tuple[ManuscriptRow, ...]:
        """Return the selected manuscripts from top to bottom; none while the panel is folded."""
        if self._panel is None or not self._panel.isVisible():
            return ()
        return self._panel.view.chosen_rows()

    # Making

    def _does(self) -> dict[str, Callable[[], object]]:
        does: dict[str, Callable[[], object]] = {
            "open": self.open,
            "adopt": lambda: self._acts.adopt(self.chosen()),
            "adopt_to": lambda: self._acts.adopt_to(self.chosen()),
            "open_original": lambda: self.originals.open(self._first_with_original().original),
            "save_original": self._save_original,
            "show_use": lambda: self._acts.show_use(next(row for row in self.chosen() if row.issue_id)),
            "export_shown": lambda: self.exports.ask(self._panel.model.shown),
            "export_all": lambda: self.exports.ask(self._panel.model.rows),
            "delete": lambda: self._acts.delete(self.chosen()),
        }
        does |= {name: lambda name=name: self._set_state(name) for name in ("waiting", "reserve", "rejected")}
        return does | {
            name: lambda name=name: self._write(name) for name in ("contributor", "author", "phone")
        }

    def _make(self, parent: QWidget) -> RegisterPanel:
        from bulletin_desktop.gui.register.acts import RegisterActs
        from bulletin_desktop.gui.register.panel import RegisterPanel

        window = self._window
        panel = self._panel = RegisterPanel(parent)
        acts = self._acts = RegisterActs(window, lambda: self._issue)
        panel.restore(window.memory.register)
        panel.more.menu().addActions([self.actions.named(name) for name in EXPORTS])
        self.actions.give_keys(panel)
        window.editing.undo_library_in(panel)
        panel.shown.connect(self._shown)
        panel.sifting.connect(self._keep)
        panel.brought.connect(self._take)
        panel.adopt.clicked.connect(self.actions.named("adopt").trigger)
        panel.model.edited.connect(self._written)
        view = panel.view
        view.chosen.connect(self.open)
        view.peeked.connect(lambda: self.open(stay=True))
        view.adopted.connect(self.actions.named("adopt").trigger)
        view.menu_wanted.connect(self._show_menu)
        view.copy_wanted.connect(lambda: acts.copy(self.chosen()))
        view.paste_wanted.connect(window.action_paste_manuscript.trigger)
        view.selectionModel().selectionChanged.connect(self._enable)
        panel.model.sifted.connect(self._enable)
        window.tree.model.filled.connect(self._enable)
        return panel

    # Reading

    def _look_again(self) -> None:
        self._stale = True
        if self._panel is not None and self._panel.isVisible():
            self._refresh.start()

    def _shown(self) -> None:
        self._panel.refresh_period()
        if self._stale:
            self._refresh.start()
        self._enable()

    def _read(self) -> None:
        self._stale = False
        self._window.backend.submit(
            lambda desk: desk.manuscripts(), done=self._list, failed=self._window.tell
        )

    def _list(self, rows: tuple[ManuscriptRow, ...]) -> None:
        """Show the manuscripts; what the filter looks through is put together beside the window."""
        model = self._panel.model
        model.set_rows(rows)
        self._window.backend.submit(lambda _desk: model.hay_of(rows), done=model.take_hay)

    def _note_typing(self) -> None:
        """What was typed changes one row; the whole list need not be read for it."""
        article = self._window.session.article(self._window.editing.article_id)
        if self._panel is not None and article is not None:
            self._panel.model.note_text(article.id, article.title, characters(article))

    def _note_issue(self, issue: Issue | None) -> None:
        if issue is not None and issue.id != MANUSCRIPTS:
            self._issue = issue
            self._enable()

    def _keep(self) -> None:
        self._window.memory.register = self._panel.kept()

    # Acting

    def open(self, stay: bool = False) -> None:
        """Show the current manuscript's article in the editor; the focus goes there, or must *stay*."""
        rows = self.chosen()
        current = self._panel.view.current_id()
        row = next((row for row in rows if row.article_id == current), next(iter(rows), None))
        if row is not None:
            self._acts.open(row)
            if not stay:
                self._window.editor.setFocus()

    def _write(self, name: str) -> None:
        from bulletin_desktop.gui.register.columns import Column

        self._panel.view.edit_cell(Column[name.upper()])

    def _written(self, article_id: str, column: object, text: str) -> None:
        row = next((row for row in self._panel.model.rows if row.article_id == article_id), None)
        if row is not None:
            self._acts.write(row, column, text)

    def _set_state(self, name: str) -> None:
        from bulletin_desktop.services.register import ManuscriptState

        self._acts.set_state(self.chosen(), ManuscriptState(name))
        self._enable()  # the menu's mark follows the manuscripts, not the click

    def _first_with_original(self) -> ManuscriptRow:
        return next(row for row in self.chosen() if row.original)

    def _save_original(self) -> None:
        row = self._first_with_original()
        self.originals.save_as(row.original, row.file_name)

    def _take(self, brought: QMimeData) -> None:
        """Take in what was dropped: files, text, or articles of an issue, which become manuscripts again."""
        rows = mime.unpacked(brought)
        if rows is None:
            self._window.intake.take(brought)
        elif rows.articles:
            self._acts.take_back(rows)

    def _show_menu(self, at: QPoint) -> None:
        self._enable()
        self.actions.menu.popup(at)

    def _enable(self) -> None:
        if self._panel is None:
            return
        rows = self.chosen()
        _issue_id, name = self._acts.target()
        free = any(not row.issue_id for row in rows)
        self.actions.enable(
            len(rows),
            free=free,
            used=any(row.issue_id for row in rows),
            original=any(row.original for row in rows),
            exports=bool(self._panel.model.rows),
            states=frozenset(row.state.value for row in rows),
        )
        self._panel.offer_adopting(name, free)
