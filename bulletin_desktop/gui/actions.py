"""The window's actions: icons, the role and mark menus, the toolbar's make-up, and what is enabled when.

What an action needs ("issue" or "article"), where its keys count ("tree") and which keys it has besides its
own it declares in the form, by the properties `needs`, `keys_in` and `more_keys`; that it changes the library
by `changes`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QIcon,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolBar,
    QToolButton,
    QWidget,
)

from bulletin_desktop.document.model import Mark, Role
from bulletin_desktop.gui import icons, theme, tips
from bulletin_desktop.gui.editor import roles
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

_MARKS = {
    Mark.BOLD: (QT_TRANSLATE_NOOP("Actions", "&Bold"), "bold"),
    Mark.ITALIC: (QT_TRANSLATE_NOOP("Actions", "&Italic"), "italic"),
    Mark.UNDERLINE: (QT_TRANSLATE_NOOP("Actions", "&Underline"), "underline"),
    Mark.STRIKE: (QT_TRANSLATE_NOOP("Actions", "&Strike through"), ""),
    Mark.SUPERSCRIPT: (QT_TRANSLATE_NOOP("Actions", "Supe&rscript"), ""),
    Mark.SUBSCRIPT: (QT_TRANSLATE_NOOP("Actions", "Subs&cript"), ""),
    Mark.EMPHASIS: (QT_TRANSLATE_NOOP("Actions", "Emphasis &dots"), ""),
    Mark.HEITI: (QT_TRANSLATE_NOOP("Actions", "&Heiti"), ""),
    Mark.KAITI: (QT_TRANSLATE_NOOP("Actions", "&Kaiti"), ""),
    Mark.HIGHLIGHT: (QT_TRANSLATE_NOOP("Actions", "High&light"), ""),
}
_ON_TOOL_BAR = (Mark.BOLD, Mark.ITALIC, Mark.UNDERLINE)
_EXPORTS = ("export_open", "export_pdf", "export_html", "export_text")
_CARET = 18  # logical pixels, with room around it


class _MenuButton(QToolButton):
    """A quiet button that opens a menu, with a chevron after its words instead of the style's corner mark."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_CARET, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
        painter = QStylePainter(self)
        whole = option.rect
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, _without_label(option))
        option.rect = whole.adjusted(0, 0, 4 - _CARET, 0)
        painter.drawControl(QStyle.ControlElement.CE_ToolButtonLabel, option)
        t = theme.tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.icon if self.isEnabled() else t.faint, 1.2))
        tip = QPointF(whole.right() - 9, whole.center().y() + 2)
        painter.drawPolyline(QPolygonF([tip + QPointF(-3, -3), tip, tip + QPointF(3, -3)]))


def _without_label(option: QStyleOptionToolButton) -> QStyleOptionToolButton:
    bare = QStyleOptionToolButton(option)
    bare.text = ""
    bare.icon = QIcon()
    return bare


class Actions(QObject):
    """Completes what the form has laid out. *window* has the form's actions as attributes."""

    role_chosen = Signal(object)
    mark_chosen = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bar: QToolBar = window.tool_bar
        self.roles: dict[Role, QAction] = {}
        self.marks: dict[Mark, QAction] = {}
        self._make_roles(window.menu_role)
        self._make_marks(window.menu_format)
        self.role_button = self._make_tool_bar()
        self.schemes = QActionGroup(self)
        for scheme in theme.Scheme:
            action = self._named(f"scheme_{scheme}")
            action.setData(scheme)
            self.schemes.addAction(action)
        for action in window.findChildren(QAction):
            if more := action.property("more_keys"):
                action.setShortcuts([action.shortcut(), QKeySequence(more)])
        self.retint()
        self._article = self._only_reading = False
        self.show_role(None)
        self.enable(issue=False, article=False)

    def _named(self, name: str) -> QAction:
        return getattr(self._window, f"action_{name}")

    def _declaring(self, name: str, value: str | bool) -> list[QAction]:
        """The window's actions that declare *value* for the property *name* in the form."""
        return [each for each in self._window.findChildren(QAction) if each.property(name) == value]

    def serve_tree(self, tree: QWidget) -> None:
        """Let the keys of what is done to rows count in *tree* alone."""
        for action in self._declaring("keys_in", "tree"):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            tree.addAction(action)

    def _make_roles(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for role in Role:
            action = menu.addAction(roles.role_name(role))
            action.setCheckable(True)
            action.setData(role)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, chosen=role: self.role_chosen.emit(chosen))
            action.setShortcuts([QKeySequence(each) for each in roles.ROLES.get(role, ())])
            self.roles[role] = action

    def _make_marks(self, menu: QMenu) -> None:
        for mark, (words, glyph) in _MARKS.items():
            action = menu.addAction(QCoreApplication.translate("Actions", words))
            action.setCheckable(True)
            action.setShortcut(QKeySequence(roles.MARKS.get(mark, "")))
            action.setProperty("glyph", glyph)
            action.triggered.connect(lambda _checked=False, chosen=mark: self.mark_chosen.emit(chosen))
            self.marks[mark] = action

    def _make_tool_bar(self) -> QToolButton:
        """The form has new issue, undo and redo; the rest needs menus, words beside icons and a gap."""
        window, bar = self._window, self._bar
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._as_label(window.action_new_issue, beside)
        intake = self._menu_button(
            self.tr("Take in"), "intake", window.action_paste_manuscript, window.action_open_text
        )
        intake.setToolButtonStyle(beside)
        bar.insertWidget(bar.actions()[1], intake)
        role = self._menu_button("", "", *self.roles.values())
        role.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        role.setMinimumWidth(role.fontMetrics().horizontalAdvance("　" * 4) + 24 + _CARET)
        role.setToolTip(self.tr("What the paragraph is"))
        bar.addWidget(role)
        for mark in _ON_TOOL_BAR:
            bar.addAction(self.marks[mark])
        bar.addSeparator()
        bar.addActions([window.action_insert_picture, window.action_insert_table])
        gap = QWidget(bar)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addAction(window.action_search)
        bar.addWidget(self._export_buttons())
        return role

    def _as_label(self, action: QAction, style: Qt.ToolButtonStyle) -> None:
        self._bar.widgetForAction(action).setToolButtonStyle(style)
        action.setIconText(tips.plain(action.text()))

    def _menu_button(self, text: str, glyph: str, *actions: QAction) -> QToolButton:
        button = _MenuButton(self._bar, autoRaise=True, text=text)
        button.setProperty("glyph", glyph)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.addActions(actions)
        button.setMenu(menu)
        return button

    def _export_buttons(self) -> QWidget:
        """The primary act, and beside it its variants."""
        window = self._window
        pair = QWidget(self._bar)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        button = QToolButton(pair, text=self.tr("Export Word"))
        button.setObjectName("export_button")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        window.action_export.changed.connect(lambda: button.setToolTip(window.action_export.toolTip()))
        button.clicked.connect(window.action_export.trigger)
        more = QToolButton(pair)
        for each in (button, more):
            window.action_export.enabledChanged.connect(each.setEnabled)
        more.setObjectName("export_more")
        more.setAccessibleName(self.tr("More ways to export"))
        more.setToolTip(self.tr("More ways to export"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addActions([self._named(name) for name in _EXPORTS])
        menu.addAction(window.action_print)
        menu.addSeparator()
        menu.addAction(window.action_export_folder)
        more.setMenu(menu)
        for each in (button, more):
            each.setProperty("primary", True)
            each.setIconSize(self._bar.iconSize())
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            each.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            row.addWidget(each)
        more.setIconSize(QSize(14, 14))
        self._primary = (button, more)
        return pair

    def retint(self) -> None:
        """Make every icon again: they carry the palette's colours."""
        for action in self._window.findChildren(QAction):
            if glyph := action.property("glyph"):
                action.setIcon(icons.icon(glyph))
        for button in self._bar.findChildren(_MenuButton):
            if glyph := button.property("glyph"):
                button.setIcon(icons.icon(glyph))
        export, more = self._primary
        on_accent = theme.tokens(self._window.palette()).on_accent
        export.setIcon(icons.icon("export", on_accent))
        more.setIcon(icons.icon("caret-down", on_accent))

    def enable(self, issue: bool, article: bool) -> None:
        """Enable what works with an open issue, and with an article in the editor."""
        for action in self._declaring("needs", "issue"):
            action.setEnabled(issue)
        self._article = article
        for action in self._declaring("needs", "article"):
            action.setEnabled(article)
        self._enable_formats()

    def only_read(self) -> None:
        """Let nothing that changes the library be chosen any more, whoever enables it: a group decides."""
        self._only_reading = True
        refused = QActionGroup(self)
        refused.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for action in (*self._declaring("changes", True), *self.roles.values(), *self.marks.values()):
            (action.actionGroup() or refused).addAction(action)
            action.actionGroup().setEnabled(False)
        refused.setEnabled(False)
        for button in self._bar.findChildren(_MenuButton):
            button.setEnabled(any(action.isEnabled() for action in button.menu().actions()))
        self._enable_formats()

    def show_role(self, role: Role | None) -> None:
        """Show the role at the cursor; None where an article's own fields are."""
        self._role = role
        for each, action in self.roles.items():
            action.setChecked(each is role)
        self.role_button.setText(roles.role_name(role) if role else "—")
        self._enable_formats()

    def _enable_formats(self) -> None:
        """Only paragraphs of the text have a role that can be chosen, and marks on their characters."""
        enabled = self._article and self._role is not None and not self._only_reading
        for action in (*self.roles.values(), *self.marks.values(), self.role_button):
            action.setEnabled(enabled)

    def show_marks(self, marks: frozenset[Mark]) -> None:
        """Show the marks at the cursor."""
        for mark, action in self.marks.items():
            action.setChecked(mark in marks)
