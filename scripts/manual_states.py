"""The states of the program that the manual has pictures of; each function makes the picture of its name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from samples_for_review import batch, likenesses
from screenshot_exchange import comparison
from screenshot_register import filled_register
from screenshot_search import earlier_issues

from bulletin_desktop.document.model import Role
from bulletin_desktop.gui.cards import ActCard
from bulletin_desktop.gui.editor.gutter import Gutter
from bulletin_desktop.gui.editor.sheet import Sheet
from bulletin_desktop.gui.find.bar import ArticleBar, Where
from bulletin_desktop.gui.found_typing import FoundTyping
from bulletin_desktop.gui.palette.popup import Palette
from bulletin_desktop.gui.register.columns import Column
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.found_typing import Fate, Found, FoundText

if TYPE_CHECKING:
    from make_manual_pictures import Author

_KEY, _LEFT = Qt.Key, Qt.MouseButton.LeftButton


def start_welcome(author: Author) -> None:
    """The first page of an empty library."""
    author.wait_for(author.window.welcome.isVisible)
    ways = author.around(author.window.welcome.findChildren(ActCard))
    author.shoot(area=ways.adjusted(-60, -110, 60, 40))


def start_review(author: Author) -> None:
    """The sample under review."""
    window = author.window
    author.click(window.welcome.findChild(ActCard, "card_book"))
    author.wait_for(lambda: window.review.page is not None)
    page = window.review.page
    author.narrow()
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
    dialog = author.fill_issue_form()
    author.shoot(dialog)
    author.accept_issue_form(dialog)


def start_window(author: Author) -> None:
    """The window at work, its four panes numbered."""
    window = author.window
    author.wait_for(window.preview.offer_bar.isVisible)
    author.close_font_notes()
    tree, text, pages, panels = (
        author.at(each) for each in (window.tree, window.editor, window.preview, window.panels)
    )
    author.shoot(
        numbers=(
            QPoint(tree.center().x(), tree.bottom() - 40),
            QPoint(text.right() - 40, text.top() + 40),
            QPoint(pages.center().x(), pages.top() + 60),
            QPoint(panels.right() - 40, panels.center().y()),
        )
    )


def start_export(author: Author) -> None:
    """The menu beside the button that exports."""
    window = author.window
    more = window.tool_bar.findChild(QToolButton, "export_more")
    menu = more.menu()
    menu.popup(more.mapToGlobal(more.rect().bottomRight()) - QPoint(menu.sizeHint().width(), 0))
    author.rest(200)
    author.shoot(area=QRect(window.width() - 420, 0, 420, 80 + menu.height()))


def intake_doubt(author: Author) -> None:
    """What the review asks about: a likeness to what was printed, a boundary, an end that is missing."""
    review = author.window.review
    review.begin(batch())
    author.wait_for(lambda: review.page is not None and len(review.page.recognitions()) == 2)
    page = review.page
    page.set_likenesses(likenesses())
    page.lines.setFocus()
    QTest.keyClick(page.lines, _KEY.Key_Tab)
    author.rest(300)
    author.shoot(area=author.at(page.cards))


def intake_cleaning(author: Author) -> None:
    """What was cleaned, with the switches of one sort, and the lines it was cleaned in."""
    page = author.window.review.page
    page.lines.scrollToTop()
    page.chips.menu_wanted.emit(0, page.chips.mapToGlobal(QPoint(16, 28)))
    author.wait_for(author.application.activePopupWidget)
    author.shoot(area=QRect(0, 0, 560, 300))
    author.application.activePopupWidget().close()
    page.corrections.stack.clear()
    author.window.review.leave()


def intake_settings(author: Author) -> None:
    """How manuscripts are taken in."""
    dialog = author.dialog("intake_settings")
    dialog._model.set_pairs((("政协云溪市委员会", "市政协"), ("老旧小区", "城镇老旧小区"), ("帐号", "账号")))
    author.shoot(dialog)


def register(author: Author) -> None:
    """The register of manuscripts."""
    window, panel = author.window, filled_register(author)
    panel.view.horizontalHeader().setSortIndicator(Column.RECEIVED, Qt.SortOrder.AscendingOrder)
    panel.view.choose((panel.model.shown[0].article_id,))
    area = author.at(window.panels)
    author.shoot(area=area.adjusted(0, 0, window.width() - area.width(), 0))


def tree_menu(author: Author) -> None:
    """The tree, and what it offers for an article."""
    tree = author.window.tree
    tree.setFocus()
    index = tree.view.currentIndex()
    at = tree.view.viewport().mapToGlobal(tree.view.visualRect(index).bottomRight() - QPoint(60, 0))
    tree.menu_wanted.emit(at)
    author.wait_for(author.application.activePopupWidget)
    author.shoot(area=author.at(tree).adjusted(0, 0, 210, -70))


def editing_role(author: Author) -> None:
    """A paragraph's tag and the menu it opens."""
    editor = author.window.editor
    author.open(3)
    heading = next(each for each in editor.article().blocks if each.role is Role.HEADING1)
    editor.go_to(heading.id, 0)
    gutter, sheet = editor.findChild(Gutter), editor.findChild(Sheet)
    scroll = sheet.verticalScrollBar()
    scroll.setValue(scroll.value() + sheet.cursorRect().top() - 80)
    author.rest(300)
    QTest.mouseClick(gutter, _LEFT, pos=gutter.tag_center(sheet.textCursor().block()))
    author.wait_for(author.application.activePopupWidget)
    menu = author.application.activePopupWidget()
    text = author.at(editor)
    top = author.window.mapFromGlobal(menu.pos()).y() - 70
    author.shoot(area=QRect(text.x(), top, 480, menu.height() + 86))


def editing_table(author: Author) -> None:
    """A table's cells."""
    dialog = author.dialog("insert_table")
    rows = (("小区", "现有车位", "计划新增"), ("柳湾苑", "120", "90"), ("临江小区", "86", "70"))
    for row, words in enumerate(rows):
        for column, text in enumerate(words):
            dialog.grid.model().setData(dialog.grid.model().index(row, column), text)
    author.shoot(dialog)


def find_replace(author: Author) -> None:
    """The bar above the text, and the list of all places below it, before any is replaced."""
    window = author.window
    author.open(0)
    author.act("replace")
    bar = window.findChild(ArticleBar)
    bar.ask("协商", replaces=True, selection=False)
    bar.new.setText("会商")
    bar.where.setCurrentIndex(bar.where.findData(Where.ISSUE))
    bar.list_wanted.emit()
    panel = window.panels.panel("find")
    author.wait_for(lambda: panel.model.hits > 5 and panel.replace.isEnabled())
    area = author.at(bar).united(author.at(window.panels))
    author.shoot(area=area)
    QTest.keyClick(bar, _KEY.Key_Escape)


def search(author: Author) -> None:
    """What was found in the whole library."""
    window = author.window
    window.backend.wait(earlier_issues)
    window.work.changed.emit(frozenset())
    author.narrow()
    author.act("search")
    panel = window.panels.panel("search")
    panel.field.setText("养老")
    author.wait_for(panel.model.rowCount)
    QTest.keyClick(panel.field, _KEY.Key_Down)
    QTest.keyClick(panel.view, _KEY.Key_Space)
    author.rest(1500)
    author.shoot(area=author.at(window.panels))


def approval_difference(author: Author) -> None:
    """What was changed in an article after a version of it was named."""
    window = author.window
    author.open(1)
    author.name_version("送审稿")
    author.clock.later(90)
    author.rewrite("23条", "26条")
    author.rewrite("4月底前", "4月20日前")
    author.clock.later(20)
    panel = window.panels.open("history")
    author.rest(1200)
    panel.choose(next(row.revision for row in panel.model.rows if row.name == "送审稿"))
    author.rest(800)
    author.shoot(area=author.at(window.panels))


def approval_states(author: Author) -> None:
    """Articles in every state."""
    tree = author.window.tree
    for nth, state in enumerate(("checked", "sent", "signed")):
        tree.view.setCurrentIndex(tree.model.find(Kind.ARTICLE, author.article(nth).id))
        tree.setFocus()
        author.act(f"state_{state}")
        author.rest(400)
    area = author.at(tree)
    author.shoot(area=area.adjusted(0, 0, 0, -area.height() // 2))


def publication(author: Author) -> None:
    """What a publication gives its issues."""
    author.shoot(author.dialog("publication_fields"))


def template(author: Author) -> None:
    """How a publication's issues look."""
    dialog = author.dialog("page_template")
    author.wait_for(dialog.preview.focusProxy)
    author.rest(1500)
    author.shoot(dialog)


def preview(author: Author) -> None:
    """The preview: its offer to save a page, and what is at its foot."""
    pane = author.window.preview
    author.wait_for(pane.offer_bar.isVisible)
    bar = pane._bar
    buttons = [author.at(each) for each in (bar.strip, bar.field, bar.check, bar.spread, bar._zoom)]
    offer = author.at(pane.offer_bar)
    numbers = (
        offer.bottomLeft() + QPoint(20, 10),
        *(QPoint(at.center().x(), at.top() - 6) for at in buttons),
    )
    author.shoot(area=author.at(pane), numbers=numbers)


def archive(author: Author) -> None:
    """Where an issue's folder goes."""
    dialog = author.dialog("archive")
    dialog.root.setText("D:/办公室/简报档案")
    author.rest(500)
    author.shoot(dialog)


def exchange(author: Author) -> None:
    """What a colleague sent, beside what is here."""
    with comparison(author) as dialog:
        dialog.resize(dialog.width(), 430)
        author.rest(500)
        author.shoot(dialog)


def backup(author: Author) -> None:
    """The backups, and what the chosen one holds."""
    (keeper,) = (each.keeper for each in author.window.features if hasattr(each, "keeper"))
    for _ in range(2):
        keeper.begin()
        author.wait_for(lambda: not keeper.busy)
        article = next(
            author.window.backend.wait(lambda desk: desk.issue(author.window.session.issue.id)).articles()
        )
        changed = replace(article, kicker="三月")
        author.window.backend.wait(lambda desk, changed=changed: desk.apply(SaveArticle(changed)))
        author.clock.later(60)
    dialog = author.dialog("backups")
    author.wait_for(lambda: dialog.contents.topLevelItemCount() and dialog.difference.text())
    dialog.contents.topLevelItem(0).child(0).setExpanded(True)
    dialog.resize(dialog.width(), 470)
    author.shoot(dialog)


def trouble_found(author: Author) -> None:
    """What a breakdown had kept from being saved."""
    (feature,) = (each for each in author.window.features if isinstance(each, FoundTyping))
    text = FoundText("A", "", "云溪县召开春耕生产现场推进会议", Fate.ARTICLE, deleted=False)
    feature.tell(Found((text,)))
    author.wait_for(author.application.activeModalWidget)
    author.shoot(author.application.activeModalWidget())


def start_saved(author: Author) -> None:
    """Where the window says that everything is saved, and where the library is."""
    author.rewrite("17次", "18次")
    author.narrow()
    author.wait_for(lambda: "已保存" in author.window.status.saved.text())
    author.shoot(area=author.at(author.window.status_bar).adjusted(0, -32, 0, 0))


def palette(author: Author) -> None:
    """Commands by the first letters of their pinyin."""
    author.act("palette")
    shown = author.window.findChild(Palette)
    QTest.keyClicks(shown.field, "dc")
    author.rest(300)
    author.shoot(area=author.at(shown))
    shown.shut()


STATES = (
    start_welcome, start_review, start_issue, start_window, start_export, intake_doubt, intake_cleaning,
    intake_settings, tree_menu, editing_role, editing_table, find_replace, preview, publication, template,
    palette, start_saved, approval_difference, approval_states, archive, exchange, backup, search, register,
    trouble_found,
)  # fmt: skip
