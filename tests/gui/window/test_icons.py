"""One set of icons: every one that is asked for exists, takes its colour from the palette and is drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from bulletin_desktop import paths
from bulletin_desktop.gui import icons

FOLDER = paths.resources() / "icons"
NAMES = sorted(file.stem for file in FOLDER.glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(name, 18, QColor("#FF0000"), 2.0).toImage()
    assert image.width() == 36
    inked = {
        image.pixelColor(x, y).rgb()
        for x in range(36)
        for y in range(36)
        if image.pixelColor(x, y).alpha() > 200
    }
    assert inked == {QColor("#FF0000").rgb()}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_has_no_colour_and_no_weight_of_its_own(name: str) -> None:
    source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in source
    assert not re.search(r"#[0-9a-fA-F]{3,6}|rgb\(", source)
    assert 'viewBox="0 0 24 24"' in source


def test_a_disabled_icon_looks_different(qapp: QApplication) -> None:
    icon = icons.icon("export")
    normal, disabled = icon.pixmap(18).toImage(), icon.pixmap(18, QIcon.Mode.Disabled).toImage()
    assert normal != disabled


def test_an_icon_is_drawn_when_it_is_shown_and_once(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[object, ...]] = []
    draw = icons.pixmap
    monkeypatch.setattr(icons, "pixmap", lambda *how: drawn.append(how) or draw(*how))
    icon = icons.icon("export")
    assert drawn == []
    assert [icon.pixmap(QSize(18, 18), 1.5).size() for _ in range(2)] == [QSize(27, 27)] * 2
    assert [(size, ratio) for _, size, _, ratio in drawn] == [(18, 1.5)]


def test_an_icon_paints_as_it_is_drawn(qapp: QApplication) -> None:
    canvas = QPixmap(20, 20)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    icons.icon("export", QColor("#FF0000")).paint(painter, QRect(1, 1, 18, 18))
    painter.end()
    image = canvas.toImage()
    assert any(image.pixelColor(x, y) == QColor("#FF0000") for x in range(20) for y in range(20))


def test_every_icon_a_form_names_exists() -> None:
    named = {
        name
        for form in paths.forms().glob("*.ui")
        for name in re.findall(
            r'name="glyph"[^>]*><string[^>]*>([^<]+)<', Path(form).read_text(encoding="utf-8")
        )
    }
    assert named
    assert named <= set(NAMES)
