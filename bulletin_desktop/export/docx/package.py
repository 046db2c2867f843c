"""The skeleton: the base file as python-docx opens it, with the parts python-docx has no words for.

resources/docx/base.docx is made by scripts/make_base_docx.py: python-docx's own template declares
ja-JP and compatibility mode 14, and its theme fonts win over named fonts.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml

from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_DECLARED = f'xmlns:w="{nsmap["w"]}"'
_SECTION = b"<w:sectPr"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MEDIA = "word/media/"
_LEVEL = 1
"""zlib's fastest: for 200 articles a third of the default's time for a file a fifth larger."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture's part: the id of the document's relationship to it, its name in word/media, its bytes."""

    relationship: str
    name: str
    content_type: str
    content: bytes


class Skeleton:
    """The base file, read once and opened anew for each document."""

    def __init__(self, base: Path) -> None:
        self._base = base.read_bytes()

    def open(self) -> Document:
        """Return a document without text."""
        return docx.Document(io.BytesIO(self._base))


def parsed(tag: str, content: str = "", **attributes: str) -> _Element:
    """Return the element *tag* with *content*, whose only prefix is w, and *attributes* of that prefix."""
    said = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    element: _Element = parse_xml(f"<{tag} {_DECLARED}{said}>{content}</{tag}>")
    return element


def add_styles(document: Document, styles: str) -> None:
    """Add w:style elements behind those of the base file."""
    document.styles.element.extend(parsed("w:styles", styles))


def add_font_table(document: Document, fonts: str) -> None:
    """Add the table of *fonts*, w:font elements."""
    main = document.part
    xml = f"{_DECLARATION}<w:fonts {_DECLARED}>{fonts}</w:fonts>"
    part = Part(
        PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, xml.encode("utf-8"), main.package
    )
    main.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def add_custom_properties(document: Document, properties: str) -> None:
    """Add the part of custom properties, which python-docx does not know."""
    package = document.part.package
    part = Part(
        PackURI("/docProps/custom.xml"),
        CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
        f"{_DECLARATION}{properties}".encode(),
        package,
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def add_media(document: Document, media: Iterable[Media]) -> None:
    """Add the parts of pictures, empty as yet: `zipped` puts the bytes in without compressing them."""
    main = document.part
    for each in media:
        part = Part(PackURI(f"/{_MEDIA}{each.name}"), each.content_type, b"", main.package)
        main.load_rel(RELATIONSHIP_TYPE.IMAGE, part, each.relationship)


def zipped(document: Document, paragraphs: str, media: Iterable[Media] = ()) -> bytes:
    """Return the file's bytes, *paragraphs* standing before the section's properties.

    The paragraphs, w:p elements whose prefixes the base file declares, never become a tree: for 200
    articles lxml would take as long to parse and serialise them as everything else here together.
    The members are dated 1 January 1980: when a file was made is in its properties.
    """
    pictures = {f"{_MEDIA}{each.name}": each.content for each in media}
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    main = document.part.partname.membername
    with zipfile.ZipFile(saved) as skeleton, zipfile.ZipFile(out, "w") as package:
        for name in skeleton.namelist():
            if name in pictures:
                package.writestr(zipfile.ZipInfo(name), pictures[name], zipfile.ZIP_STORED)
                continue
            content = skeleton.read(name)
            if name == main:
                content = content.replace(_SECTION, paragraphs.encode("utf-8") + _SECTION, 1)
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, _LEVEL)
    return out.getvalue()
