"""What is copied from the sheet and what comes in: text, objects of an article, picture files, images."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QTextCursor

from bulletin_desktop.document import codec
from bulletin_desktop.document import table as tables
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Block, Paragraph, Picture, Role, Span, Table
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.gui.editor.conversion import Content
from bulletin_desktop.gui.editor.edits import KEEP, legal
from bulletin_desktop.gui.editor.formats import Zone, is_object, zone_of

BLOCKS = "application/x-bulletin-desktop-blocks"
"""The blocks of an article as the document codec writes them; only selections with an object have it."""
ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp")


def copied(content: Content, cursor: QTextCursor) -> QMimeData:
    """Return the selection as text, and with its tables and pictures if it holds any.

    Without a selection it is the object the cursor stands on, whose text other programs take.
    """
    data = QMimeData()
    blocks = _selected(content, cursor)
    data.setText(cursor.selection().toPlainText() if cursor.hasSelection() else "\n".join(map(_told, blocks)))
    if any(not isinstance(block, Paragraph) for block in blocks):
        text = codec.dumps(Article(new_id(), blocks=tuple(blocks)))
        data.setData(BLOCKS, QByteArray(text.encode("utf-8")))
    return data


def blocks_in(source: QMimeData) -> tuple[Block, ...]:
    """Return what was copied with objects, with new ids; nothing if it was text alone."""
    if not source.hasFormat(BLOCKS):
        return ()
    try:
        article = codec.loads_article(source.data(BLOCKS).data().decode("utf-8"))
    except (IllegalDocument, UnicodeDecodeError):
        return ()  # another program's, or a newer version's: its text is there as well
    return tuple(replace(block, id=new_id()) for block in article.blocks)


def pictures_in(source: QMimeData) -> list[Path | bytes]:
    """Return the picture files or the picture in *source*."""
    if source.hasUrls():
        return [*picture_files(source)]
    image = image_in(source)
    return [image] if image else []


def picture_files(source: QMimeData) -> list[Path]:
    """Return the files in *source* if all of them are pictures by their names."""
    paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    return paths if all(path.suffix.lower() in ENDINGS for path in paths) else []


def image_in(source: QMimeData) -> bytes | None:
    """Return a picture that was copied as such, such as a part of the screen, as PNG."""
    if source.hasText() or not source.hasImage():  # office programs add a picture of the text they copy
        return None
    image = source.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def _told(value: Block) -> str:
    """A table as spreadsheets take it, a picture as its caption."""
    match value:
        case Table():
            return tables.as_text(value)
        case Picture():
            return value.caption
        case _:
            return ""


def _selected(content: Content, cursor: QTextCursor) -> list[Block]:
    """The blocks of the body that the selection touches, paragraphs with what is selected of them."""
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    found: list[Block] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        if is_object(block):
            found.append(content.object(block))
        elif zone_of(block) is Zone.BODY:
            part = QTextCursor(block)
            part.setPosition(max(start, block.position()))
            part.setPosition(min(end, block.position() + block.length() - 1), KEEP)
            text = legal(part.selectedText())
            found.append(Paragraph(new_id(), Role.BODY, (Span(text),) if text else ()))
        block = block.next()
    return found
