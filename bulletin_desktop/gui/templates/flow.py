"""Opening the dialog on the open issue's publication, and storing what comes of it as one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bulletin_desktop.document.model import Issue
from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Lane
from bulletin_desktop.gui.desk_work import DeskWork
from bulletin_desktop.gui.dialogs.answers import is_open, while_open
from bulletin_desktop.gui.memory import Memory
from bulletin_desktop.gui.session import IssueSession
from bulletin_desktop.services.acts import Act, ChooseTemplate, RenewLook, SaveTemplate
from bulletin_desktop.typeset import template

if TYPE_CHECKING:
    from bulletin_desktop.gui.templates.dialog import Setting, TemplateDialog
    from bulletin_desktop.i18n import Catalog
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.outline import PublicationRow
    from bulletin_desktop.services.template_draft import Draft
    from bulletin_desktop.services.templates import TemplateSource
    from bulletin_desktop.typeset.measures import Measures

Read = tuple["PublicationRow", tuple["TemplateSource", ...], dict[str, list[str]], "TemplateSource"]


class TemplateFlow(QObject):
    """*saved* says what was stored in words, and whether the open issue keeps the look it was exported with.

    *window* is the main window, with its backend's work and its session.
    """

    saved = Signal(str, bool)
    follows = Signal(str)  # there is nothing to set anew
    failed = Signal(object)

    def __init__(
        self, files: Lane, memory: Memory, catalog: Catalog, measures: Measures, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session: IssueSession = window.session
        self._work: DeskWork = window.work
        self._files = files
        self._memory = memory
        self._catalog = catalog
        self._measures = measures
        self._window = window

    def begin(self) -> None:
        """Open the dialog on the publication of the open issue."""
        issue = self._session.issue
        if issue is not None:
            self._work.ask(_read, issue.id, lambda read: self._open(issue, read), self.failed.emit)

    def renew(self) -> None:
        """Let the open issue, which was exported, be set by its publication's template as it is now."""
        if self._session.issue is not None:
            issue_id = self._session.issue.id
            self._work.ask(_look, issue_id, lambda look: self._renew(issue_id, look), self.failed.emit)

    def _renew(self, issue_id: str, look: TemplateSource) -> None:
        if look.kept:
            words = self.tr("The issue is set by its publication's template as it is now")
            self._work.act(
                RenewLook(issue_id), self.tr("Set the issue anew"), lambda: self._work.done.emit(words)
            )
        else:
            self.follows.emit(self.tr("This issue follows its publication's template already."))

    def _open(self, issue: Issue, read: Read) -> None:
        from bulletin_desktop.gui.dialogs.keeping import DialogKeeping
        from bulletin_desktop.gui.templates.dialog import TemplateDialog

        if self._session.issue is None or self._session.issue.id != issue.id:
            return
        publication = read[0]
        dialog = TemplateDialog(
            self._setting(self._session.issue, read), self._measures, self._catalog, self._window
        )
        dialog.preview.set_pictures(self._window.pictures)
        self._memory.restore_size("template", dialog)
        dialog.resize(dialog.size().boundedTo(self._window.size()))
        dialog.saved.connect(lambda draft: self._save(dialog, publication, issue.id, draft))
        dialog.import_asked.connect(lambda: self._ask_import(dialog))
        dialog.export_asked.connect(lambda draft: self._ask_export(dialog, draft))
        dialog.finished.connect(lambda _result: self._memory.keep_size("template", dialog))
        dialog.finished.connect(dialog.deleteLater)
        DialogKeeping(dialog, f"template:{publication.id}", self._window.backend.drafts)
        dialog.open()

    def _setting(self, issue: Issue, read: Read) -> Setting:
        from bulletin_desktop.gui.templates.dialog import Setting
        from bulletin_desktop.services import sample_issue

        publication, templates, users, look = read
        sentence = ""
        if look.kept:
            sentence = self.tr(
                "This issue was exported and keeps the look it was sent in. What you change here holds for "
                "the publication's other issues, and for this one once you set it anew."
            )
        if not any(True for _ in issue.articles()):
            issue = sample_issue.sample_issue(issue.masthead.name, issue.masthead.unit)
            sentence = sentence or self.tr("The issue is empty yet: the pages show a fictional one.")
        return Setting(
            publication.name,
            publication.template,
            templates,
            users,
            sample_issue.shortened(issue),
            sentence,
        )

    # Storing

    def _save(self, dialog: TemplateDialog, publication: PublicationRow, issue_id: str, draft: Draft) -> None:
        steps = _steps(publication, draft, dialog.is_stored(draft))
        if not steps:
            dialog.accept()
            return

        def stored() -> None:
            while_open(dialog, dialog.accept)()
            words = self.tr("“{publication}” is set by “{name}”").format(
                publication=publication.name, name=draft.name
            )
            self._work.ask(_look, issue_id, lambda look: self.saved.emit(words, look.kept), self.failed.emit)

        self._work.steps(steps, self.tr("Page and template"), stored, partial(self._refuse, dialog))

    # Files

    def _ask_import(self, dialog: TemplateDialog) -> None:
        chooser = self._chooser(dialog, self.tr("Import a template"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.import_file(dialog, Path(name)))
        chooser.open()

    def _ask_export(self, dialog: TemplateDialog, draft: Draft) -> None:
        from bulletin_desktop.export.filenames import safe_name
        from bulletin_desktop.services.template_files import ENDING

        chooser = self._chooser(dialog, self.tr("Export the template"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(ENDING[1:])
        chooser.selectFile(safe_name(draft.name, ENDING))
        chooser.fileSelected.connect(lambda name: self.export_file(dialog, draft, Path(name)))
        chooser.open()

    def _chooser(self, dialog: TemplateDialog, title: str) -> QFileDialog:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(dialog, title, str(self._memory.export_folder or Path(documents)))
        chooser.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        chooser.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        chooser.setNameFilter(self.tr("Template (*.toml)"))
        chooser.finished.connect(chooser.deleteLater)
        return chooser

    def import_file(self, dialog: TemplateDialog, path: Path) -> None:
        """Go on in the dialog with the template in a file; a wrong one is told and changes nothing."""
        self._files.run(
            _read_file, path, done=while_open(dialog, dialog.take), failed=partial(self._refuse, dialog)
        )

    def export_file(self, dialog: TemplateDialog, draft: Draft, path: Path) -> None:
        """Write the template as it is on the screen to a file."""

        def written(_path: Path) -> None:
            self._memory.export_folder = path.parent
            while_open(dialog, dialog.say)(self.tr("“{name}” was written.").format(name=path.name))

        self._files.run(_write_file, draft, path, done=written, failed=partial(self._refuse, dialog))

    def _refuse(self, dialog: TemplateDialog, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if is_open(dialog):
            dialog.refuse(error)
        else:
            self.failed.emit(error)


def _steps(publication: PublicationRow, draft: Draft, stored: bool) -> list[Act]:
    """What has to be done so that the publication is set by *draft*, *stored* if it is in the library so."""
    steps: list[Act] = []
    chosen = draft.id
    if draft.id not in template.BUILT_IN and not stored:
        steps.append(SaveTemplate(draft.id, draft.name, draft.base, draft.text))
    if chosen != publication.template:
        steps.append(ChooseTemplate(publication.id, chosen))
    return steps


def _read(desk: Desk, issue_id: str) -> Read:
    """The issue's publication, every template, by template the other publications that use it, the look."""
    look = desk.look(issue_id)  # tells of an issue that is gone
    rows = desk.outline().publications
    own = next(row for row in rows if any(issue.id == issue_id for issue in row.issues))
    users: dict[str, list[str]] = {}
    for row in rows:
        if row.id != own.id:
            users.setdefault(row.template, []).append(row.name)
    return own, desk.templates(), users, look


def _look(desk: Desk, issue_id: str) -> TemplateSource:
    return desk.look(issue_id)


def _read_file(path: Path) -> Any:
    from bulletin_desktop.services import template_files

    return template_files.read(path)


def _write_file(draft: Draft, path: Path) -> Path:
    from bulletin_desktop.services import template_files

    return template_files.write(draft.source, path, _words)


def _words(text: str) -> str:
    return QCoreApplication.translate("Template", text)
