"""The preview: the very pages of the exported file, beside the editor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from bulletin_desktop.gui.preview.bars import NoticeBar, PageBar
from bulletin_desktop.gui.preview.desk import Desk
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures


class PreviewPane(QWidget):
    """Shows a `Layout`, follows the cursor of the editor and sends it where a click in the text points.

    `clicked` carries an article's id, a block's id (or headline, kicker, subtitle, credit) and an offset.
    """

    clicked = Signal(str, str, int)

    def __init__(self, measures: Measures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measures = measures
        self._layout: Layout | None = None
        self._told: set[str] = set()
        self._notice = NoticeBar(self)
        self._desk = Desk(measures, self)
        self._empty = QLabel(self.tr("The pages of an issue appear here while you write."), self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._bar = PageBar(self)
        self._arrange()
        self._desk.clicked.connect(self.clicked)
        self._desk.page_changed.connect(self._show_page)
        self._desk.zoom_changed.connect(self._show_zoom)
        self._bar.page_wanted.connect(self._desk.go_to_page)
        self._bar.zoom_wanted.connect(self._desk.set_zoom)
        self.setFocusProxy(self._desk)
        self._show_zoom()

    def set_layout(self, layout: Layout | None) -> None:
        """Show *layout*, or say what belongs here if there is none."""
        self._layout = layout
        self._desk.set_layout(layout)
        self._stack.setCurrentWidget(self._desk if layout else self._empty)
        self._show_page()
        if layout:
            self._tell_missing(layout)
        else:
            self._notice.hide()

    def follow(self, article: str, block: str, offset: int) -> None:
        """Mark the paragraph being edited and bring the character at *offset* into view."""
        self._desk.follow(article, block, offset)

    def _arrange(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addLayout(self._stack, 1)
        column.addWidget(self._bar)

    def _show_page(self, _page: int = 0) -> None:
        self._bar.show_page(self._desk.current_page(), len(self._layout.pages) if self._layout else 0)

    def _show_zoom(self) -> None:
        self._bar.show_zoom(self._desk.zoom(), self._desk.factor())

    def _tell_missing(self, layout: Layout) -> None:
        """Say once which fonts of the template are replaced on this machine."""
        missing = [name for name in layout.template.missing(self._measures) if name not in self._told]
        self._told.update(missing)
        if missing:
            if len(missing) == 1:
                text = self.tr(
                    "{font} is not installed here; the preview uses another, the Word file does not."
                )
            else:
                text = self.tr(
                    "{font} and {count} more fonts are not installed here; the preview uses others, "
                    "the Word file does not."
                )
            self._notice.tell(text.format(font=missing[0], count=len(missing) - 1), "\n".join(missing))
