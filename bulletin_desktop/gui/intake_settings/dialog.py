"""How manuscripts are taken in: each rule of cleaning with an example, the replacements, the footnotes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QStyle,
    QTableView,
    QWidget,
)

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui import forms
from bulletin_desktop.gui.check_box import CheckBox
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.intake_settings.table import ReplacementsModel
from bulletin_desktop.gui.issue_form.note import Note
from bulletin_desktop.gui.review import words
from bulletin_desktop.i18n import Catalog
from bulletin_desktop.intake import replacing
from bulletin_desktop.intake.cleaner import ALL, Rule
from bulletin_desktop.intake.encoding import decode
from bulletin_desktop.intake.settings import NotePlacement, Settings
from bulletin_desktop.reasons import reason

_LARGEST = 4 * 1024 * 1024  # bytes of a file of replacements
_RULES = 440  # logical pixels that rules and examples want at least; in English they scroll
_ARROW = "  →  "
_EXAMPLES = {
    Rule.HALFWIDTH_PUNCTUATION: "会议,召开" + _ARROW + "会议，召开",
    Rule.HALFWIDTH_BRACKETS: "党组(扩大)会议" + _ARROW + "党组（扩大）会议",
    Rule.POINTS: "抓紧落实." + _ARROW + "抓紧落实。",
    Rule.QUOTES: '"一题一策"' + _ARROW + "“一题一策”",
    Rule.FULLWIDTH_DIGITS: "１２月" + _ARROW + "12月",
    Rule.FULLWIDTH_LETTERS: "ＧＤＰ" + _ARROW + "GDP",
    Rule.SPACES: "会议 指出，" + _ARROW + "会议指出，",
    Rule.TITLE_SPACES: "会 议 纪 要" + _ARROW + "会议纪要",
    Rule.INDENT: "　　会议" + _ARROW + "会议",
}


class IntakeSettingsDialog(FittingDialog):
    """Shows *settings*; `chosen` carries what became of them."""

    chosen = Signal(object)

    scroll: QScrollArea
    rules: QGridLayout
    rules_title: QLabel
    replacements_title: QLabel
    replacements: QTableView
    add: QPushButton
    remove: QPushButton
    import_table: QPushButton
    table_note: Note
    notes: QComboBox
    usual: QPushButton
    cancel: QPushButton
    accept_button: QPushButton

    def __init__(self, settings: Settings, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.fill(self, "intake_settings", {"Note": Note})
        self._catalog = catalog
        self._settings = settings
        self.boxes = {rule: self._rule(nth, rule) for nth, rule in enumerate(Rule)}
        self._model = ReplacementsModel(self)
        self._model.set_pairs(settings.replacements)
        self._lay_out_table()
        for placement, name in (
            (NotePlacement.END, self.tr("Below their article")),
            (NotePlacement.INLINE, self.tr("In brackets where they belong")),
            (NotePlacement.ASIDE, self.tr("Set aside")),
        ):
            self.notes.addItem(name, placement)
        self.notes.setCurrentIndex(self.notes.findData(settings.notes))
        self._connect()
        self._dress()
        self.resize(880, self.sizeHint().height())

    def settings(self) -> Settings:
        """Return what stands in the dialog."""
        rules = frozenset(rule for rule, box in self.boxes.items() if box.isChecked())
        return Settings(rules, self._model.pairs, NotePlacement(self.notes.currentData()))

    def import_file(self, path: Path) -> None:
        """Add the replacements of a file, and say how many; what is wrong with it is said below the table."""
        try:
            read = replacing.read(decode(_content(path)))
        except UserError as error:
            self.table_note.say(self._catalog.error(error), self.replacements, wrong=True)
            return
        added = self._model.add(read.pairs)
        said = self.tr("{added} added, {known} known already").format(
            added=added, known=len(read.pairs) - added
        )
        if read.left:
            said += self.tr("; {left} lines have no two columns").format(left=read.left)
        self.table_note.say(said, self.replacements, wrong=not read.pairs)

    def _rule(self, nth: int, rule: Rule) -> CheckBox:
        box = CheckBox(self)
        box.setText(words.rule_name(rule))
        box.setChecked(rule in self._settings.rules)
        example = QLabel(self._example(rule), self)
        example.setTextFormat(Qt.TextFormat.PlainText)
        example.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        box.setAccessibleDescription(example.text())
        self.rules.addWidget(box, nth, 0)
        self.rules.addWidget(example, nth, 1)
        return box

    def _example(self, rule: Rule) -> str:
        said = {
            Rule.FORBIDDEN: self.tr("control characters, zero-width spaces"),
            Rule.WRAPPED_LINES: self.tr("joined into whole paragraphs"),
            Rule.WEB_NOISE: self.tr("source, clicks, share, previous page: set aside"),
            Rule.PAGE_NUMBERS: "- 3 -" + _ARROW + self.tr("set aside"),
            Rule.REPLACEMENTS: self.tr("by the table beside"),
        }
        return said.get(rule) or _EXAMPLES[rule]

    def _lay_out_table(self) -> None:
        table = self.replacements
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.import_table.clicked.connect(self._choose_file)
        self.usual.clicked.connect(self._as_usual)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.replacements)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)

    def _dress(self) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        for title in (self.rules_title, self.replacements_title):
            title.setFont(font)
        page = self.scroll.widget()
        for ground in (page, self.scroll.viewport()):
            ground.setAutoFillBackground(False)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.scroll.setMinimumWidth(min(page.minimumSizeHint().width() + bar, _RULES))

    def _add(self) -> None:
        """Begin a new row."""
        last = self._model.index(self._model.rowCount() - 1, 0)
        self.replacements.setFocus()
        self.replacements.setCurrentIndex(last)
        self.replacements.edit(last)

    def _remove(self) -> None:
        self._model.remove(index.row() for index in self.replacements.selectionModel().selectedRows())

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Import replacements"))
        dialog.setNameFilters([self.tr("Two columns (*.txt *.csv *.tsv)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.import_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _as_usual(self) -> None:
        for rule, box in self.boxes.items():
            box.setChecked(rule in ALL)
        self.notes.setCurrentIndex(self.notes.findData(NotePlacement.END))

    def _accept(self) -> None:
        self.replacements.setFocus()  # what is being written counts too
        self.accept_button.setFocus()
        self.chosen.emit(self.settings())
        self.accept()


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(
                "{name} is too large for a table of replacements; nothing was read.", name=path.name
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "{name} could not be read: {reason}. Nothing was changed.",
            name=path.name,
            reason=reason(error),
        ) from error
