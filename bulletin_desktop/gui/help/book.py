"""The whole manual as one PDF, for an office that reads on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from bulletin_desktop.gui import theme
from bulletin_desktop.gui.help.dress import dress
from bulletin_desktop.gui.help.pages import Page
from bulletin_desktop.gui.help.pictures import Pictures

_MARGIN = 72  # of an inch's 96th parts: 19 mm
_POINTS = 10
_FOOT = 12
_INCH = 96  # in which QTextDocument measures
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\([^)]*\)")


def as_pdf(pages: Iterable[Page], title: str, font: QFont) -> bytes:
    """Return the pages as a PDF of A4, each from a new sheet on, numbered at the foot, set in *font*."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(title)
    paper = QSizeF(writer.width(), writer.height()) * _INCH / writer.resolution()
    painter = QPainter(writer)
    painter.scale(writer.resolution() / _INCH, writer.resolution() / _INCH)
    small = QFont(font)
    small.setPixelSize(_FOOT)
    painter.setFont(small)
    number = 0
    try:
        for page in pages:
            document = _set(page, font, paper)
            for sheet in range(document.pageCount()):
                if number:
                    writer.newPage()
                number += 1
                _paint(painter, document, QRectF(0, sheet * paper.height(), paper.width(), paper.height()))
                foot = QRectF(0, paper.height() - _MARGIN, paper.width(), _MARGIN)
                painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"— {number} —")
    finally:
        painter.end()
    return buffer.data().data()


def _set(page: Page, face: QFont, paper: QSizeF) -> QTextDocument:
    """Return a page as it is printed: light whatever the screen is, its links being words like others."""
    palette = theme.make_palette(dark=False)
    font = QFont(face)
    font.setPointSizeF(_POINTS)
    document = QTextDocument()
    document.setUseDesignMetrics(True)
    document.setDefaultFont(font)
    document.setMarkdown(_LINK.sub(r"\1", page.text))
    Pictures(document, palette)
    dress(document, theme.tokens(palette), font.pointSizeF())
    document.setDocumentMargin(_MARGIN)
    document.setPageSize(paper)
    _keep_headings(document, paper.height())
    return document


def _keep_headings(document: QTextDocument, height: float) -> None:
    """Put no heading alone at the foot of a sheet: it goes where what it is of begins."""
    alone = QTextBlockFormat()
    alone.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and block.next().isValid():
            first, second = (_top(document, each) for each in (block, block.next()))
            if first // height < second // height:
                QTextCursor(block).mergeBlockFormat(alone)
        block = block.next()


def _top(document: QTextDocument, block: QTextBlock) -> float:
    """Return where a block's first line begins; the block itself may begin on the sheet before."""
    top = document.documentLayout().blockBoundingRect(block).top()  # this lays it out
    line = block.layout().lineAt(0)
    return top + (line.y() if line.isValid() else 0)


def _paint(painter: QPainter, document: QTextDocument, part: QRectF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = theme.make_palette(dark=False)
    context.clip = part
    painter.save()
    painter.translate(-part.topLeft())
    painter.setClipRect(part)
    document.documentLayout().draw(painter, context)
    painter.restore()
