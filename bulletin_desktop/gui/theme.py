"""The only place with colours: four tables of tokens, and the palette made from them.

Widgets ask `tokens(self.palette())` when they paint, so a live switch needs nothing but a repaint.
The tables and sizes were chosen by looking at a prototype and measuring contrast; every text
token keeps 4.5:1 on the grounds it is used on, and 7:1 in high contrast.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui.colors import CONTRAST, HIGH_CONTRAST, contrast, legible, mix
from bulletin_desktop.gui.style_sheet import style_sheet
from bulletin_desktop.values import dataclass


class Scheme(StrEnum):
    """What the person chose in the view menu."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of the program, by its use."""

    dark: bool
    strong: bool  # high contrast
    window: QColor
    base: QColor  # editor, inputs, cards
    desk: QColor  # the ground the preview's paper lies on
    text: QColor
    muted: QColor  # counts, tags, status bar, placeholders
    faint: QColor  # disabled only: too weak for text that must be read
    line: QColor
    edge: QColor  # borders of fields
    accent: QColor
    on_accent: QColor
    highlight: QColor  # selected text
    row_selection: QColor
    row_hover: QColor
    icon: QColor
    paper: QColor
    ink: QColor
    masthead: QColor
    paper_bar: QColor  # the edited paragraph's bar on paper, always the light accent
    paper_hair: QColor  # the edited article's line beside it
    paper_selection: QColor
    paper_found: QColor
    paper_current: QColor  # the one of the found that is being looked at
    shadow: QColor
    mark: QColor  # behind text a person has highlighted
    err: QColor
    warn: QColor
    ok: QColor
    added: QColor  # text that came, on its ground
    added_ground: QColor
    removed: QColor
    removed_ground: QColor
    bands: tuple[QColor, QColor, QColor, QColor]
    band_edges: tuple[QColor, QColor, QColor, QColor]


_LIGHT = {
    "window": "#F4F4F2", "base": "#FFFFFF", "desk": "#E2E2DF", "text": "#202326", "muted": "#565C62",
    "faint": "#8A9096", "line": "#DCDCD8", "edge": "#B9BAB7", "accent": "#265E9C",
    "paper": "#FFFFFF", "ink": "#1A1A1A", "masthead": "#C4161C", "shadow": "#16000000", "mark": "#FBE9A9",
    "err": "#B3261E", "warn": "#825400", "ok": "#2B6A40",
}  # fmt: skip
_DARK = {
    "window": "#25272A", "base": "#1D1F21", "desk": "#17181A", "text": "#E3E5E7", "muted": "#ABB1B7",
    "faint": "#787E84", "line": "#373A3E", "edge": "#54585D", "accent": "#6BA6E5",
    "paper": "#DAD8D2", "ink": "#1A1A1A", "masthead": "#AE0F17", "shadow": "#30000000", "mark": "#5A4A16",
    "err": "#FF8A80", "warn": "#E5B45A", "ok": "#86C79A",
}  # fmt: skip
_BLACK = {
    "window": "#000000", "base": "#000000", "desk": "#000000", "text": "#FFFFFF", "muted": "#E6E6E6",
    "faint": "#A6A6A6", "line": "#9A9A9A", "edge": "#FFFFFF", "accent": "#6FE3FF",
    "paper": "#FFFFFF", "ink": "#000000", "masthead": "#A3000B", "shadow": "#00000000", "mark": "#5A4A16",
    "err": "#FFA79E", "warn": "#FFD166", "ok": "#7BE495",
}  # fmt: skip
_WHITE = {
    "window": "#FFFFFF", "base": "#FFFFFF", "desk": "#D8D8D8", "text": "#000000", "muted": "#2B2B2B",
    "faint": "#6B6B6B", "line": "#5A5A5A", "edge": "#000000", "accent": "#00389A",
    "paper": "#FFFFFF", "ink": "#000000", "masthead": "#A3000B", "shadow": "#00000000", "mark": "#FBE9A9",
    "err": "#8A0000", "warn": "#5C3A00", "ok": "#004D1F",
}  # fmt: skip
_TABLES = {
    (False, False): _LIGHT, (True, False): _DARK, (False, True): _WHITE, (True, True): _BLACK,
}  # fmt: skip
_STRONG_SELECTION = {False: "#BFDDFF", True: "#00589F"}
_BANDS = {
    False: (("#E9F0F8", "#EAF4EC", "#F8F1E4", "#F1EDF7"), ("#6F9BCB", "#7DB08A", "#CFA860", "#A890CC")),
    True: (("#222D39", "#233029", "#342E24", "#2D2837"), ("#5B8CC0", "#5E9C70", "#B08A48", "#8C74B4")),
}
_PAPER_BAR = "#265E9C"
_PAPER_FOUND, _PAPER_CURRENT = "#FFE48F", "#FFB45C"
_ON_ACCENT = ("#FFFFFF", "#10181F", "#000000")


@lru_cache(maxsize=8)
def _table(dark: bool, strong: bool, accent: str) -> Tokens:
    named = {name: QColor(value) for name, value in _TABLES[dark, strong].items()}
    named["accent"] = legible(QColor(accent), named["base"], HIGH_CONTRAST if strong else CONTRAST)
    on_accent = max((QColor(value) for value in _ON_ACCENT), key=lambda c: contrast(c, named["accent"]))
    bands, edges = _BANDS[dark]
    least = HIGH_CONTRAST if strong else CONTRAST
    changed = {}
    for name, source in (("added", named["ok"]), ("removed", named["err"])):
        ground = mix(source, named["base"], 0.14)
        changed |= {name: legible(source, ground, least), f"{name}_ground": ground}
    selected = {
        "highlight": mix(named["accent"], named["base"], 0.38 if dark else 0.26),
        "row_selection": mix(named["accent"], named["window"], 0.22 if dark else 0.15),
    }
    if strong:
        selected = dict.fromkeys(selected, QColor(_STRONG_SELECTION[dark]))
    return Tokens(
        dark=dark,
        strong=strong,
        on_accent=on_accent,
        row_hover=mix(named["text"], named["window"], 0.2 if strong else 0.06),
        icon=mix(named["text"], named["window"], 1.0 if strong else 0.86),
        paper_bar=QColor(_PAPER_BAR),
        paper_hair=mix(_PAPER_BAR, named["paper"], 0.35),
        paper_selection=mix(_PAPER_BAR, named["paper"], 0.24),
        paper_found=mix(_PAPER_FOUND, named["paper"], 0.9),
        paper_current=mix(_PAPER_CURRENT, named["paper"], 0.95),
        bands=tuple(map(QColor, bands)),
        band_edges=tuple(map(QColor, edges)),
        **changed,
        **named,
        **selected,
    )


def tokens(palette: QPalette) -> Tokens:
    """Return the colours that belong to *palette*: by its window, black and white being high contrast's."""
    window = palette.color(QPalette.ColorRole.Window)
    strong = window.name() in (_BLACK["window"], _WHITE["window"].lower())
    return _table(window.lightness() < 128, strong, palette.color(QPalette.ColorRole.Accent).name())


def make_palette(dark: bool, accent: QColor | None = None, strong: bool = False) -> QPalette:
    """Return a palette of our colours, *strong* in high contrast; without *accent* it has our own."""
    t = _table(dark, strong, (accent or QColor(_TABLES[dark, strong]["accent"])).name())
    role, palette = QPalette.ColorRole, QPalette()
    colors = {
        role.Window: t.window, role.WindowText: t.text, role.Base: t.base, role.AlternateBase: t.window,
        role.Text: t.text, role.Button: t.window, role.ButtonText: t.text, role.BrightText: t.err,
        role.ToolTipBase: t.base, role.ToolTipText: t.text, role.PlaceholderText: t.muted,
        role.Highlight: t.highlight, role.HighlightedText: t.text, role.Accent: t.accent,
        role.Link: t.accent, role.LinkVisited: t.accent, role.Light: mix("#FFFFFF", t.window, 0.1),
        role.Midlight: t.line, role.Mid: t.edge, role.Dark: t.edge, role.Shadow: t.desk,
    }  # fmt: skip
    for name, color in colors.items():
        palette.setColor(name, color)
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, t.faint)
    return palette


def interface_font(system: QFont) -> QFont:
    """Return *system* with a Chinese family second, so that CJK text has real weights and heights."""
    families = set(QFontDatabase.families())
    chinese = (
        "Microsoft YaHei UI",
        "Microsoft YaHei",
        "PingFang SC",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
    )
    second = [name for name in chinese if name in families][:1]
    first = [name for name in system.families() if name in families]
    if not first and second:
        first, second = second, []
    font = QFont(system)
    font.setFamilies((first or system.families()) + [name for name in second if name not in first])
    return font


def look(
    scheme: Scheme, system: Qt.ColorScheme, contrast_wanted: bool, system_dark: bool
) -> tuple[bool, bool]:
    """Return whether the program is dark and whether in high contrast.

    *system* is the system's scheme; where *contrast_wanted*, its own palette tells whether it is dark.
    """
    if scheme is Scheme.SYSTEM:
        return (system_dark, True) if contrast_wanted else (system == Qt.ColorScheme.Dark, False)
    return scheme in (Scheme.DARK, Scheme.CONTRAST), scheme is Scheme.CONTRAST


class Theme(QObject):
    """Dresses an application, and again whenever the system's scheme or the person's choice changes."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._system_accent = self._read_accent()
        self._system_dark = self._read_dark()
        self._scheme = scheme
        self._look: tuple[bool, bool] | None = None
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        hints.accessibility().contrastPreferenceChanged.connect(self._contrast_changed)
        self._dress()

    @property
    def scheme(self) -> Scheme:
        """The person's choice."""
        return self._scheme

    @property
    def dark(self) -> bool:
        """Whether the program is dark now."""
        return self._look is not None and self._look[0]

    def choose(self, scheme: Scheme) -> None:
        """Follow *scheme* from now on."""
        self._scheme = scheme
        hints = self._application.styleHints()
        wanted = {
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
            Scheme.CONTRAST: Qt.ColorScheme.Dark,
        }
        hints.setColorScheme(
            wanted.get(scheme, Qt.ColorScheme.Unknown)
        )  # the title bar's, where there is one
        self._dress()

    def _read_accent(self) -> QColor | None:
        """Windows has an accent of the person's; elsewhere Qt reports a constant of its own."""
        if sys.platform != "win32":
            return None
        return self._application.palette().color(QPalette.ColorRole.Accent)

    def _read_dark(self) -> bool:
        """Whether the palette is dark, which must be the system's now."""
        return self._application.palette().color(QPalette.ColorRole.Window).lightness() < 128

    def _contrast_changed(self) -> None:
        """In high contrast the system names no scheme: its own palette tells, which ours has covered."""
        self._application.setPalette(QPalette())
        self._system_dark = self._read_dark()
        self._look = None
        self._dress()

    def _dress(self) -> None:
        hints = self._application.styleHints()
        high = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        now = look(self._scheme, hints.colorScheme(), high, self._system_dark)
        if now == self._look:
            return
        self._look = now
        palette = make_palette(now[0], None if now[1] else self._system_accent, strong=now[1])
        self._application.setPalette(palette)
        # A sheet keeps the old colours until it is set again, also those it does not name.
        self._application.setStyleSheet(style_sheet(tokens(palette)))
        # Windows has fonts of its own for menus and lists; a new sheet restores them, this takes them back.
        self._application.setFont(self._application.font())
        self.changed.emit()
