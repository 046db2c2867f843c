"""What a person sees and clicks in the tree."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bulletin_desktop.gui.tree.nodes import Kind, Node
from bulletin_desktop.gui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def rows(window: MainWindow, kind: Kind) -> list[Node]:
    return [node for node in window.tree.model.walk() if node.kind is kind]


def titles(window: MainWindow) -> list[str]:
    return [node.title for node in rows(window, Kind.ARTICLE)]


def choose(window: MainWindow, *chosen: Node) -> None:
    """Click rows, all but the first with Ctrl."""
    view = window.tree.view
    for nth, node in enumerate(chosen):
        index = window.tree.model.find(node.kind, node.id)
        view.scrollTo(index)
        at = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL if nth else NONE, at)
    view.setFocus()


def selected(window: MainWindow) -> list[str]:
    return [node.title for node in window.tree.selected()]
