"""What stands in the window's frame, tree, editor and preview, and how they are connected.

The frame is painted first, with the menus: importing and making all this takes longer than everything before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from bulletin_desktop import paths
from bulletin_desktop.gui import forms
from bulletin_desktop.gui.backend import Lane
from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.editing import Editing
from bulletin_desktop.gui.editor.article_editor import ArticleEditor
from bulletin_desktop.gui.empty import EmptyPage
from bulletin_desktop.gui.notices import NoticeBar
from bulletin_desktop.gui.panels.area import PanelArea
from bulletin_desktop.gui.panes import Panes
from bulletin_desktop.gui.picture_store import PictureStore
from bulletin_desktop.gui.preview.exact_check import ExactCheck
from bulletin_desktop.gui.preview.fit_offer import FitOffer
from bulletin_desktop.gui.preview.pane import PreviewPane
from bulletin_desktop.gui.preview.qt_measures import QtMeasures
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.gui.strip import PreviewStrip
from bulletin_desktop.gui.tree.panel import TreePanel
from bulletin_desktop.gui.tree_acts import TreeActs
from bulletin_desktop.gui.welcome import WelcomePage

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.services.templates import TemplateSource


def furnish(window: MainWindow) -> None:
    """Make the panes and what works in them, as attributes of *window*; `window.ends` ends it."""
    _make_panes(window)
    _make_work(window)
    _connect_panes(window)
    _connect_work(window)
    _connect_actions(window)


def _make_panes(window: MainWindow) -> None:
    measures = window.measures = QtMeasures()
    forms.fill(
        window.pages,
        "workplace",
        {
            "WelcomePage": WelcomePage,
            "TreePanel": lambda parent: TreePanel(window.backend, parent),
            "ArticleEditor": ArticleEditor,
            "EmptyPage": EmptyPage,
            "PreviewPane": lambda parent: PreviewPane(measures, parent),
            "PanelArea": PanelArea,
            "PreviewStrip": PreviewStrip,
        },
        holder=window,
    )
    window.panels.widen_into(window.whole)
    window.arrangement = Panes(window)
    window.preview.restore(window.memory.pages)
    if not window.memory.restore_panes(window.panes):
        window.arrangement.share_width()
    window.arrangement.restore(window.memory.folded)
    window.menu_view.insertMenu(window.menu_scheme.menuAction(), window.preview.menu)
    window.pages.setCurrentWidget(window.work_page)
    window.pages.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # until now it kept the focus from the tool bar
    window.tree.setFocus()


def _make_work(window: MainWindow) -> None:
    backend, ends = window.backend, window.ends
    window.notices = NoticeBar(window.centralWidget())
    window.files = Lane("files", window)
    ends.append(window.files.close)
    window.pictures = PictureStore(backend, window)
    ends.append(window.pictures.shut_down)
    window.session = IssueSession(backend, lambda look: _typesetter(window, look), window)
    ends.append(window.session.shut_down)
    window.work = DeskWork(backend, window)
    window.editing = Editing(window, window.session, window.work, window.form_actions, window.status)
    ends.append(window.editing.detach)
    window.check = ExactCheck(window.preview, window.session, backend, window.measures, window.catalog)
    ends.append(window.check.shut_down)
    window.fit = FitOffer(
        window.preview,
        window.session,
        window.work,
        window.measures,
        memory=window.memory,
        settle=window.editing.settle,
    )
    ends.append(window.fit.shut_down)
    window.tree_acts = TreeActs(window, window.session, window.work, window.editing)
    ends.append(window.tree_acts.detach)


def _typesetter(window: MainWindow, look: TemplateSource) -> object:
    from bulletin_desktop.services import publish

    return publish.typesetter(look, window.measures)


def _connect_panes(window: MainWindow) -> None:
    editor, pictures = window.editor, window.pictures
    window.form_actions.serve_tree(window.tree)
    for page in (window.welcome, window.empty):
        page.new_issue.connect(lambda: window.issues.begin())
        page.paste.connect(lambda: window.intake.paste())
        page.open_text.connect(lambda: window.intake.choose_files())
    window.welcome.sample.connect(lambda: window.intake.open_sample())
    window.empty.new_article.connect(window.tree_acts.new_article)
    editor.object_opened.connect(lambda value: window.inserts.open(value))
    editor.pictures_offered.connect(lambda sources: window.inserts.take(sources))
    editor.picture_tools.replace_wanted.connect(lambda picture: window.inserts.ask_replacement(picture))
    editor.set_pictures(pictures.image)
    pictures.loaded.connect(editor.update_pictures)
    window.preview.set_pictures(pictures)
    window.panels.left.connect(editor.setFocus)
    window.strip.clicked.connect(lambda: window.arrangement.show_preview(True))


def _connect_work(window: MainWindow) -> None:
    editing, session, work, notices = window.editing, window.session, window.work, window.notices
    editing.library_read.connect(window.library_read)
    editing.issue_shown.connect(window.show_title)
    editing.place_changed.connect(window.memory.set_place)
    editing.stepped.connect(notices.say)
    work.done.connect(window.say_done)
    work.stack.indexChanged.connect(notices.hide_offer)
    session.save_failed.connect(window.save_failed)
    session.saved.connect(notices.hide_error)
    session.replaced.connect(lambda error: notices.say(window.catalog.error(error)))
    window.tree.told.connect(notices.say)
    for source in (work, session, window.tree):
        source.failed.connect(window.tell)
    window.files.busy_changed.connect(window.show_busy)


def _connect_actions(window: MainWindow) -> None:
    log = str(paths.log_file().parent)
    does: dict[str, Callable[[], object]] = {
        "new_issue": lambda: window.issues.begin(),
        "paste_manuscript": lambda: window.intake.paste(),
        "open_text": lambda: window.intake.choose_files(),
        "open_sample": lambda: window.intake.open_sample(),
        "export": lambda: window.outputs.export(),
        "export_open": lambda: window.outputs.export(then_open=True),
        "export_pdf": lambda: window.outputs.export(".pdf"),
        "export_html": lambda: window.outputs.export(".html"),
        "export_text": lambda: window.outputs.export(".txt"),
        "export_folder": lambda: window.exports.open_folder(),
        "print": lambda: window.outputs.print(window.preview.current_page),
        "quit": window.close,
        "cut": lambda: _to_focus("cut"),
        "copy": lambda: _to_focus("copy"),
        "paste": lambda: _to_focus("paste"),
        "select_all": lambda: _to_focus("selectAll"),
        "insert_picture": lambda: window.inserts.ask_picture(),
        "insert_table": lambda: window.inserts.ask_table(),
        "insert_page_break": lambda: window.inserts.insert_page_break(),
        "page_template": lambda: _edit_template(window),
        "renew_look": lambda: window.templates.renew(),
        "open_log": lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(log)),
    }
    for name, slot in does.items():
        getattr(window, f"action_{name}").triggered.connect(lambda _checked=False, slot=slot: slot())
    window.action_show_tree.triggered.connect(window.arrangement.show_tree)
    window.action_show_preview.triggered.connect(window.arrangement.show_preview)
    window.preview.menu.triggered.connect(lambda: window.arrangement.show_preview(True))


def _edit_template(window: MainWindow) -> None:
    window.editing.settle()
    window.templates.begin()


def _to_focus(slot: str) -> None:
    act = getattr(QApplication.focusWidget(), slot, None)
    if act is not None:
        act()
