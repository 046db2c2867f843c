"""What the tour shows, and beside which widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bulletin_desktop.i18n import QT_TRANSLATE_NOOP
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow


@dataclass(frozen=True, slots=True)
class Step:
    """One bubble. *beside* names what may be pointed at; the first that is shown is."""

    title: str
    words: str
    beside: Callable[[MainWindow], tuple[QWidget, ...]]


STEPS = (
    Step(
        QT_TRANSLATE_NOOP("Tour", "The tree: what the issue is made of"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Sections and articles in the order they are printed. Drag them, or press Ctrl+Up and Ctrl+Down. "
            "What is deleted goes to the recycle bin.",
        ),
        lambda window: (window.tree,),
    ),
    Step(
        QT_TRANSLATE_NOOP("Tour", "The text: only write"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "A tag at the left says what a paragraph is; a click changes it. How it looks, the template "
            "knows. What you type is saved within a second.",
        ),
        lambda window: (window.middle,),
    ),
    Step(
        QT_TRANSLATE_NOOP("Tour", "The pages: what Word will show"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Every line and every page breaks here where the exported file breaks it. A click on a page "
            "takes you to that place in the text.",
        ),
        lambda window: (window.preview, window.strip),
    ),
    Step(
        QT_TRANSLATE_NOOP("Tour", "The state: saved, how long, how many pages"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "The mark at the left says when everything was saved. Nothing is lost by a power cut or a "
            "deletion; F1 says how.",
        ),
        lambda window: (window.status_bar,),
    ),
    Step(
        QT_TRANSLATE_NOOP("Tour", "The Word file: one key"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "F12 writes the issue. PDF, web page, text and printing are behind the arrow. Any other command: "
            "Ctrl+Shift+P and its name.",
        ),
        lambda window: (window.tool_bar.findChild(QWidget, "export_button"),),
    ),
)
