"""A picture's caption and size, and another picture in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from bulletin_desktop.document.model import Picture
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.gui import forms, theme
from bulletin_desktop.gui.dialogs.fitting import FittingDialog
from bulletin_desktop.gui.picture_store import PictureStore

if TYPE_CHECKING:
    from bulletin_desktop.services.pictures import PictureInfo


class PictureView(QWidget):
    """Shows a picture as large as there is room, or an empty frame while it loads."""

    def __init__(self, store: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._sha256 = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        store.loaded.connect(self.update)

    def show_picture(self, sha256: str) -> None:
        """Show the picture with this hash."""
        self._sha256 = sha256
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme.tokens(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colors.desk)
            pixels = round(self.width() * self.devicePixelRatioF())
            image = self._store.image(self._sha256, pixels)
            if image is None or image.isNull():
                return
            room = QSizeF(self.size()) - QSizeF(16, 16)
            size = QSizeF(image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            corner = QPointF(self.width() - size.width(), self.height() - size.height()) / 2
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(corner, size), image)


class PictureDialog(FittingDialog):
    """Edits a `Picture`; *chosen* carries the new value. `another_wanted` asks for a file to replace it.

    The height follows the width: a picture is never distorted.
    """

    chosen = Signal(object)
    another_wanted = Signal()

    view: PictureView
    caption: QLineEdit
    width_mm: QDoubleSpinBox
    share: QSpinBox
    size_label: QLabel
    text_width: QPushButton
    replace_button: QPushButton
    cancel: QPushButton
    accept_button: QPushButton

    def __init__(
        self, picture: Picture, text_width: int, store: PictureStore, parent: QWidget | None = None
    ) -> None:
        """*text_width* is the page's, in tenths of a millimetre."""
        super().__init__(parent)
        forms.fill(self, "picture", {"PictureView": lambda holder: PictureView(store, holder)})
        self._picture = picture
        self._most = text_width
        self.width_mm.setMaximum(max(picture.width, text_width) / 10)
        self.width_mm.setValue(picture.width / 10)
        self.width_mm.lineEdit().setTextMargins(3, 0, 3, 0)
        self.caption.setText(picture.caption)
        self.view.show_picture(picture.sha256)
        self.share.setMaximum(max(100, round(100 * picture.width / text_width)))
        self.share.lineEdit().setTextMargins(3, 0, 3, 0)
        self.width_mm.valueChanged.connect(self._show_size)
        self.share.valueChanged.connect(lambda share: self.width_mm.setValue(self._most * share / 1000))
        self.text_width.clicked.connect(lambda: self.width_mm.setValue(self._most / 10))
        self.replace_button.clicked.connect(self.another_wanted)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)
        self._show_size()
        self.caption.setFocus()

    def take(self, info: PictureInfo) -> None:
        """Show another picture in the same width."""
        across, down = info.size
        self._picture = replace(self._picture, sha256=info.sha256, width=across, height=down)
        self.view.show_picture(info.sha256)
        self._show_size()

    def _sized(self) -> Picture:
        width = round(self.width_mm.value() * 10)
        if width == self._picture.width:
            return self._picture
        height = max(1, round(self._picture.height * width / self._picture.width))
        return replace(self._picture, width=width, height=height)

    def _show_size(self) -> None:
        height = self._sized().height / 10
        with QSignalBlocker(self.share):  # the width is what counts: a share is rounded
            self.share.setValue(round(1000 * self.width_mm.value() / self._most))
        self.size_label.setText(self.tr("Height {height} mm").format(height=f"{height:.1f}"))

    def _accept(self) -> None:
        self.chosen.emit(replace(self._sized(), caption=one_line(self.caption.text()).strip()))
        self.accept()
