"""What is copied from the sheet and what comes in: text, objects of an article, picture files, images."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QTextBlock, QTextCursor

from bulletin_desktop.document import codec
from bulletin_desktop.document import table as tables
from bulletin_desktop.document.fragment import Fragment
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Block, Paragraph, Picture, Role, Span, Table
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.document.text import normalise
from bulletin_desktop.export.html import fragment
from bulletin_desktop.gui.editor.conversion import Content, pieces
from bulletin_desktop.gui.editor.edits import KEEP, legal
from bulletin_desktop.gui.editor.formats import Zone, is_object, marks_of, role_of, zone_of

BLOCKS = "application/x-bulletin-desktop-blocks"
"""Part of an article as the document codec writes it; what is copied here and pasted here loses nothing."""
ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".emf", ".wmf", ".emz", ".wmz")


def copied(content: Content, cursor: QTextCursor) -> QMimeData:
    """Return the selection as text, and what it has of the body with roles and marks, for us and as HTML.

    Without a selection it is the object the cursor stands on, whose text other programs take.
    """
    data = QMimeData()
    blocks = _selected(content, cursor)
    data.setText(cursor.selection().toPlainText() if cursor.hasSelection() else "\n".join(map(_told, blocks)))
    if blocks:
        text = codec.dumps(Article(new_id(), blocks=tuple(blocks)))
        data.setData(BLOCKS, QByteArray(text.encode("utf-8")))
        data.setHtml(fragment.document(blocks, inline=_is_stretch(blocks)))
    return data


def fragment_in(source: QMimeData) -> Fragment | None:
    """Return what was copied from an article, with new ids; None if it comes from elsewhere."""
    if not source.hasFormat(BLOCKS):
        return None
    try:
        article = codec.loads_article(source.data(BLOCKS).data().decode("utf-8"))
    except (IllegalDocument, UnicodeDecodeError):
        return None  # another program's, or a newer version's: its text is there as well
    return Fragment(tuple(replace(block, id=new_id()) for block in article.blocks))


def has_files(source: QMimeData) -> bool:
    """Tell whether there are files in *source*; a link copied in a browser is an address too, but no file."""
    return any(url.isLocalFile() for url in source.urls())


def picture_files(source: QMimeData) -> list[Path]:
    """Return the files in *source* if all of them are pictures by their names."""
    urls = source.urls() if source.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths if len(paths) == len(urls) and all(_is_picture(path) for path in paths) else []


def image_of(source: QMimeData) -> QImage | None:
    """Return the picture in *source*, beside its text or alone."""
    image = source.imageData() if source.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def image_in(source: QMimeData) -> bytes | None:
    """Return a picture that was copied as such, such as a part of the screen, as PNG."""
    image = image_of(source)
    return None if image is None else encoded(image)


def encoded(image: QImage) -> bytes:
    """Return *image* as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and not path.is_dir()


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
    """The blocks that the selection touches, paragraphs with what is selected of them; none if it is all in
    the fields. A part of a single paragraph has no role: it takes that of the place it comes to.
    """
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    found: list[Block] = []
    in_body = False
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        if is_object(block):
            found.append(content.object(block))
        elif zone_of(block) is Zone.BODY:
            partly = block.position() < start or end < block.position() + block.length() - 1
            alone = block.position() <= start and end < block.position() + block.length()
            role = Role.BODY if partly and alone else role_of(block)
            found.append(Paragraph(new_id(), role, _part(block, start, end)))
        elif spans := _part(block, start, end):
            found.append(Paragraph(new_id(), Role.BODY, spans))
        in_body = in_body or zone_of(block) is Zone.BODY
        block = block.next()
    return found if in_body else []


def _is_stretch(blocks: list[Block]) -> bool:
    """Whether it is text out of one paragraph, which other programs put into theirs."""
    return len(blocks) == 1 and isinstance(blocks[0], Paragraph) and blocks[0].role is Role.BODY


def _part(block: QTextBlock, start: int, end: int) -> tuple[Span, ...]:
    """What the places from *start* to *end* hold of a block, with its marks."""
    found = []
    for begin, stop, form in pieces(block):
        low, high = max(start, begin), min(end, stop)
        if low < high:
            part = QTextCursor(block)
            part.setPosition(low)
            part.setPosition(high, KEEP)
            found.append(Span(legal(part.selectedText()), marks_of(form)))
    return normalise(found)
