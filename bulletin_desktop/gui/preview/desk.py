"""The grey desk with the pages on it: scrolling, zooming, following the cursor, clicking into the text."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QRectF, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.preview import aim
from bulletin_desktop.gui.preview.geometry import (
    LARGEST,
    SMALLEST,
    TWIPS_PER_INCH,
    Fit,
    Stack,
    Zoom,
    scale_for,
)
from bulletin_desktop.gui.preview.painter import PagePainter
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures

_NARROW, _MARGIN, _WIDE_MARGIN = 440, 16, 24  # the paper's margin grows with the pane
_SHADOW = 7
_BAR_WIDTH, _BAR_GAP = 3.0, 9.0  # pixels; the bar stands left of the text
_GLIDE_MS = 110  # the longest animation the program allows itself is 120 ms
_STEP = 48
_WHEEL_ZOOM = 1.1
_A4 = QSizeF(11906, 16838)


class Desk(QAbstractScrollArea):
    """Shows the pages of a `Layout` and paints only those in view.

    `clicked` carries article, block and character offset; `page_changed` the page in the middle, from 1.
    """

    clicked = Signal(str, str, int)
    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, measures: Measures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview of the pages"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self._painter = PagePainter(measures)
        self._layout: Layout | None = None
        self._zoom: Zoom = Fit.WIDTH
        self._stack = Stack(_A4, 0, 1.0, QSizeF(0, 0), _MARGIN)
        self._followed: tuple[str, str] | None = None
        self._pressed: QPointF | None = None
        self._page = 0
        self._glide = QVariantAnimation(self, duration=_GLIDE_MS, easingCurve=QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(lambda value: self.verticalScrollBar().setValue(value))
        self._take_theme()

    # --- what others ask of it

    def set_layout(self, layout: Layout | None) -> None:
        """Show *layout*; only what differs from the one before is painted again."""
        before, self._layout = self._layout, layout
        self._painter.set_layout(layout)
        if before is None or layout is None or len(before.pages) != len(layout.pages):
            self._arrange()
            return
        for index in self._in_view():
            changed = aim.changed(before, layout, index)
            if not changed.isEmpty():
                self._update(index, changed)

    def follow(self, article: str, block: str, offset: int) -> None:
        """Mark a paragraph with a bar, and bring the line of *offset* into view if it is not."""
        if self._followed != (article, block):
            self._update_bars()
            self._followed = (article, block)
            self._update_bars()
        found = self._layout.find(article, block, offset) if self._layout else None
        if self._layout is None or found is None:
            return
        index, nth = found
        self._reveal(index, aim.line_rect(self._layout, self._layout.pages[index].lines[nth]))

    def zoom(self) -> Zoom:
        """Return how large pages are shown."""
        return self._zoom

    def factor(self) -> float:
        """Return the size on screen as a factor of the real size."""
        return self._stack.scale * TWIPS_PER_INCH / self.logicalDpiX()

    def set_zoom(self, zoom: Zoom, anchor: QPointF | None = None) -> None:
        """Show pages at *zoom*; the point of the viewport at *anchor*, or its middle, stays put."""
        anchor = anchor or QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        on_desk = anchor + self._origin()
        index = self._stack.page_at(on_desk.y())
        spot = self._stack.to_page(index, on_desk)
        self._zoom = min(max(zoom, SMALLEST), LARGEST) if isinstance(zoom, float) else zoom
        self._arrange()
        target = self._stack.to_desk(index, QRectF(spot, QSizeF(0, 0))).topLeft() - anchor
        self.horizontalScrollBar().setValue(round(target.x()))
        self.verticalScrollBar().setValue(round(target.y()))
        self.zoom_changed.emit()

    def current_page(self) -> int:
        """Return the page in the middle of the view, from 1; 0 if there is none."""
        return self._page

    def go_to_page(self, number: int) -> None:
        """Bring the top of page *number*, from 1, to the top of the view."""
        top = self._stack.rect(min(max(number, 1), max(self._stack.count, 1)) - 1).top()
        self._glide_to(round(top) - self._stack.margin)

    # --- geometry

    def _origin(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _in_view(self) -> range:
        top = self.verticalScrollBar().value()
        return self._stack.visible(top, top + self.viewport().height())

    def _arrange(self) -> None:
        """Lay the pages out anew after a change of zoom, size or number of pages."""
        layout = self._layout
        size = QSizeF(layout.template.page.width, layout.template.page.height) if layout else _A4
        view = QSizeF(self.viewport().size())
        margin = _MARGIN if view.width() <= _NARROW else _WIDE_MARGIN
        scale = scale_for(self._zoom, size, view, margin, self.logicalDpiX())
        self._stack = Stack(size, len(layout.pages) if layout else 0, scale, view, margin)
        total = self._stack.total
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(total.height() - view.height())) if layout else 0)
        vertical.setPageStep(round(view.height()))
        vertical.setSingleStep(_STEP)
        horizontal.setRange(0, max(0, round(total.width() - view.width())))
        horizontal.setPageStep(round(view.width()))
        self._note_page()
        self.viewport().update()

    def _note_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = self._stack.page_at(middle) + 1 if self._stack.count else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _reveal(self, index: int, rect: QRectF) -> None:
        """Scroll no further than needed; a place out of sight comes to the upper third."""
        on_desk = self._stack.to_desk(index, rect)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        room = min(on_desk.height(), height / 4)
        target = (
            self._glide.endValue() if self._glide.state() == QVariantAnimation.State.Running else bar.value()
        )
        if on_desk.top() - room < target or on_desk.bottom() + room > target + height:
            self._glide_to(round(on_desk.top() - height / 3))

    def _glide_to(self, value: int) -> None:
        bar = self.verticalScrollBar()
        value = min(max(value, bar.minimum()), bar.maximum())
        self._glide.stop()
        if not self.isVisible() or abs(value - bar.value()) > 2 * self.viewport().height():
            bar.setValue(value)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(value)
        self._glide.start()

    def _update(self, index: int, rect: QRectF) -> None:
        """Repaint a part of a page."""
        on_view = self._stack.to_desk(index, rect).translated(-self._origin())
        self.viewport().update(on_view.toAlignedRect().adjusted(-1, -1, 1, 1))

    def _update_bars(self) -> None:
        if self._layout and self._followed:
            for index in self._in_view():
                for rect in self._bars(index):
                    self._update(index, rect)

    def _bars(self, index: int) -> list[QRectF]:
        """The bar beside the followed paragraph on page *index*, in twips."""
        if self._layout is None or self._followed is None:
            return []
        scale = self._stack.scale
        left = self._layout.template.page.left - (_BAR_GAP + _BAR_WIDTH) / scale
        spans = aim.spans_of(self._layout, index, *self._followed)
        return [QRectF(left, top, _BAR_WIDTH / scale, bottom - top) for top, bottom in spans]

    # --- events

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            for part in event.region():
                painter.save()
                painter.setClipRect(part)
                painter.fillRect(part, self._tokens.desk)
                self._paint_part(painter, QRectF(part).translated(self._origin()))
                painter.restore()

    def _paint_part(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint what lies in a rectangle of the desk."""
        if self._layout is None:
            return
        painter.translate(-self._origin())
        for index in self._stack.visible(exposed.top(), exposed.bottom()):
            self._paint_page(painter, index, exposed)

    def _paint_page(self, painter: QPainter, index: int, exposed: QRectF) -> None:
        sheet = self._stack.rect(index)
        if sheet.adjusted(1, 1, -1, -1).contains(exposed):
            painter.fillRect(exposed, self._tokens.paper)
        else:
            self._paint_sheet(painter, sheet)
        if self._layout is None or not sheet.intersects(exposed):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(sheet, Qt.ClipOperation.IntersectClip)
        painter.translate(sheet.topLeft())
        painter.scale(self._stack.scale, self._stack.scale)
        part = QRectF(self._stack.to_page(index, exposed.topLeft()), exposed.size() / self._stack.scale)
        self._painter.paint(painter, self._layout.pages[index], clip=part)
        for bar in self._bars(index):
            painter.fillRect(bar, self._tokens.paper_bar)
        painter.restore()

    def _paint_sheet(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QColor(self._tokens.shadow)
        shade.setAlpha(shade.alpha() // 4)
        painter.setBrush(shade)
        for spread in range(_SHADOW, 0, -1):
            painter.drawRoundedRect(sheet.adjusted(-spread, -spread + 2, spread, spread + 2), spread, spread)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(sheet, self._tokens.paper)
        painter.setPen(QPen(self._tokens.edge, 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        self._note_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if isinstance(self._zoom, Fit) and event.oldSize().isValid():
            self.set_zoom(self._zoom, QPointF(0, 0))
        else:
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._take_theme()
        super().changeEvent(event)

    def _take_theme(self) -> None:
        self._tokens = theme.tokens(self.palette())
        self._painter.set_color(self._on_screen)
        self.viewport().update()

    def _on_screen(self, color: str) -> QColor:
        """Black and red as they look on the paper of this theme; any other colour as it is."""
        named = {"000000": self._tokens.ink, "FF0000": self._tokens.masthead}
        return named.get(color.upper(), QColor(f"#{color}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        page = self._stack.height + self._stack.margin if self._zoom is Fit.PAGE else bar.pageStep() * 9 // 10
        moves = {
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Up: -_STEP,
            Qt.Key.Key_Down: _STEP,
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + move)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            self.set_zoom(self.factor() * _WHEEL_ZOOM**notches, event.position())
            event.accept()
        else:
            self._glide.stop()
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        near = QApplication.startDragDistance()
        if pressed is None or (event.position() - pressed).manhattanLength() > near:
            return
        target = self._target(event.position())
        if target is not None:
            self.clicked.emit(*target)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._target(event.position())
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor)

    def _target(self, at: QPointF) -> tuple[str, str, int] | None:
        """What a click at a point of the viewport means."""
        on_desk = at + self._origin()
        index = self._stack.page_at(on_desk.y())
        if self._layout is None or not self._stack.rect(index).contains(on_desk):
            return None
        return aim.target(self._layout, index, self._stack.to_page(index, on_desk), self._painter.placed)
