"""The one style sheet, made from the theme's tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_desktop import paths
from bulletin_desktop.gui.colors import mix

if TYPE_CHECKING:
    from bulletin_desktop.gui.theme import Tokens


def style_sheet(t: Tokens) -> str:
    """Return the one style sheet. Tool buttons, menus and text editors stay the style's own."""
    accent, edge, line, window = t.accent.name(), t.edge.name(), t.line.name(), t.window.name()
    hover, pressed = mix(t.text, t.base, 0.06).name(), mix(t.text, t.base, 0.12).name()
    handle, handle_hover = mix(t.text, t.base, 0.26).name(), mix(t.text, t.base, 0.45).name()
    primary = "QPushButton[primary='true'], QToolButton[primary='true']"
    return f"""
QToolBar {{ background:{window}; border:0; border-bottom:1px solid {line}; padding:4px 8px; spacing:2px; }}
QToolBar::separator {{ background:{line}; width:1px; margin:6px 6px; }}
QMenuBar {{ background:{window}; border:0; padding:2px 8px; spacing:0; }}
QMenuBar::item {{ padding:4px 8px; border-radius:4px; background:transparent; }}
QMenuBar::item:selected {{ background:{t.row_hover.name()}; }}
{_fields(t)}QSplitter::handle {{ background:{line}; }}
QStatusBar {{ background:{window}; border-top:1px solid {line}; }}
QStatusBar::item {{ border:0; }}
QScrollBar:vertical {{ background:transparent; width:12px; margin:0; border:0; }}
QScrollBar::handle:vertical {{ background:{handle}; min-height:32px; border-radius:3px; margin:2px 3px; }}
QScrollBar::handle:vertical:hover {{ background:{handle_hover}; }}
QScrollBar:horizontal {{ background:transparent; height:12px; margin:0; border:0; }}
QScrollBar::handle:horizontal {{ background:{handle}; min-width:32px; border-radius:3px; margin:3px 2px; }}
QScrollBar::handle:horizontal:hover {{ background:{handle_hover}; }}
#groups {{ background:{t.base.name()}; border:0; padding:8px; }}
#desk QScrollBar, #thumbnails QScrollBar {{ background:{t.desk.name()}; }}
#desk::corner {{ background:{t.desk.name()}; border:0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height:0; width:0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background:transparent; }}
QPushButton {{ border:1px solid {edge}; border-radius:4px; padding:5px 12px; background:{t.base.name()}; }}
QPushButton:hover {{ background:{hover}; }}
QPushButton:pressed {{ background:{pressed}; }}
QPushButton:checked {{ background:{t.row_selection.name()}; border-color:{accent}; }}
QPushButton:focus {{ border-color:{accent}; }}
QPushButton:disabled {{ color:{t.faint.name()}; }}
QPushButton:flat {{ border-color:transparent; background:transparent; color:{accent}; padding:4px 8px; }}
QPushButton:flat:hover {{ background:{t.row_hover.name()}; }}
QPushButton:flat:focus {{ border-color:{accent}; }}
QToolButton:focus {{ border:1px solid {accent}; border-radius:4px; }}
{primary} {{ background:{accent}; color:{t.on_accent.name()}; border:1px solid {accent};
  border-radius:4px; padding:4px 12px; }}
QPushButton[primary='true']:hover, QToolButton[primary='true']:hover {{
  background:{mix("#000000", t.accent, 0.12).name()}; }}
QPushButton[primary='true']:focus, QToolButton[primary='true']:focus {{ border:2px solid {t.text.name()};
  padding:3px 11px; }}
QPushButton[primary='true']:disabled, QToolButton[primary='true']:disabled {{
  background:{window if t.strong else line}; border-color:{line}; color:{t.faint.name()}; }}
QToolButton::menu-indicator {{ image:none; }}
{_outlines(t) if t.strong else ""}"""


def _fields(t: Tokens) -> str:
    """Everything one writes into or chooses from has the same edge."""
    accent, edge, window = t.accent.name(), t.edge.name(), t.window.name()
    caret = paths.resources() / "sheet" / f"caret-{'white' if t.dark else 'black'}.svg"
    return f"""
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit {{ border:1px solid {edge}; border-radius:4px;
  padding:3px 4px; background:{t.base.name()}; selection-background-color:{t.highlight.name()}; }}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus {{ border:1px solid {accent}; }}
QAbstractSpinBox {{ padding:2px 0; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width:0; height:0; border:0; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
  border:0; padding:0; background:transparent; }}
QTableView {{ gridline-color:{edge}; }}
QHeaderView {{ background:{window}; border:0; }}
QHeaderView::section {{ background:{window}; color:{t.muted.name()}; border:0; padding:1px 3px;
  border-bottom:1px solid {edge}; }}
RecipientTable {{ border:1px solid {edge}; border-radius:4px; }}
RecipientTable:focus {{ border-color:{accent}; }}
QComboBox {{ border:1px solid {edge}; border-radius:4px; padding:3px 6px; background:{t.base.name()}; }}
QComboBox:focus {{ border-color:{accent}; }}
QComboBox[quiet='true'] {{ color:{t.muted.name()}; }}
QComboBox:disabled {{ color:{t.faint.name()}; background:{window}; }}
QComboBox::drop-down {{ border:0; width:20px; }}
QComboBox::down-arrow {{ image:url("{caret.as_posix()}"); width:12px; height:12px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border:0; padding:0 3px; background:transparent; }}
"""


def _outlines(t: Tokens) -> str:
    """What the style draws with hardly any line has one in high contrast."""
    edge = t.edge.name()
    return f"""
QMenu {{ border:1px solid {edge}; }}
QToolTip {{ border:1px solid {edge}; }}
QToolButton:checked {{ border:1px solid {edge}; border-radius:4px; }}
QTabBar::tab {{ border:1px solid {t.line.name()}; padding:4px 12px; }}
QTabBar::tab:selected {{ border:2px solid {edge}; padding:3px 11px; }}
QCheckBox:focus, QRadioButton:focus {{ border:1px solid {edge}; border-radius:4px; }}
Reader QListWidget, Reader QPlainTextEdit {{ border:1px solid {edge}; }}
"""
