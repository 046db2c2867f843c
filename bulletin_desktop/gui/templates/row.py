"""One value of a template in the dialog: name, editor, how firm it is, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from bulletin_desktop.gui import icons, theme
from bulletin_desktop.gui.templates import groups, units
from bulletin_desktop.gui.templates.editors import ChoiceBox, ColourEdit, Editor, NumberEdit, Switch, TextEdit
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.services.template_draft import Draft
from bulletin_desktop.typeset import template_schema
from bulletin_desktop.typeset.template_schema import Field, Kind

_LABEL = 132  # pixels at most
_LETTERS = {
    "title": QT_TRANSLATE_NOOP("TemplateRow", "headline font"),
    "body": QT_TRANSLATE_NOOP("TemplateRow", "body font"),
    "kai": QT_TRANSLATE_NOOP("TemplateRow", "Kaiti"),
    "hei": QT_TRANSLATE_NOOP("TemplateRow", "Heiti"),
    "song": QT_TRANSLATE_NOOP("TemplateRow", "Songti"),
}
_PROFILES = {
    "office": QT_TRANSLATE_NOOP("TemplateRow", "Founder and GB2312 fonts"),
    "windows": QT_TRANSLATE_NOOP("TemplateRow", "Fonts that come with Windows"),
}
_LATIN = ("Times New Roman", "Arial")
Note = Callable[[str], str]
"""What is to be said of the value at a path beside it, such as a font that is missing; empty for nothing."""


def _say(text: str) -> str:
    return QCoreApplication.translate("TemplateRow", text)


class Row(QObject):
    """Two lines of a grid: the value, and a quiet sentence below it where there is something to say.

    *entered* carries path and value, None for what is not allowed; *reset_asked* the path.
    """

    entered = Signal(str, object)
    reset_asked = Signal(str)

    def __init__(self, path: str, draft: Draft, note: Note, page: QWidget) -> None:
        super().__init__(page)
        self.path = path
        self._note = note
        self._field = template_schema.find(path)
        words = groups.label(path)
        self.label = QLabel(words, page)
        self.editor = _editor(self._field, path, draft, page)
        self.editor.setAccessibleName(words)
        self.label.setBuddy(self.editor)
        self.unit = QLabel(page)
        self.tag = QLabel(page)
        self.reset = QToolButton(page, autoRaise=True)
        self.message = QLabel(page)
        self._wrong = False
        self._dress(words)
        self.editor.entered.connect(lambda raw: self.entered.emit(path, raw))
        self.reset.clicked.connect(lambda: self.reset_asked.emit(path))

    def _dress(self, words: str) -> None:
        if self.label.sizeHint().width() > _LABEL:
            self.label.setWordWrap(True)
            self.label.setFixedWidth(_LABEL)
        self.reset.setIconSize(QSize(14, 14))
        self.reset.setFixedSize(24, 24)
        self.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reset.setAccessibleName(self.tr("Reset: {label}").format(label=words))
        self._keep_room(True)
        self.message.setWordWrap(True)
        self.message.hide()
        for quiet in (self.unit, self.tag):
            quiet.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.retint()

    def retint(self) -> None:
        """Take the colours of another palette."""
        self.reset.setIcon(icons.icon("undo"))
        self._tint_message()

    def _tint_message(self) -> None:
        t = theme.tokens(self.label.window().palette())  # the window hears of another theme first
        palette = self.message.palette()
        palette.setColor(QPalette.ColorRole.WindowText, t.err if self._wrong else t.muted)
        self.message.setPalette(palette)

    def place(self, grid: QGridLayout, line: int) -> None:
        """Put the row into lines *line* and *line* + 1 of *grid*."""
        grid.addWidget(self.label, line, 0)
        box = QHBoxLayout()
        box.setSpacing(4)
        stretch = isinstance(self.editor, TextEdit | ChoiceBox)
        if stretch:
            self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.addWidget(self.editor, 1 if stretch else 0)
        box.addWidget(self.unit)
        if not stretch:
            box.addStretch(1)
        grid.addLayout(box, line, 1)
        grid.addWidget(self.tag, line, 2)
        grid.addWidget(self.reset, line, 3)
        grid.addWidget(self.message, line + 1, 1, 1, 3)

    def set_visible(self, shown: bool) -> None:
        """Show or hide everything of the row."""
        self._keep_room(shown)
        for widget in (self.label, self.editor, self.unit, self.tag):
            widget.setVisible(shown)
        self.reset.setVisible(shown and bool(self.reset.property("changed")))
        self.message.setVisible(shown and bool(self.message.text()))

    def _keep_room(self, kept: bool) -> None:
        """Let nothing move when the button to reset comes and goes."""
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(kept)
        self.reset.setSizePolicy(policy)

    def show_value(self, draft: Draft) -> None:
        """Show the draft's value, whether it is the office's own, and what the standard says of it."""
        raw, changed = draft.value(self.path), self.path in draft.own
        self._wrong = False
        self.editor.show_value(raw)
        self._show_unit(raw)
        tag, why = units.strength_words(draft.strength(self.path))
        self.tag.setText(tag)
        self.tag.setToolTip(why)
        self._mark(changed)
        self.reset.setToolTip(self.tr("Back to {value}").format(value=self._words(draft.original(self.path))))
        said = self._note(self.path)
        if draft.departs(self.path):
            value = self._words(draft.original(self.path))
            said = self.tr("GB/T 9704 fixes {value}").format(value=value)
        self._say(said)

    def show_wrong(self, sentence: str = "") -> None:
        """Say that what stands in the editor is not taken, and what would be."""
        self._wrong = True
        self._say(sentence or self.editor.allowed())

    @property
    def wrong(self) -> bool:
        """Whether what stands in the editor was not taken."""
        return self._wrong

    def _say(self, sentence: str) -> None:
        self._tint_message()
        self.message.setText(sentence)
        self.editor.setAccessibleDescription(sentence)
        self.message.setVisible(bool(sentence) and not self.editor.isHidden())

    def _mark(self, changed: bool) -> None:
        font = self.label.font()
        font.setBold(changed)
        self.label.setFont(font)
        self.reset.setProperty("changed", changed)
        self.reset.setVisible(changed and not self.editor.isHidden())

    def _show_unit(self, raw: Any) -> None:
        if isinstance(self.editor, NumberEdit):
            name = units.size_name(raw) if self._field.key == "size" else ""
            self.unit.setText(f"{self.editor.unit} {name}".strip())

    def _words(self, raw: Any) -> str:
        """A value in a sentence."""
        if isinstance(self.editor, NumberEdit):
            return units.Shown.of(raw).whole(raw, named=self._field.key == "size")
        if isinstance(self.editor, ChoiceBox):
            nth = self.editor.findData(raw)
            return self.editor.itemText(nth) if nth >= 0 else str(raw)
        if isinstance(self.editor, Switch):
            return self.tr("yes") if raw else self.tr("no")
        return f"“{raw}”"


def _editor(field: Field, path: str, draft: Draft, page: QWidget) -> Editor:
    match field.kind:
        case Kind.LENGTH | Kind.COUNT:
            return NumberEdit(field, draft.strength(path), page)
        case Kind.SWITCH:
            return Switch(page)
        case Kind.COLOUR:
            return ColourEdit(page)
        case Kind.CHOICE:
            words = (QCoreApplication.translate("Template", text) for text in field.labels)
            return ChoiceBox(tuple(zip(field.choices, words, strict=True)), parent=page)
        case Kind.FONT:
            same = (
                [("", _say(QT_TRANSLATE_NOOP("TemplateRow", "as the template's")))]
                if field.default == ""
                else []
            )
            letters = [(letter, _say(_LETTERS[letter])) for letter in field.choices]
            return ChoiceBox([*same, *letters], parent=page)
        case _:
            return _words_editor(field, path, draft, page)


def _words_editor(field: Field, path: str, draft: Draft, page: QWidget) -> Editor:
    if path == "fonts.profile":
        names = groups.profiles({**draft.theirs, **draft.own})
        return ChoiceBox([(name, _say(_PROFILES.get(name, name))) for name in names], parent=page)
    if path == "fonts.latin":
        choices = [
            ("body", _say(QT_TRANSLATE_NOOP("TemplateRow", "as the Chinese text"))),
            *((name, name) for name in _LATIN),
        ]
        return ChoiceBox(choices, editable=True, parent=page)
    return TextEdit(field, page)
