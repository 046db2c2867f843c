"""Colours can be read, in light and dark, with any accent a person's system has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QLabel

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.colors import CONTRAST, HIGH_CONTRAST, contrast, legible, mix
from bulletin_desktop.gui.theme import Scheme, Theme, make_palette, tokens

GROUNDS = ("window", "base")
READ = ("text", "muted", "accent", "err", "warn", "ok")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_the_grounds_it_stands_on(dark: bool, name: str, ground: str) -> None:
    t = tokens(make_palette(dark))
    assert contrast(getattr(t, name), getattr(t, ground)) >= CONTRAST


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_selections_bands_and_paper(dark: bool) -> None:
    t = tokens(make_palette(dark))
    for ground in (t.highlight, t.row_selection, t.row_hover, *t.bands):
        assert contrast(t.text, ground) >= CONTRAST
    for ink in (t.ink, t.masthead, t.paper_bar):
        assert contrast(ink, t.paper) >= CONTRAST
    assert contrast(t.on_accent, t.accent) >= CONTRAST


@given(st.integers(0, 0xFFFFFF), st.booleans())
def test_any_accent_becomes_legible(rgb: int, dark: bool) -> None:
    t = tokens(make_palette(dark, QColor.fromRgb(rgb)))
    assert contrast(t.accent, t.base) >= CONTRAST
    assert contrast(t.on_accent, t.accent) >= CONTRAST


def test_an_accent_that_can_be_read_stays_as_it_is() -> None:
    assert legible(QColor("#265E9C"), QColor("#FFFFFF")) == QColor("#265E9C")


def test_mix_lays_the_first_over_the_second() -> None:
    assert mix("#FFFFFF", "#000000", 0.25) == QColor("#404040")


def test_the_palette_says_whether_it_is_dark() -> None:
    assert tokens(make_palette(True)).dark
    assert not tokens(make_palette(False)).dark


def test_a_switch_reaches_widgets_that_are_on_the_screen(qapp: QApplication, qtbot: object) -> None:
    dressed = Theme(qapp, Scheme.LIGHT)
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(dressed.changed):
        dressed.choose(Scheme.DARK)
    assert label.palette().windowText().color() == tokens(make_palette(True)).text
    dressed.choose(Scheme.LIGHT)
    assert label.palette().windowText().color() == tokens(make_palette(False)).text
    dressed.deleteLater()
    qapp.setStyleSheet("")


def test_menus_and_lists_have_the_program_s_font(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    # What Qt does on Windows with every sheet, by what was seen under Wine.
    system = QFont("the system's own")
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda self, sheet: self.setFont(system, "QMenu"))
    dressed = Theme(qapp, Scheme.LIGHT)
    assert QApplication.font("QMenu").families() == qapp.font().families()
    dressed.deleteLater()


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_is_seven_to_one_everywhere(dark: bool) -> None:
    t = tokens(make_palette(dark, strong=True))
    assert t.strong
    assert t.dark == dark
    for name in READ:
        for ground in GROUNDS:
            assert contrast(getattr(t, name), getattr(t, ground)) >= HIGH_CONTRAST, (name, ground)
    for ground in (t.highlight, t.row_selection, t.row_hover, t.mark, *t.bands):
        assert contrast(t.text, ground) >= HIGH_CONTRAST
    for ink in (t.ink, t.masthead):
        assert contrast(ink, t.paper) >= HIGH_CONTRAST
    assert contrast(t.on_accent, t.accent) >= HIGH_CONTRAST
    assert contrast(t.edge, t.base) >= HIGH_CONTRAST
    assert contrast(t.line, t.window) >= 3  # WCAG 2.1, 1.4.11
    assert contrast(t.faint, t.window) >= CONTRAST


UNKNOWN, LIGHT, DARK = Qt.ColorScheme.Unknown, Qt.ColorScheme.Light, Qt.ColorScheme.Dark


@pytest.mark.parametrize(
    ("scheme", "system", "high", "system_dark", "dark", "strong"),
    [
        (Scheme.SYSTEM, LIGHT, False, False, False, False),
        (Scheme.SYSTEM, DARK, False, True, True, False),
        (Scheme.SYSTEM, UNKNOWN, True, True, True, True),
        (Scheme.SYSTEM, UNKNOWN, True, False, False, True),
        (Scheme.LIGHT, DARK, True, True, False, False),
        (Scheme.DARK, LIGHT, False, False, True, False),
        (Scheme.CONTRAST, LIGHT, False, False, True, True),
    ],
)
def test_the_system_s_contrast_is_followed_unless_the_person_has_chosen(
    scheme: Scheme, system: Qt.ColorScheme, high: bool, system_dark: bool, dark: bool, strong: bool
) -> None:
    assert theme.look(scheme, system, high, system_dark) == (dark, strong)


def test_high_contrast_can_be_chosen_and_left(qapp: QApplication) -> None:
    dressed = Theme(qapp, Scheme.CONTRAST)
    assert tokens(qapp.palette()).strong
    dressed.choose(Scheme.LIGHT)
    assert not tokens(qapp.palette()).strong
    dressed.deleteLater()
    qapp.setStyleSheet("")
