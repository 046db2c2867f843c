"""The status bar: whether everything is saved, how long it is, and where the library lies."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from bulletin_desktop.document import text
from bulletin_desktop.document.model import Article, Issue
from bulletin_desktop.gui import icons, theme

_ICON = 14


class StatusLine(QObject):
    """Fills a status bar with three texts of equal width."""

    def __init__(self, bar: QStatusBar, library: Path) -> None:
        super().__init__(bar)
        self._bar = bar
        self._lengths: dict[str, tuple[Article, int]] = {}
        row = QWidget(bar)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(12, 0, 12, 0)
        self._picture = QLabel(row)
        self.saved = self._label(Qt.AlignmentFlag.AlignLeft)
        self.figures = self._label(Qt.AlignmentFlag.AlignHCenter)
        self.place = self._label(Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._picture)
        layout.addWidget(self.saved, 1)
        layout.addWidget(self.figures, 1)
        layout.addWidget(self.place, 1)
        bar.addWidget(row, 1)
        bar.setMinimumHeight(26)
        self.place.setText(self.tr("Library {folder}").format(folder=library.parent))
        self.place.setToolTip(str(library))
        self._state = ""
        self.show_saved(None)

    def _label(self, alignment: Qt.AlignmentFlag) -> QLabel:
        label = QLabel(self._bar)
        label.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setMinimumWidth(1)
        font = QFont(label.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        label.setFont(font)
        return label

    def show_saved(self, at: dt.datetime | None) -> None:
        """Everything is in the library, since *at*; None if nothing was typed yet."""
        self.saved.setText(
            self.tr("Saved {time}").format(time=f"{at:%H:%M}") if at else self.tr("Everything is saved")
        )
        self._mark("check")

    def show_typing(self) -> None:
        """There is text that is about to be saved."""
        self.saved.setText(self.tr("Saving…"))
        self._mark("busy")

    def show_trouble(self) -> None:
        """Saving has failed; the text is in memory."""
        self.saved.setText(self.tr("Not saved yet, trying again"))
        self._mark("warning")

    def show_figures(self, issue: Issue | None, article: Article | None, pages: int) -> None:
        """Show the lengths of the article and the issue as Word counts them."""
        if issue is None:
            self.figures.setText("")
            return
        total = sum(self._length(each) for each in issue.articles())
        parts = (
            [self.tr("article {count} characters").format(count=f"{self._length(article):,}")]
            if article
            else []
        )
        parts.append(self.tr("issue {count} characters").format(count=f"{total:,}"))
        if pages:
            parts.append(self.tr("{count} pages").format(count=pages))
        self.figures.setText(" · ".join(parts))

    def retint(self) -> None:
        """Draw the mark again in the palette's colours."""
        self._mark(self._state)

    def _mark(self, glyph: str) -> None:
        self._state = glyph
        t = theme.tokens(self._bar.palette())
        color = {"check": t.ok, "warning": t.err}.get(glyph, t.muted)
        self._picture.setPixmap(icons.pixmap(glyph, _ICON, color, self._bar.devicePixelRatioF()))

    def _length(self, article: Article) -> int:
        known = self._lengths.get(article.id)
        if known is None or known[0] is not article:
            known = self._lengths[article.id] = article, text.characters(article)
        return known[1]
