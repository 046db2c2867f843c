"""How rows look: each state has a shape of its own, in the light and in the dark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.tree.nodes import STATES
from bulletin_desktop.gui.tree.rows import paint_state


def painted(state: str, problems: int, dark: bool) -> QImage:
    t = theme.tokens(theme.make_palette(dark))
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(t.window)
    painter = QPainter(image)
    painter.scale(2, 2)
    paint_state(painter, QPointF(8, 8), state, problems, t)
    painter.end()
    return image


def without_colour(image: QImage) -> bytes:
    """The shape alone: what differs from the ground."""
    ground = image.pixel(0, 0)
    return bytes(image.pixel(x, y) != ground for y in range(image.height()) for x in range(image.width()))


@pytest.mark.parametrize("dark", [False, True])
def test_every_state_has_its_own_shape_whatever_its_colour(qapp: QApplication, dark: bool) -> None:
    shapes = {without_colour(painted(state, 0, dark)) for state in STATES}
    assert len(shapes) == len(STATES)


@pytest.mark.parametrize("dark", [False, True])
def test_a_problem_is_a_red_disc_whatever_the_state(qapp: QApplication, dark: bool) -> None:
    t = theme.tokens(theme.make_palette(dark))
    images = [painted(state, 2, dark) for state in STATES]
    assert all(image == images[0] for image in images)
    assert QColor(images[0].pixel(12, 16)) == QColor(t.err.name(QColor.NameFormat.HexArgb))
    assert painted("draft", 0, dark).pixelColor(16, 16) == t.window
