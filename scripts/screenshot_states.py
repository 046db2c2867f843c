"""The states of the program that take_screenshots.py takes pictures of."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from screenshot_about import about, first_aid
from screenshot_exchange import archive, exchange
from screenshot_intake import intake_progress, intake_questions
from screenshot_person import Person
from screenshot_register import register
from screenshot_search import search

from bulletin_desktop.document.model import Picture
from bulletin_desktop.gui.cards import ActCard
from bulletin_desktop.gui.tree.filter_box import FilterBox
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.services.acts import SaveArticle


def welcome(person: Person) -> None:
    """The first page of an empty library."""
    person.wait_for(person.window.welcome.isVisible)
    person.take("welcome")


def review(person: Person) -> None:
    """The sample under review, and the form for its issue."""
    window = person.window
    person.click(window.welcome.findChild(ActCard, "card_book"))
    person.wait_for(lambda: window.review.page is not None)
    person.take("review")
    dialog = person.fill_issue_form()
    person.take("issue-new", dialog)
    person.accept_issue_form(dialog)


def review_full(person: Person) -> None:
    """What a file holds beside its text, pictures, tables, likenesses, answers, and files that failed."""
    from samples_for_review import batch, failures, likenesses

    from bulletin_desktop.gui.review.sender_editor import SenderEditor

    review = person.window.review
    review.begin(batch())
    person.wait_for(lambda: review.page is not None and len(review.page.recognitions()) == 2)
    page = review.page
    page.set_failures(failures())
    page.set_likenesses(likenesses())
    person.take("review-full")
    page.lines.setFocus()
    for key, modifiers, name in (
        (Qt.Key.Key_I, Qt.KeyboardModifier.NoModifier, "told"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "stepped"),
        (Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, "sender"),
    ):
        QTest.keyClick(page.lines, key, modifiers)
        person.take(f"review-{name}")
    QTest.keyClick(page.cards.findChild(SenderEditor).contributor, Qt.Key.Key_Escape)
    QTest.keyClick(page.lines, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.lines, Qt.Key.Key_Delete)
    page.chips.menu_wanted.emit(0, page.chips.mapToGlobal(QPoint(16, 28)))
    person.take("review-switches", person.application.activePopupWidget())
    person.application.activePopupWidget().close()
    QTest.keyClick(page.lines, Qt.Key.Key_Question)
    person.take("review-left-out")
    page.corrections.stack.clear()
    review.leave()


def intake_settings(person: Person) -> None:
    """How manuscripts are taken in."""
    dialog = person.dialog("intake_settings")
    dialog._model.set_pairs((("政协云溪市委员会", "市政协"), ("老旧小区", "城镇老旧小区"), ("帐号", "账号")))
    person.take("intake-settings", dialog)


def backups(person: Person) -> None:
    """The backups: one to look into, one that is damaged, one that is about to be restored."""
    from bulletin_desktop.services import backups as services

    library, backend = person.window.backend.path, person.window.backend
    folder = services.default_folder(library)
    (keeper,) = (each.keeper for each in person.window.features if hasattr(each, "keeper"))
    keeper.begin()
    person.wait_for(lambda: not keeper.busy)
    (made,) = folder.glob("*.db")
    made.with_name(f"{library.stem}-2026-03-02-091500.db").write_bytes(made.read_bytes()[:40_000])
    article = next(backend.wait(lambda desk: desk.issue(person.window.session.issue.id)).articles())
    backend.wait(lambda desk: desk.apply(SaveArticle(replace(article, kicker="三月"))))
    dialog = person.dialog("backups")
    person.wait_for(lambda: dialog.contents.topLevelItemCount() and dialog.difference.text())
    issue = dialog.contents.topLevelItem(0).child(0)
    issue.setExpanded(True)
    person.take("backups", dialog)
    dialog.restore.click()
    person.wait_for(dialog.restore.isEnabled)
    person.take("backups-restoring", dialog)
    dialog.backups.setCurrentItem(dialog.backups.topLevelItem(1))
    person.rest(500)
    person.take("backups-damaged", dialog)


def window(person: Person) -> None:
    """The window at work."""
    person.window.notices.hide()
    person.take("window")


def notices(person: Person) -> None:
    """The quiet bar after an act, and with an error."""
    person.window.notices.say("已把“市政协召开会议”移到回收站", ("撤销", lambda: None))
    person.take("notice")
    error = "磁盘已满，最后输入的文字没能保存；文字还在窗口里。请腾出空间，程序会自己再试。"
    person.window.notices.say(error, ("再试一次", lambda: None), error=True)
    person.take("notice-error")


def message(person: Person) -> None:
    """A failure told in a dialog."""
    person.application.clipboard().clear()
    person.act("paste_manuscript")
    person.wait_for(person.application.activeModalWidget)
    person.take("message", person.application.activeModalWidget())


def found_typing(person: Person) -> None:
    """What a breakdown had kept from being saved, in one article and in several."""
    from bulletin_desktop.gui.found_typing import FoundTyping
    from bulletin_desktop.services.found_typing import Fate, Found, FoundText

    (feature,) = (each for each in person.window.features if isinstance(each, FoundTyping))
    one, *others = (
        FoundText(title, "", title, fate, deleted=False)
        for title, fate in (
            ("云溪县召开春耕生产现场推进会议", Fate.ARTICLE),
            ("关于加强基层治理的建议", Fate.VERSION),
            ("市水利局部署防汛备汛工作，压实各级责任", Fate.MANUSCRIPT),
        )
    )
    for name, texts in (("found-typing", (one,)), ("found-typing-several", (one, *others))):
        feature.tell(Found(texts))
        person.wait_for(person.application.activeModalWidget)
        person.take(name, person.application.activeModalWidget())
        person.tidy()


def menus(person: Person) -> None:
    """Every menu of the bar, open."""
    for action in person.window.menu_bar.actions():
        menu = QMenu.menuInAction(action)
        menu.popup(person.window.mapToGlobal(QPoint(40, 40)))
        person.take(f"menu-{menu.objectName().removeprefix('menu_')}", menu)
        menu.close()


def panels(person: Person) -> None:
    """Every panel below the text."""
    area = person.window.panels
    for name in area.names:
        area.open(name)
        person.rest(500)
        person.take(f"panel-{name}")


def issue_form(person: Person) -> None:
    """The details of the open issue."""
    dialog = person.dialog("issue_fields")
    person.rest(2000)  # for the pages beside the fields
    person.take("issue-form", dialog)


def publication_form(person: Person) -> None:
    """What a publication gives its issues."""
    person.take("publication-form", person.dialog("publication_fields"))


def template(person: Person) -> None:
    """How a publication's issues look."""
    dialog = person.dialog("page_template")
    person.wait_for(dialog.preview.focusProxy)
    person.take("template", dialog)


def table(person: Person) -> None:
    """A table's cells."""
    _into_text(person)
    person.take("table", person.dialog("insert_table"))


def picture(person: Person) -> None:
    """A picture's size and caption."""
    _into_text(person)
    file = person.desk / "图.png"
    image = QImage(800, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("#B9C7D6"))
    painter = QPainter(image)
    painter.fillRect(100, 250, 600, 200, QColor("#6D8299"))
    painter.end()
    image.save(str(file))
    before = person.window.editor.article()
    person.window.inserts.take([file])
    person.wait_for(lambda: person.window.editor.article() != before)
    person.take("window-picture")
    shown = next(each for each in person.window.editor.article().blocks if isinstance(each, Picture))
    person.window.inserts.open(shown)
    person.wait_for(person.application.activeModalWidget)
    person.take("picture", person.application.activeModalWidget())


def printing(person: Person) -> None:
    """Printing."""
    person.take("print", person.dialog("print"))


def palette(person: Person) -> None:
    """The command palette, empty, typed in, and for titles alone."""
    from bulletin_desktop.gui.palette.popup import Palette

    person.act("palette")
    shown = person.window.findChild(Palette)
    person.take("palette")
    QTest.keyClicks(shown.field, "dc")
    person.take("palette-typed")
    shown.shut()
    person.act("go_to")
    shown.field.setText("协商")
    person.wait_for(shown.model.rowCount)
    person.take("go-to")
    shown.shut()


def help_pages(person: Person) -> None:
    """The help at two pages, and searched."""
    from bulletin_desktop.gui.help.flow import HelpFlow

    person.act("help")
    shown = next(each for each in person.window.features if isinstance(each, HelpFlow)).shown
    for name in ("10-start", "90-keys"):
        shown.open(name)
        person.take(f"help-{name}", shown)
    shown.search.setText("期号")
    shown.view.open("60-issue")
    person.take("help-search", shown)
    shown.search.clear()
    shown.close()


def tour(person: Person) -> None:
    """The tour's five steps."""
    from bulletin_desktop.gui.tour.bubble import Bubble

    person.act("tour")
    for step in range(1, 6):
        person.take(f"tour-{step}")
        next(each for each in person.window.findChildren(Bubble) if each.isVisible()).next.click()


def start_page(person: Person) -> None:
    """What to go on with."""
    person.act("start_page")
    person.take("start-page")
    QTest.keyClick(person.window.welcome, Qt.Key.Key_Escape)


def filtered(person: Person) -> None:
    """The tree by some words."""
    field = person.window.tree.findChild(FilterBox).field
    field.setText("协商")
    person.rest(600)
    person.take("filter")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(person.window.tree.results, Qt.Key.Key_End)
    person.rest(600)
    person.take("filter-text")
    field.clear()


def tree_menu(person: Person) -> None:
    """What the tree offers for an article."""
    tree = person.window.tree
    tree.setFocus()
    tree.menu_wanted.emit(tree.mapToGlobal(QPoint(60, 200)))
    person.wait_for(person.application.activePopupWidget)
    person.take("menu-of-the-tree", person.application.activePopupWidget())


def recycle_bin(person: Person) -> None:
    """An article in the recycle bin."""
    tree = person.window.tree
    person.act("delete")
    person.rest(500)
    tree.view.expand(tree.model.find(Kind.BIN, "recycle_bin"))
    person.rest(500)
    person.take("recycle-bin")
    person.window.work.stack.undo()
    person.rest(500)


def empty_issue(person: Person) -> None:
    """An issue without articles, and none at all."""
    dialog = person.dialog("new_issue")
    person.rest(1500)
    person.click(dialog.accept_button)
    person.wait_for(person.window.empty.isVisible)
    person.window.notices.hide()
    person.take("empty-issue")
    person.window.session.close()
    person.rest(300)
    person.take("nothing-open")


def finding(person: Person) -> None:
    """Finding and replacing over the text, and the list of hits."""
    from bulletin_desktop.gui.find.bar import ArticleBar

    _into_text(person)
    person.act("find")
    bar = person.window.findChild(ArticleBar)
    bar.ask("协商", replaces=False, selection=False)
    person.take("find")
    person.act("replace")
    person.take("replace")
    bar.where.setCurrentIndex(bar.where.count() - 1)
    person.rest(1000)
    person.take("find-in-library")
    QTest.keyClick(bar, Qt.Key.Key_Escape)


def symbols(person: Person) -> None:
    """Special characters."""
    _into_text(person)
    person.act("symbols")
    person.take("symbols", person.application.activeModalWidget() or person.application.activePopupWidget())


def focus_mode(person: Person) -> None:
    """The text alone."""
    _into_text(person)
    person.act("focus")
    person.take("focus-mode")
    person.act("focus")


def narrow(person: Person) -> None:
    """The smallest window that is promised, and the smallest there is."""
    size = person.window.size()
    for width, height in ((1024, 640), (800, 500)):
        person.window.resize(width, height)
        person.take(f"window-{width}x{height}")
    person.window.resize(size)


def _into_text(person: Person) -> None:
    article = person.window.editor.article()
    person.window.editor.go_to(article.blocks[0].id, 0)


STATES = (
    welcome, review, review_full, intake_settings, backups, window, notices, message, found_typing, menus,
    panels, issue_form, publication_form, template, table, picture, printing, finding, symbols, focus_mode,
    narrow, palette, help_pages, tour, start_page, filtered, tree_menu, register, intake_questions,
    intake_progress, search, exchange, archive, about, first_aid, recycle_bin, empty_issue,
)  # fmt: skip
LEADING = (welcome, review)  # the others are reached from where these have led
