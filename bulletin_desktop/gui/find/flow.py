"""Ctrl+F, Ctrl+H, F3: the find bar and the panel of hits, made when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bulletin_desktop.errors import UserError
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.document.finding import Finder, Replacement
    from bulletin_desktop.gui.find.bar import ArticleBar, Where
    from bulletin_desktop.gui.find.in_article import InArticle
    from bulletin_desktop.gui.find.in_library import InLibrary
    from bulletin_desktop.gui.find.model import Node
    from bulletin_desktop.gui.find.panel import FindPanel
    from bulletin_desktop.gui.window import MainWindow

PANEL = "find"
_LONGEST_SELECTION = 200  # characters of a selection that is taken for what to look for


@dataclass(slots=True)
class _Parts:
    """What is made at the first question: starting the program pays for none of it."""

    bar: ArticleBar
    article: InArticle
    library: InLibrary
    panel: FindPanel


class FindFlow(QObject):
    """Connects the window's find actions, the bar, the article and the panel.

    *asked_for* tells that the bar has come up: what else marks words in the text gives way to it.
    """

    asked_for = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._made: _Parts | None = None
        self._selected: tuple[tuple[str, int, int], ...] = ()
        self._within: tuple[tuple[str, int, int], ...] = ()
        self._listed: tuple[object, Where] | None = None  # the query and the scope of what is listed
        self._target: Node | None = None  # a hit whose article is being opened
        self._cursor = ("", 0)
        self._elsewhere: Callable[[int], object] | None = None  # steps through what was found by other means
        window.editor.selection_changed.connect(self._note_selection)
        window.editor.cursor_moved.connect(self._note_cursor)
        window.editing.place_changed.connect(lambda _issue, _article: self._article_shown())
        does: dict[str, Callable[[], object]] = {
            "find": lambda: self.ask(replaces=False),
            "replace": lambda: self.ask(replaces=True),
            "find_next": lambda: self.step(1),
            "find_previous": lambda: self.step(-1),
        }
        for name, slot in does.items():
            getattr(window, f"action_{name}").triggered.connect(lambda _checked=False, slot=slot: slot())
        action = window.panels.add(PANEL, self.tr("&Hits"), self._make_panel)
        action.triggered.connect(self._panel_opened)
        window.menu_view.insertAction(window.menu_scheme.menuAction(), action)

    # What a person asks

    def ask(self, replaces: bool, where: Where | None = None) -> None:
        """Show the bar; what is selected in one paragraph is what to look for."""
        from bulletin_desktop.gui.find.bar import Where

        parts = self._parts()
        self._elsewhere = None
        self.asked_for.emit()
        self._window.editor.flush()
        words = self.selected_words()
        if parts.bar.isHidden() or not parts.bar.isAncestorOf(self._window.focusWidget()):
            self._within = self._selected
        if where is None and len(self._within) > 1 and not words:
            where = Where.SELECTION  # what is selected cannot be looked for, so it is where to look
        if self._window.editor.article() is None and parts.bar.scope in (Where.ARTICLE, Where.SELECTION):
            where = where or Where.ISSUE
        parts.bar.ask(words, replaces, bool(self._within), where)
        self._asked()

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) hit: in the article, or among those listed."""
        from bulletin_desktop.gui.find.bar import WIDE

        if self._elsewhere is not None:
            self._elsewhere(by)
            return
        if self._made is None or not self._made.bar.words.text():
            self.ask(replaces=False)
            return
        bar = self._made.bar
        if bar.isHidden():
            bar.ask("", replaces=False, selection=bool(self._within))
            self._asked(go=False)
            self._window.editor.setFocus()
        self._note()
        if bar.scope not in WIDE:
            self._made.article.step(by)
        elif self._listed == (bar.query, bar.scope) and self._made.panel.model.hits:
            self._step_listed(by)
        else:
            self._list()

    def give_way(self, step: Callable[[int], object]) -> None:
        """Mark nothing any more: from now on, until the bar is asked for, *step* carries F3 on."""
        self._elsewhere = step
        if self._made is not None:
            self._made.bar.hide()
            self._made.article.look_for(None)

    def _panel_opened(self, opened: bool) -> None:
        """Somebody wants the panel, which is of no use without words."""
        from bulletin_desktop.gui.find.bar import Where

        if opened and not self._made.panel.model.hits:
            self.ask(replaces=False, where=Where.ISSUE)

    def _leave(self) -> None:
        self._made.bar.hide()
        self._made.article.look_for(None)
        self._window.editor.setFocus()

    def _note(self) -> None:
        """Remember what was looked for."""
        bar, memory = self._made.bar, self._window.memory
        memory.note_sought(bar.words.text())
        if bar.replaces:
            memory.note_replacement(bar.new.text())

    # The query

    def _asked(self, go: bool = True) -> None:
        """What or where to look for is another: mark it in the open article."""
        from bulletin_desktop.gui.find.bar import WIDE, Where

        parts = self._parts()
        if parts.bar.isHidden():
            return
        parts.bar.complain("")
        finder = self._finder()
        wide = parts.bar.scope in WIDE
        within = self._within if parts.bar.scope is Where.SELECTION else ()
        parts.article.look_for(finder, within, go=go and not wide)
        self._replacing()
        if wide:
            listed = self._listed == (parts.bar.query, parts.bar.scope)
            parts.bar.tell(self._count_of_list() if listed else "", hits=finder is not None)

    def _finder(self) -> Finder | None:
        """The query made ready; None, and a sentence in the bar, if it is none."""
        from bulletin_desktop.document.finding import Finder

        bar = self._made.bar
        if not bar.words.text():
            return None
        try:
            return Finder(bar.query)
        except UserError as error:
            self._complain(error)
            return None

    def _replacement(self, finder: Finder | None) -> Replacement | None:
        from bulletin_desktop.document.finding import Replacement

        bar = self._made.bar
        if finder is None or not bar.replaces:
            return None
        try:
            return Replacement(bar.new.text(), finder)
        except UserError as error:
            self._complain(error)
            return None

    def _replacing(self) -> None:
        """What to put in the place of hits is another: the list shows it."""
        parts = self._made
        if parts is None or parts.bar.isHidden():
            return
        parts.bar.complain("")
        self._replacement(self._finder())
        new = self._replacement(parts.library.finder)
        parts.panel.model.set_replacement(new)
        parts.panel.offer_replacing(new is not None)

    def _complain(self, error: UserError) -> None:
        self._made.bar.complain(self._window.catalog.error(error))

    def _counted(self, current: int, count: int) -> None:
        from bulletin_desktop.gui.find.bar import WIDE

        bar = self._made.bar
        if bar.scope in WIDE or bar.isHidden():
            return
        words = ""
        if bar.words.text():
            of = self.tr("{number} of {count}").format(number=current + 1, count=count)
            words = of if count else self.tr("Not found")
        bar.tell(words, hits=count > 0)

    # In the article

    def _replace_one(self) -> None:
        new = self._replacement(self._finder())
        if new is not None:
            self._note()
            self._made.article.replace_one(new)

    def _replace_all(self) -> None:
        new = self._replacement(self._finder())
        if new is None:
            return
        self._note()
        count = self._made.article.replace_all(new)
        self._window.editing.settle()
        self._window.notices.say(
            self.tr("Replaced {count} in this article").format(count=count),
            (self.tr("Undo"), self._window.editor.undo_action().trigger),
        )

    def _note_selection(self, _article: str, pieces: tuple[tuple[str, int, int], ...]) -> None:
        self._selected = pieces

    def _note_cursor(self, _article: str, block: str, offset: int) -> None:
        self._cursor = (block, offset)

    def selected_words(self) -> str:
        """Return what is selected within one paragraph, if it is no more than one could look for."""
        from bulletin_desktop.gui.find.in_article import text_of

        article = self._window.editor.article()
        if article is None or len(self._selected) != 1:
            return ""
        ((block, start, end),) = self._selected
        words = text_of(article, block)[start:end]
        return "" if "\n" in words or len(words) > _LONGEST_SELECTION else words

    def _article_shown(self) -> None:
        if self._made is None:
            return
        self._within = ()
        if not self._made.bar.isHidden():
            self._asked(go=False)
        article = self._window.editor.article()
        if self._target is not None and article is not None and article.id == self._target.article_id:
            self._show_target()

    # In the library

    def _list(self) -> None:
        """Search the chosen scope and list what is found."""
        from bulletin_desktop.services.replacing import Scope

        parts, window = self._made, self._window
        finder = self._finder()
        if finder is None:
            return
        self._note()
        focus = window.focusWidget()
        window.panels.open(PANEL)
        self._listed = parts.bar.query, parts.bar.scope
        parts.library.search(finder, Scope(parts.bar.scope), parts.bar.replaces)
        self._replacing()
        if focus is not None:
            focus.setFocus()  # the words may still have to be mended

    def _count_of_list(self) -> str:
        return f"{self._made.panel.model.hits:,}" if self._made.panel.model.hits else ""

    def _step_listed(self, by: int) -> None:
        panel = self._made.panel
        nodes = panel.model.hit_nodes()
        if not nodes:
            return
        current = panel.model.node(panel.view.currentIndex())
        known = next((nth for nth, node in enumerate(nodes) if node is current), -1 if by > 0 else 0)
        node = nodes[(known + by) % len(nodes)]
        panel.view.show_node(node)
        self._open(node)

    def _open(self, node: Node) -> None:
        """Show a listed hit in its article."""
        window, self._elsewhere = self._window, None
        self.asked_for.emit()
        self._target = node
        if window.session.issue is not None and window.session.issue.id == node.issue_id:
            if window.editing.article_id != node.article_id:
                window.editing.open_article(node.article_id)
                window.tree.select((node.article_id,))
            else:
                self._show_target()
        else:
            window.editing.open_article(node.article_id)
            window.editing.open_issue(node.issue_id)
            window.tree.show_issue(node.issue_id)

    def _show_target(self) -> None:
        node, self._target = self._target, None
        parts = self._made
        parts.article.look_for(parts.library.finder, go=False)
        parts.article.show(node.place, node.hit)

    # Making

    def _parts(self) -> _Parts:
        if self._made is None:
            self._window.panels.panel(PANEL)  # makes the panel, and with it the rest
        return self._made

    def _make_panel(self, parent: QWidget) -> QWidget:
        from bulletin_desktop.gui.find.bar import ArticleBar
        from bulletin_desktop.gui.find.in_article import InArticle
        from bulletin_desktop.gui.find.in_library import InLibrary
        from bulletin_desktop.gui.find.panel import FindPanel

        window = self._window
        bar = ArticleBar(window.memory, window.text_page)
        window.text_layout.insertWidget(0, bar)
        panel = FindPanel(parent)
        article = InArticle(window.editor, self._cursor, self)
        self._made = _Parts(bar, article, InLibrary(window, panel), panel)
        bar.asked.connect(self._asked)
        bar.stepped.connect(self.step)
        bar.left.connect(self._leave)
        bar.replacing.connect(self._replacing)
        bar.one_wanted.connect(self._replace_one)
        bar.all_wanted.connect(self._replace_all)
        bar.list_wanted.connect(self._list)
        article.counted.connect(self._counted)
        article.failed.connect(self._complain)
        panel.opened.connect(self._open)
        self._made.library.failed.connect(self._complain)
        self._made.library.replaced.connect(self._forget_list)
        panel.model.chosen_changed.connect(self._tell_listed)
        return panel

    def _forget_list(self) -> None:
        self._listed = None

    def _tell_listed(self) -> None:
        bar = self._made.bar
        if not bar.isHidden() and self._listed == (bar.query, bar.scope):
            bar.tell(self._count_of_list(), hits=True)

    def shut_down(self) -> None:
        """Search no further."""
        if self._made is not None:
            self._made.library.shut_down()
