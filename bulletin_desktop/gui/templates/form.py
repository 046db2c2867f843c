"""One page of the dialog's fields, in a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from bulletin_desktop.gui.templates import groups
from bulletin_desktop.gui.templates.groups import Group, Part
from bulletin_desktop.gui.templates.row import Note, Row
from bulletin_desktop.services.template_draft import Draft


class FieldsPage(QScrollArea):
    """The fields of a group. *entered* carries path and value, None for what is not allowed."""

    entered = Signal(str, object)
    reset_asked = Signal(str)

    def __init__(self, group: Group, draft: Draft, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self.rows: dict[str, Row] = {}
        self._note = note
        self._draft = draft
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(groups.title(group.title))
        self._page = QWidget(self)
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(16, 8, 8, 16)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        for part in groups.parts(group, {**draft.theirs, **draft.own}):
            self._add(part)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.setWidget(self._page)

    def show_draft(self, draft: Draft) -> None:
        """Show the values of *draft*; what is wrong in an editor is given up."""
        for row in self.rows.values():
            row.show_value(draft)

    def retint(self) -> None:
        """Take the colours of another palette."""
        for row in self.rows.values():
            row.retint()

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Let Tab go from *before* through the fields, line by line."""
        for widget in self._page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, widget)
                before = widget

    def _add(self, part: Part) -> None:
        if part.title:
            heading = QLabel(part.title, self._page)
            heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            heading.setContentsMargins(0, 12 if self._grid.count() else 0, 0, 0)
            self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 4)
        for path in part.paths:
            self._add_row(path)
        if part.more:
            self._add_more(part)

    def _add_row(self, path: str) -> Row:
        row = self.rows[path] = Row(path, self._draft, self._note, self._page)
        row.place(self._grid, self._grid.rowCount())
        row.entered.connect(self.entered)
        row.reset_asked.connect(self.reset_asked)
        row.show_value(self._draft)
        return row

    def _add_more(self, part: Part) -> None:
        """What is seldom wanted comes at a press, unless the office has changed some of it."""
        button = QPushButton(self.tr("More…"), self._page, flat=True)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("More of: {part}").format(part=part.title))
        self._grid.addWidget(button, self._grid.rowCount(), 1, 1, 3, Qt.AlignmentFlag.AlignLeft)
        rows = [self._add_row(path) for path in part.more]

        def show(shown: bool) -> None:
            button.setVisible(not shown)
            for row in rows:
                row.set_visible(shown)

        def open_up() -> None:
            show(True)
            rows[0].editor.setFocus()

        button.clicked.connect(open_up)
        show(any(path in self._draft.own for path in part.more))
