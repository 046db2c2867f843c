"""The dialog in which an office sets its own page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui import forms, theme
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.gui.templates import groups
from bulletin_desktop.gui.templates.fonts import FontNotes
from bulletin_desktop.gui.templates.form import FieldsPage
from bulletin_desktop.gui.templates.groups import Shows
from bulletin_desktop.gui.templates.pages import PagesOfDraft
from bulletin_desktop.services.template_draft import Draft, free_name
from bulletin_desktop.services.template_files import ReadTemplate
from bulletin_desktop.services.templates import TemplateSource
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.document.model import Issue
    from bulletin_desktop.i18n import Catalog
    from bulletin_desktop.typeset.layout import Layout
    from bulletin_desktop.typeset.measures import Measures

_WIDTHS = (136, 408, 536)
_ROW = 28  # pixels


@dataclass(frozen=True, slots=True)
class Setting:
    """What the dialog is opened upon: a publication, the templates there are, and the issue it shows.

    *users* has the names of the other publications that use a template, by its id. *sentence* is to be said
    first, such as that the issue shown keeps its look.
    """

    publication: str
    chosen: str
    templates: Sequence[TemplateSource]
    users: Mapping[str, Sequence[str]]
    issue: Issue
    sentence: str = ""


class TemplateDialog(FittingDialog):
    """*saved* carries the draft to be stored and chosen; *import_asked* and *export_asked* want a file."""

    saved = Signal(object)
    import_asked = Signal()
    export_asked = Signal(object)  # Draft

    template: QComboBox
    name: QLineEdit
    name_label: QLabel
    used: QLabel
    panes: QSplitter
    groups: QListWidget
    fields: QStackedWidget
    preview: PreviewPane
    note: QLabel
    copy: QPushButton
    import_button: QPushButton
    export_button: QPushButton
    restore: QPushButton
    cancel: QPushButton
    save: QPushButton

    def __init__(
        self, setting: Setting, measures: Measures, catalog: Catalog, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        forms.fill(self, "template", {"PreviewPane": lambda parent: PreviewPane(measures, parent)})
        self.setWindowTitle(self.tr("Page and template of “{name}”").format(name=setting.publication))
        self._setting = setting
        self._catalog = catalog
        self._sources = {source.id: source for source in setting.templates}
        self._drafts: dict[str, Draft] = {}
        self._given: dict[str, Draft] = {}  # as the sources say
        self._pages: dict[int, FieldsPage] = {}
        self._pending: dict[str, object] = {}  # typed, allowed by itself, but not together with the rest
        self._leaving = self._said_error = False
        self._layout: Layout | None = None  # what the preview shows
        self._notes = FontNotes(measures, lambda: self._draft)
        self._work = PagesOfDraft(setting.issue, measures, self)
        self._work.laid_out.connect(self._show_pages)
        self._draft = self._draft_of(setting.chosen)
        self._fill()
        self._connect()
        self._show_draft()
        self.say(setting.sentence or self._trouble())
        self.groups.setFocus()

    # Laying out

    def _fill(self) -> None:
        for source in self._setting.templates:
            self.template.addItem(source.name, source.id)
        self.template.setCurrentIndex(self.template.findData(self._draft.id))
        self.template.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for group in groups.GROUPS:
            item = QListWidgetItem(groups.title(group.title), self.groups)
            item.setSizeHint(QSize(0, max(_ROW, self.groups.fontMetrics().height() + 8)))
        self.groups.setCurrentRow(0)
        self.groups.setAccessibleName(self.tr("Groups of values"))
        self.groups.setFrameShape(QListWidget.Shape.NoFrame)
        self.groups.setMinimumWidth(_WIDTHS[0])
        self.fields.setMinimumWidth(328)
        self.preview.setMinimumWidth(240)
        self.preview.offer_no_check()
        self.panes.setStretchFactor(2, 1)
        self.panes.setSizes(_WIDTHS)
        self.used.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setMinimumSize(800, 420)

    def _connect(self) -> None:
        self.template.activated.connect(lambda nth: self._choose(self.template.itemData(nth)))
        self.name.textEdited.connect(self._rename)
        self.groups.currentRowChanged.connect(self._turn)
        self.copy.clicked.connect(self._copy)
        self.import_button.clicked.connect(self.import_asked)
        self.export_button.clicked.connect(lambda: self.export_asked.emit(self._draft))
        self.restore.clicked.connect(self._restore)
        self.cancel.clicked.connect(self.close)
        self.save.clicked.connect(self._save)

    # What others ask of it

    @property
    def draft(self) -> Draft:
        """The template as it is on the screen, without what is wrong."""
        return self._draft

    def say(self, sentence: str, error: bool = False) -> None:
        """Say something in the line above the buttons; nothing if it is empty."""
        self._said_error = error
        self._tint()
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def refuse(self, error: UserError) -> None:
        """Say why a step was not done; the draft stays as it is."""
        self.say(self._catalog.error(error), error=True)
        self.save.setEnabled(True)

    def take(self, read: ReadTemplate) -> None:
        """Go on with a template that was read from a file, as a new one."""
        name = free_name(read.name, self._names())
        self._begin(Draft.of(TemplateSource(new_id(), name, read.base, read.text)))
        self.say(self.tr("“{name}” was read. It is stored when you save.").format(name=name))

    # Choosing

    def _draft_of(self, template_id: str) -> Draft:
        if template_id not in self._drafts:
            source = self._sources.get(template_id) or self._setting.templates[0]
            self._drafts[template_id] = Draft.of(source)
        return self._drafts[template_id]

    def _names(self) -> frozenset[str]:
        return frozenset(self.template.itemText(nth) for nth in range(self.template.count()))

    def _choose(self, template_id: str) -> None:
        self._draft = self._draft_of(template_id)
        self._show_draft()
        self.say(self._trouble())

    def _begin(self, draft: Draft) -> None:
        """Go on with a new template, chosen and to be named."""
        self._drafts[draft.id] = self._draft = draft
        if self.template.findData(draft.id) < 0:
            self.template.addItem(draft.name, draft.id)
        self.template.setCurrentIndex(self.template.findData(draft.id))
        self._show_draft()

    def _copy(self) -> None:
        name = free_name(self.tr("Copy of {name}").format(name=self._draft.name), self._names())
        self._begin(self._draft.named(new_id(), name))
        self.name.setFocus()
        self.name.selectAll()

    def _rename(self, name: str) -> None:
        self._replace(self._draft.named(self._draft.id, name.strip()))
        self.template.setItemText(self.template.currentIndex(), name.strip())

    def _restore(self) -> None:
        self._replace(self._draft.restored())
        self._show_draft()
        self.say(self.tr("Every value is the original's again. It is stored when you save."))

    def _trouble(self) -> str:
        source = self._sources.get(self._draft.id)
        return self._catalog.error(source.problem) if source is not None and source.problem else ""

    # Values

    def _enter(self, path: str, raw: object) -> None:
        """Take a value if a template may have it, with what else was typed; else say what it may have."""
        row = self._page().rows[path]
        self._pending.pop(path, None)
        if raw is None:
            row.show_wrong()
            return
        wanted = {**self._pending, path: raw}
        try:
            draft = self._own().changed(wanted)
        except UserError as error:
            self._pending[path] = raw
            row.show_wrong(self._why_not(path, error))
            return
        alone, self._pending = not self._pending, {}
        if draft.own == self._draft.own and alone:  # the same in other digits
            row.show_value(self._draft)
        else:
            self._take(draft)

    def _why_not(self, path: str, error: UserError) -> str:
        """What is allowed where the reader has refused what the editor would have taken."""
        allowed = self._page().rows[path].editor.allowed()
        if "most" in error.values and "pitch" in error.values:
            return self.tr("With this line pitch at most {most} lines fit between the margins").format(
                most=error.values["most"]
            )
        if path.startswith("page."):
            return self.tr("Together with the other values this does not fit on the paper")
        return allowed or self.tr("This does not go with the other values")

    def _reset(self, path: str) -> None:
        try:
            self._take(self._draft.reset(path))
        except UserError as error:
            self.refuse(error)
        self._page().rows[path].editor.setFocus()

    def _own(self) -> Draft:
        """The draft, or a new one of the office's where it is the program's own."""
        if self._draft.id != self._draft.base:
            return self._draft
        name = free_name(self.tr("Page of {name}").format(name=self._setting.publication), self._names())
        return self._draft.named(new_id(), name)

    def _take(self, draft: Draft) -> None:
        profile = self._draft.value("fonts.profile")
        if draft.id in self._drafts:
            self._replace(draft)
        else:
            self._drafts[draft.id] = self._draft = draft
            self.template.addItem(draft.name, draft.id)
            self.template.setCurrentIndex(self.template.count() - 1)
        self._show_head()
        if draft.value("fonts.profile") != profile:
            self._show_draft()
            return
        self._page().show_draft(draft)
        self._work.show(draft)

    def _replace(self, draft: Draft) -> None:
        self._drafts[draft.id] = self._draft = draft
        self._leaving = False

    # Showing

    def _show_draft(self) -> None:
        """Show another template: every page of fields is made anew when it is turned to."""
        self._pending.clear()
        for page in self._pages.values():
            self.fields.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._show_head()
        self.fields.setCurrentWidget(self._page())
        self._work.show(self._draft)

    def _show_head(self) -> None:
        own = self._draft.id != self._draft.base
        self._leaving = False
        if self.name.text().strip() != self._draft.name:
            self.name.setText(self._draft.name)
        self.name.setEnabled(own)
        self.restore.setEnabled(bool(self._draft.own))
        others = self._setting.users.get(self._draft.id, ()) if own else ()
        words = self.tr("Also used by {names}").format(names="、".join(others)) if others else ""
        self.used.setText(words)

    def _page(self) -> FieldsPage:
        nth = max(self.groups.currentRow(), 0)
        if nth not in self._pages:
            page = FieldsPage(groups.GROUPS[nth], self._draft, self._notes.note, self.fields)
            page.entered.connect(self._enter)
            page.reset_asked.connect(self._reset)
            self.fields.addWidget(page)
            page.follow_in_tab_order(self.groups)
            self._pages[nth] = page
        return self._pages[nth]

    def _turn(self, nth: int) -> None:
        self._pending.clear()
        page = self._page()
        page.show_draft(self._draft)
        self.fields.setCurrentWidget(page)
        self._go_where_it_shows()

    def _go_where_it_shows(self) -> None:
        layout, shows = self._layout, groups.GROUPS[self.groups.currentRow()].shows
        if layout is None or shows is None:
            return
        first = next(self._setting.issue.articles(), None)
        pages = {
            Shows.FIRST: 1,
            Shows.ARTICLE: (layout.page_of(first.id) if first else None) or 1,
            Shows.LAST: len(layout.pages),
        }
        self.preview.go_to_page(pages[shows])

    def _show_pages(self, layout: Layout) -> None:
        self._layout = layout
        self.preview.set_layout(layout)

    # The end

    def _save(self) -> None:
        wrong = next((row for row in self._page().rows.values() if row.wrong), None)
        if wrong is not None:
            wrong.editor.setFocus()
            self.say(self.tr("“{label}” is not right yet. Nothing was stored.").format(
                label=wrong.label.text()), error=True)  # fmt: skip
            return
        self.save.setEnabled(False)
        self.saved.emit(self._draft)

    def is_stored(self, draft: Draft) -> bool:
        """Whether the library has *draft* as it is."""
        before = self._sources.get(draft.id)
        return before is not None and before.problem is None and not self._changed(draft)

    def _changed(self, draft: Draft) -> bool:
        """Whether *draft* is not what the dialog was opened with."""
        before = self._sources.get(draft.id)
        if before is not None and draft.id not in self._given:
            self._given[draft.id] = Draft.of(before)
        given = self._given.get(draft.id)
        return given is None or (given.name, given.own) != (draft.name, draft.own)

    def unsaved(self) -> list[list[str]] | None:
        """Id, name, base and text of every template that would be lost, the one on the screen last."""
        drafts = sorted(self._drafts.values(), key=lambda draft: draft.id == self._draft.id)
        return [[d.id, d.name, d.base, d.text] for d in drafts if self._changed(d)] or None

    def take_unsaved(self, value: list[list[str]]) -> None:
        """Go on with them. Raises `UserError` if the program has no such template any more."""
        for own_id, name, base, text in value:
            self._begin(Draft.of(TemplateSource(own_id, name, base, text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; where something would be lost by it, only the second time."""
        lost = self.unsaved() is not None
        if event.key() == Qt.Key.Key_Escape and lost and not self._leaving:
            self._leaving = True
            self.say(self.tr("Your changes are not stored. Press Esc once more to drop them."))
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and "_said_error" in vars(self):
            self._tint()
            for page in self._pages.values():
                page.retint()

    def _tint(self) -> None:
        t = theme.tokens(self.palette())
        palette = self.note.palette()
        palette.setColor(QPalette.ColorRole.WindowText, t.err if self._said_error else t.muted)
        self.note.setPalette(palette)

    def done(self, result: int) -> None:
        self._work.close()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.done(QDialog.DialogCode.Rejected)
        super().closeEvent(event)
