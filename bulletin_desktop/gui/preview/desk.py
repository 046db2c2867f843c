"""The grey desk with the pages on it: scrolling, zooming, following the cursor, pointing into the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.preview import aim, gestures, reading
from bulletin_desktop.gui.preview.geometry import (
    LARGEST,
    SMALLEST,
    TWIPS_PER_INCH,
    Columns,
    Fit,
    Stack,
    Zoom,
    fitting_room,
    scale_for,
)
from bulletin_desktop.gui.preview.marks import Shape
from bulletin_desktop.gui.preview.pointing import Pointer
from bulletin_desktop.gui.preview.reading import Piece, Spot, Stretch
from bulletin_desktop.gui.preview.sheets import Sheets
from bulletin_desktop.gui.preview.travel import Travel
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.measures import Measures

_NARROW, _MARGIN, _WIDE_MARGIN = 440, 16, 24  # the paper's margin grows with the pane
_STEP = 48
_WHEEL_ZOOM = 1.1
_A4 = QSizeF(11906, 16838)
_MM_PER_INCH = 25.4


class Desk(QAbstractScrollArea):
    """Shows the pages of a `Layout` and paints only those in view.

    `clicked` carries article, block and character offset; `selected` an article and two of its places, where
    dragging began and where it ended; `page_changed` the page in the middle, from 1.
    """

    clicked = Signal(str, str, int)
    selected = Signal(str, str, int, str, int)
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
        gestures.listen(self.viewport())
        self.sheets = Sheets(measures)
        self._layout: Layout | None = None
        self._zoom: Zoom = Fit.WIDTH
        self._columns = Columns()
        self._stack = Stack(_A4, 0, 1.0, QSizeF(0, 0), _MARGIN)
        self._page = 0
        self._drag: tuple[Spot, Spot] | None = None
        self._travel = Travel(self)
        self._pointer = Pointer(self, self._spot)
        self._pointer.clicked.connect(self._click)
        self._pointer.dragged.connect(self._select_dragged)
        self._pointer.dropped.connect(self._tell_selected)
        self._take_theme()

    # --- what others ask of it

    def set_layout(self, layout: Layout | None) -> None:
        """Show *layout*; only what differs from the one before is painted again."""
        before, self._layout = self._layout, layout
        self._drag = None
        self._pointer.let_go()
        self.sheets.set_layout(layout)
        fresh = before is None or layout is None or before.template is not layout.template
        if fresh or len(before.pages) != len(layout.pages):
            self._arrange()
            return
        for index in self._in_view():
            changed = aim.changed(before, layout, index)
            if not changed.isEmpty():
                self._update(index, changed)

    def follow(self, article: str, block: str, offset: int) -> None:
        """Mark a paragraph and its article, and bring the line of *offset* into view if it is not."""
        if self.sheets.marks.followed() != (article, block):
            before = self._shapes()
            self.sheets.marks.follow(article, block)
            self._repaint_changed(before)
        found = self._layout.find(article, block, offset) if self._layout else None
        if found is not None:
            self.reveal(*found)

    def choose(self, article: str, pieces: Sequence[Piece]) -> None:
        """Mark what is selected in the editor: stretches of an article's text."""
        before = self._shapes()
        self.sheets.marks.choose(article, pieces)
        self._repaint_changed(before)

    def set_found(self, found: Sequence[Stretch], current: int, go: bool = True) -> None:
        """Mark stretches as found, one as the *current* (-1 for none), and *go* there."""
        before = self._shapes()
        self.sheets.marks.set_found(found, current)
        self._repaint_changed(before)
        if go and self._layout and 0 <= current < len(found):
            place = reading.place_of(self._layout, found[current].placed, found[current].start)
            if place is not None:
                self.reveal(*place)

    def first_in_view(self) -> int:
        """Return which of the layout's placed items is the first on the current page; 0 if there is none."""
        lines = self._layout.pages[self._page - 1].lines if self._layout and self._page else ()
        return lines[0].item if lines else 0

    def show_line(self, index: int, top_mm: float) -> None:
        """Go to the line of page *index* nearest to *top_mm* below the paper's top, and mark it as found."""
        if self._layout is None or index >= len(self._layout.pages):
            return
        lines = self._layout.pages[index].lines
        nth = aim.nearest_line(lines, top_mm * TWIPS_PER_INCH / _MM_PER_INCH)
        if nth is not None:
            self.set_found((Stretch(lines[nth].item, lines[nth].start, lines[nth].end),), 0)
            self.reveal(index, nth)

    def reveal(self, index: int, nth: int) -> None:
        """Bring line *nth* of page *index* into view: no further than needed, else to the upper third."""
        if self._layout is None:
            return
        line = self._layout.pages[index].lines[nth]
        on_desk = self._stack.to_desk(index, aim.line_rect(self._layout, line))
        height, at = self.viewport().height(), self._travel.goal()
        room = min(on_desk.height(), height / 4)
        if on_desk.top() - room < at or on_desk.bottom() + room > at + height:
            self._travel.to(round(on_desk.top() - height / 3))

    def selected_text(self) -> str:
        """Return the text that is selected, one line a paragraph."""
        return reading.text_of(self._layout, self.sheets.marks.selected) if self._layout else ""

    def copy(self) -> None:
        """Put the selected text on the clipboard; nothing if nothing is selected."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def selectAll(self) -> None:
        """Select the text of all pages, to be copied; named as in Qt's text widgets, for the window."""
        if self._layout is not None:
            self._select(reading.everything(self._layout))

    def zoom(self) -> Zoom:
        """Return how large pages are shown."""
        return self._zoom

    def factor(self) -> float:
        """Return the size on screen as a factor of the real size."""
        return self._stack.scale * TWIPS_PER_INCH / self.logicalDpiX()

    def set_zoom(self, zoom: Zoom, anchor: QPointF | None = None) -> None:
        """Show pages at *zoom*; the point of the viewport at *anchor*, or its middle, stays put."""
        self._zoom = min(max(zoom, SMALLEST), LARGEST) if isinstance(zoom, float) else zoom
        self._rearrange(anchor or QRectF(self.viewport().rect()).center())

    def columns(self) -> Columns:
        """Return how pages lie beside each other."""
        return self._columns

    def set_columns(self, columns: Columns) -> None:
        """Lay pages beside each other; the page in the middle stays in view."""
        if columns != self._columns:
            page = self._page
            self._columns = columns
            self._rearrange(QRectF(self.viewport().rect()).center())
            if page and page - 1 not in self._in_view():
                self.go_to_page(page)

    def current_page(self) -> int:
        """Return the page in the middle of the view, from 1; 0 if there is none. Of a row it is the first."""
        return self._page

    def last_beside(self) -> int:
        """Return the last page in the row of the current one, from 1; 0 if there is none."""
        return self._stack.pages_of(self._stack.row_of(self._page - 1)).stop if self._page else 0

    def go_to_page(self, number: int) -> None:
        """Bring the top of page *number*, from 1, to the top of the view."""
        top = self._stack.rect(min(max(number, 1), max(self._stack.count, 1)) - 1).top()
        self._travel.to(round(top) - self._stack.margin)

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
        room = fitting_room(view, margin, self._columns.count)
        scale = scale_for(self._zoom, size, room, self.logicalDpiX())
        count = len(layout.pages) if layout else 0
        self._stack = Stack(size, count, scale, view, margin, self._columns)
        total = self._stack.total
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(total.height() - view.height())) if layout else 0)
        vertical.setPageStep(round(view.height()))
        vertical.setSingleStep(_STEP)
        horizontal.setRange(0, max(0, round(total.width() - view.width())))
        horizontal.setPageStep(round(view.width()))
        self._note_page()
        self.viewport().update()

    def _rearrange(self, anchor: QPointF) -> None:
        """Lay the pages out anew; what is at *anchor* in the viewport stays there."""
        on_desk = anchor + self._origin()
        index = self._stack.page_at(on_desk)
        spot = self._stack.to_page(index, on_desk)
        self._travel.stop()
        self._arrange()
        target = self._stack.to_desk(index, QRectF(spot, QSizeF(0, 0))).topLeft() - anchor
        self.horizontalScrollBar().setValue(round(target.x()))
        self.verticalScrollBar().setValue(round(target.y()))
        self.zoom_changed.emit()

    def _note_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        row = self._stack.pages_of(self._stack.row_at(middle))
        page = row.start + 1 if self._stack.count else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            for part in event.region():
                painter.save()
                painter.setClipRect(part)
                painter.translate(-self._origin())
                self.sheets.paint(painter, self._stack, QRectF(part).translated(self._origin()))
                painter.restore()

    def _update(self, index: int, rect: QRectF) -> None:
        """Repaint a part of a page."""
        on_view = self._stack.to_desk(index, rect).translated(-self._origin())
        self.viewport().update(on_view.toAlignedRect().adjusted(-1, -1, 1, 1))

    def _shapes(self) -> set[tuple[int, Shape]]:
        """What is marked on the pages in view."""
        if self._layout is None:
            return set()
        marks, scale = self.sheets.marks, self._stack.scale
        return {
            (index, shape)
            for index in self._in_view()
            for shape in (*marks.below(index), *marks.above(index, scale))
        }

    def _repaint_changed(self, before: set[tuple[int, Shape]]) -> None:
        for index, (_, *rect) in before ^ self._shapes():
            self._update(index, QRectF(*rect))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        self._note_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if isinstance(self._zoom, Fit) and event.oldSize().isValid():
            self._rearrange(QPointF(0, 0))
        else:
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._take_theme()
        super().changeEvent(event)

    def _take_theme(self) -> None:
        self.sheets.set_tokens(theme.tokens(self.palette()))
        self.viewport().update()

    # --- keys, wheel and gestures

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        page = self._stack.step if self._zoom is Fit.PAGE else bar.pageStep() * 9 // 10
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
            self.magnify(_WHEEL_ZOOM ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            self._travel.stop()
            super().wheelEvent(event)

    def magnify(self, by: float, anchor: QPointF | None = None) -> None:
        """Show pages *by* so much larger, around *anchor*."""
        self.set_zoom(self.factor() * by, anchor)

    def viewportEvent(self, event: QEvent) -> bool:
        pinch = gestures.pinch(event, self.viewport())
        if pinch is None:
            return super().viewportEvent(event)
        self.magnify(*pinch)
        return True

    # --- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._pointer.move(event):
            over = self._target(event.position())
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor)

    def _click(self, at: QPointF) -> None:
        self._select(())
        target = self._target(at)
        if target is not None:
            self.clicked.emit(*target)

    def _select(self, stretches: Sequence[Stretch]) -> None:
        before = self._shapes()
        self.sheets.marks.select(stretches)
        self._repaint_changed(before)

    def _select_dragged(self, anchor: Spot, head: Spot) -> None:
        if self._layout is not None:
            self._drag = anchor, head
            self._select(reading.between(self._layout, anchor, head))

    def _tell_selected(self) -> None:
        """Tell of a selection in an article; it ends where the article does."""
        selected = self.sheets.marks.selected
        if self._layout is None or self._drag is None or not selected:
            return
        ends = reading.ends_in_article(self._layout, selected)
        if ends is not None:
            article, first, last = ends
            places = (first, last) if self._drag[0] <= self._drag[1] else (last, first)
            self.selected.emit(article, *places[0], *places[1])

    def _page_point(self, at: QPointF) -> tuple[int, QPointF]:
        """The page at a point of the viewport, and where on it that is."""
        on_desk = at + self._origin()
        index = self._stack.page_at(on_desk)
        return index, self._stack.to_page(index, on_desk)

    def _target(self, at: QPointF) -> tuple[str, str, int] | None:
        """What a click at a point of the viewport means."""
        index, point = self._page_point(at)
        if self._layout is None or not self._stack.rect(index).contains(at + self._origin()):
            return None
        return aim.target(self._layout, index, point, self.sheets.pages.placed)

    def _spot(self, at: QPointF) -> Spot | None:
        """The text nearest to a point of the viewport."""
        index, point = self._page_point(at)
        if self._layout is None or not self._layout.pages:
            return None
        return aim.spot(self._layout, index, point, self.sheets.pages.placed)
