"""A bubble with an arrow, and the frame around what it speaks of; both lie over the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bulletin_desktop.gui import theme

_WIDTH = 320
_ARROW = 10
_GAP = 4
_OVERLAP = 2  # of arrow and body, so that no line parts them
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Spot(QWidget):
    """A frame in the accent; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tokens(self.palette()).accent, 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class Bubble(QFrame):
    """*turned* asks for the next (1) or previous (-1) step, *left* for the end of the tour."""

    turned = Signal(int)
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._tip = QPoint()  # in the bubble's own coordinates
        self.setAccessibleName(self.tr("Tour"))
        self.title = QLabel(self)
        bold = self.title.font()
        bold.setWeight(bold.Weight.DemiBold)
        self.title.setFont(bold)
        self.words = QLabel(self)
        for label in (self.title, self.words):
            label.setWordWrap(True)
        self.count = QLabel(self)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.skip = QPushButton(self.tr("Skip"), self, flat=True)
        self.next = QPushButton(self)
        self.next.setProperty("primary", True)
        self.skip.clicked.connect(self.left)
        self.next.clicked.connect(lambda: self.turned.emit(1))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.count, 1)
        row.addWidget(self.skip)
        row.addWidget(self.next)
        layout = QVBoxLayout(self)
        pad = 16 + _ARROW
        layout.setContentsMargins(pad, pad, pad, pad - 4)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addLayout(row)

    def say(self, title: str, words: str, step: int, steps: int) -> None:
        """Speak; the focus goes to the next step."""
        self.title.setText(title)
        self.words.setText(words)
        self.count.setText(f"{step} / {steps}")
        self.skip.setVisible(step < steps)
        self.next.setText(self.tr("Next") if step < steps else self.tr("Done"))
        self.setAccessibleDescription(f"{title}. {words}")

    def point_at(self, target: QRect) -> None:
        """Stand beside *target*, a part of the window, with the arrow towards it."""
        room = self.parentWidget().rect()
        height = self.layout().heightForWidth(_WIDTH)
        size = QRect(0, 0, _WIDTH, max(height, self.layout().minimumSize().height()))
        middle = target.center()
        places = (
            QPoint(target.right() + _GAP, middle.y() - size.height() // 2),
            QPoint(target.left() - size.width() - _GAP, middle.y() - size.height() // 2),
            QPoint(middle.x() - size.width() // 2, target.bottom() + _GAP),
            QPoint(middle.x() - size.width() // 2, target.top() - size.height() - _GAP),
        )
        fitting = [at for nth, at in enumerate(places) if _fits(room, size.translated(at), nth < 2)]
        at = fitting[0] if fitting else middle - size.center()
        size.moveTo(at)
        size.moveLeft(max(room.left(), min(size.left(), room.right() - size.width())))
        size.moveTop(max(room.top(), min(size.top(), room.bottom() - size.height())))
        self.setGeometry(size)
        self._tip = self.mapFrom(self.parentWidget(), middle)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _STEPS:
            self.turned.emit(_STEPS[event.key()])
        elif event.key() in _ENTER:
            (self.skip if self.skip.hasFocus() else self.next).click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW)
        outline = QPainterPath()
        outline.addRoundedRect(body, 6, 6)
        painter.setPen(QPen(t.accent, 1.5))
        painter.setBrush(t.base)
        painter.drawPath(outline.united(_arrow(body, self._tip)))


def _fits(room: QRect, place: QRect, sideways: bool) -> bool:
    """Whether *place* is within *room* in the direction in which it stands beside its target."""
    if sideways:
        return place.left() >= room.left() and place.right() <= room.right()
    return place.top() >= room.top() and place.bottom() <= room.bottom()


def _arrow(body: QRectF, tip: QPoint) -> QPainterPath:
    """The triangle on the side of *body* that *tip* lies beyond; empty if it lies inside."""
    x = max(body.left() + 2 * _ARROW, min(float(tip.x()), body.right() - 2 * _ARROW))
    y = max(body.top() + 2 * _ARROW, min(float(tip.y()), body.bottom() - 2 * _ARROW))
    if tip.x() < body.left():
        corner, along = QPointF(body.left(), y), QPointF(0, _ARROW)
        point = corner - QPointF(_ARROW, 0)
    elif tip.x() > body.right():
        corner, along = QPointF(body.right(), y), QPointF(0, _ARROW)
        point = corner + QPointF(_ARROW, 0)
    elif tip.y() < body.top():
        corner, along = QPointF(x, body.top()), QPointF(_ARROW, 0)
        point = corner - QPointF(0, _ARROW)
    elif tip.y() > body.bottom():
        corner, along = QPointF(x, body.bottom()), QPointF(_ARROW, 0)
        point = corner + QPointF(0, _ARROW)
    else:
        return QPainterPath()
    inside = (corner - point) / _ARROW * _OVERLAP
    path = QPainterPath(point)
    path.lineTo(corner + along)
    path.lineTo(corner + along + inside)
    path.lineTo(corner - along + inside)
    path.lineTo(corner - along)
    path.closeSubpath()
    return path
