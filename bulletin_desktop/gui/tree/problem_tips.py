"""What is wrong with an article, in words, read when a person rests on its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QToolTip

from bulletin_desktop.errors import UserError
from bulletin_desktop.gui.backend import Backend
from bulletin_desktop.gui.tree.model import NODE
from bulletin_desktop.gui.tree.nodes import Kind
from bulletin_desktop.gui.tree.view import TreeView
from bulletin_desktop.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from bulletin_desktop.document.model import Article
    from bulletin_desktop.proofing.findings import Finding
    from bulletin_desktop.services.desk import Desk

_SHOWN = 8
_AROUND = 12  # characters of the text that are quoted

_WORDS = {
    "no_headline": QT_TRANSLATE_NOOP("ProblemTips", "No headline"),
    "no_text": QT_TRANSLATE_NOOP("ProblemTips", "No text"),
    "empty_paragraph": QT_TRANSLATE_NOOP("ProblemTips", "An empty paragraph"),
    "number_jumps": QT_TRANSLATE_NOOP("ProblemTips", "A number is left out"),
    "number_repeats": QT_TRANSLATE_NOOP("ProblemTips", "A number stands twice"),
    "level_skipped": QT_TRANSLATE_NOOP("ProblemTips", "A level of headings is left out"),
    "unpaired": QT_TRANSLATE_NOOP("ProblemTips", "A bracket or quotation mark stands alone"),
    "no_date": QT_TRANSLATE_NOOP("ProblemTips", "A signature without a date"),
    "no_signature": QT_TRANSLATE_NOOP("ProblemTips", "A date without a signature"),
    "salutation_not_first": QT_TRANSLATE_NOOP("ProblemTips", "A salutation that is not at the beginning"),
}


class ProblemTips(QObject):
    """Shows the tooltip again with the problems, if the person still rests there when they are known."""

    def __init__(self, view: TreeView, backend: Backend) -> None:
        super().__init__(view)
        self._view = view
        self._backend = backend
        view.tip_wanted.connect(self._read)

    def _read(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        node = index.data(NODE) if index.isValid() else None
        if node is None or node.kind is not Kind.ARTICLE or not node.problems:
            return
        article_id = node.id
        self._backend.submit(
            lambda desk: _sentences(desk, article_id),
            done=lambda sentences: self._show(at, article_id, sentences),
            failed=_not_read,
        )

    def _show(self, at: QPoint, article_id: str, sentences: list[tuple[str, str]]) -> None:
        index = self._view.indexAt(at)
        node = index.data(NODE) if index.isValid() else None
        if node is None or node.id != article_id or not self._view.underMouse():
            return
        lines = [node.tip]
        for kind, quoted in sentences[:_SHOWN]:
            words = QCoreApplication.translate("ProblemTips", _WORDS.get(kind, kind))
            lines.append(f"· {words}" + (f" {quoted}" if quoted else ""))
        if len(sentences) > _SHOWN:
            lines.append("…")
        where = self._view.viewport().mapToGlobal(at)
        QToolTip.showText(where, "\n".join(lines), self._view.viewport(), self._view.visualRect(index))


def _not_read(error: Exception) -> None:
    """Where an article is gone or damaged the count in the tooltip has to do; a bug is raised on."""
    if not isinstance(error, UserError):
        raise error


def _sentences(desk: Desk, article_id: str) -> list[tuple[str, str]]:
    from bulletin_desktop.proofing import structure

    article = desk.article(article_id)
    return [(str(finding.kind), _quoted(article, finding)) for finding in structure.findings(article)]


def _quoted(article: Article, finding: Finding) -> str:
    """The beginning of the paragraph, or what stands around a place further on in it."""
    text = next((block.text for block in article.paragraphs() if block.id == finding.block_id), "")
    if not text:
        return ""
    start = max(0, finding.start - _AROUND // 2) if finding.start > _AROUND else 0
    piece = text[start : start + _AROUND]
    return f"“{'…' * bool(start)}{piece}{'…' * (start + _AROUND < len(text))}”"
