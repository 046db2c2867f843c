"""The states of the program that the manual has pictures of; each function makes the picture of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from bulletin_desktop.gui.cards import ActCard

if TYPE_CHECKING:
    from make_manual_pictures import Author

_KEY, _NO = Qt.Key, Qt.KeyboardModifier.NoModifier

_WHOLE = 1400  # pixels across a picture of the whole window


def start_welcome(author: Author) -> None:
    """The first page of an empty library."""
    author.wait_for(author.window.welcome.isVisible)
    ways = _around(author, *author.window.welcome.findChildren(ActCard))
    author.shoot(area=ways.adjusted(-60, -110, 60, 40))


def start_review(author: Author) -> None:
    """The sample under review."""
    window = author.window
    author.click(window.welcome.findChild(ActCard, "card_book"))
    author.wait_for(lambda: window.review.page is not None)
    page = window.review.page
    cards, accept = author.at(page.cards), author.at(page.accept)
    author.shoot(
        area=QRect(0, 0, window.width(), 372),
        numbers=(
            QPoint(author.at(page.lines).center().x(), 146),
            QPoint(cards.right() - 60, 172),
            accept.topLeft() - QPoint(0, 2),
        ),
    )


def start_issue(author: Author) -> None:
    """The form for its issue."""
    window = author.window
    author.click(window.pages.currentWidget().accept)
    author.wait_for(author.application.activeModalWidget)
    dialog = author.application.activeModalWidget()
    dialog.unit.setText("云溪市政协办公室")
    dialog.lists.take("report_to", "省政协办公厅（2份），市委、市政府领导（12份）")
    dialog.lists.take("send_to", "各县（市、区）政协×20，市直有关单位×40")
    dialog.lists.spare.setValue(6)
    author.rest(2000)  # for the pages beside the fields
    author.shoot(dialog)
    author.click(dialog.accept_button)
    author.wait_for(lambda: window.session.layout is not None and window.editor.isVisible())


def start_window(author: Author) -> None:
    """The window at work, its four panes numbered."""
    window = author.window
    author.wait_for(window.preview.offer_bar.isVisible)
    _without_font_notes(author)
    tree, text, pages, panels = (
        author.at(each) for each in (window.tree, window.editor, window.preview, window.panels)
    )
    author.shoot(
        numbers=(
            QPoint(tree.center().x(), tree.bottom() - 40),
            QPoint(text.right() - 40, text.top() + 40),
            QPoint(pages.center().x(), pages.top() + 60),
            QPoint(panels.right() - 40, panels.center().y()),
        ),
        width=_WHOLE,
    )


def start_export(author: Author) -> None:
    """The menu beside the button that exports."""
    window = author.window
    more = window.tool_bar.findChild(QToolButton, "export_more")
    menu = more.menu()
    menu.popup(more.mapToGlobal(more.rect().bottomRight()) - QPoint(menu.sizeHint().width(), 0))
    author.rest(200)
    author.shoot(area=QRect(window.width() - 420, 0, 420, 80 + menu.height()))


STATES = (start_welcome, start_review, start_issue, start_window, start_export)


def _around(author: Author, *widgets: QWidget) -> QRect:
    whole = QRect()
    for each in widgets:
        whole = whole.united(author.at(each))
    return whole


def _without_font_notes(author: Author) -> None:
    """Close what the preview says about the fonts of this computer."""
    notice = author.window.preview._notice
    if notice.isVisible():
        author.click(notice.findChild(QToolButton))
