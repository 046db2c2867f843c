"""Word's documents in one file of XML: Flat OPC, which is a package unrolled, and the form of Word 2003.

Both become the package they stand for: the first by its parts, the second by the names that changed.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
from dataclasses import replace

from lxml import etree
from lxml.etree import _Element as Element

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import docx
from bulletin_desktop.intake.docx.names import W
from bulletin_desktop.intake.readers.word_draft import too_much
from bulletin_desktop.intake.reading import File
from bulletin_desktop.intake.source import Source

LARGEST = 64 * 1024 * 1024  # bytes
_MOST_NODES = 1_200_000  # as the reader of packages has it
_MOST_PARTS = 2_000
_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_WORD_2003 = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_WX = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TAGS = {"vmerge": "vMerge", "hmerge": "hMerge", "hlink": "hyperlink"}
_ATTRIBUTES = {"fareast": "eastAsia", "h-ansi": "hAnsi"}
_FATES = {"Word.Deletion": f"{W}del", "Word.Insertion": f"{W}ins"}
_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E")


def read(file: File) -> Source:
    """Return what *file* has. Raises `UserError` for what is damaged, made to do harm, or no document."""
    root = _parsed(file)
    if root.tag == f"{_PKG}package":
        content = _package(file, root)
    elif root.tag == f"{_WORD_2003}wordDocument":
        content = _of_2003(root)
    else:
        raise _damaged(file)
    return docx.read(replace(file, content=content))


def _parsed(file: File) -> Element:
    content = file.content
    if len(content) > LARGEST or content.count(b"<") + content.count(b"=") > _MOST_NODES:
        raise too_much(file.name)
    if _DOCTYPE.search(content):
        raise _damaged(file)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=len(content) < LARGEST,  # pictures are long texts; elements are counted above
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise _damaged(file) from None


def _package(file: File, root: Element) -> bytes:
    """The package whose parts stand one after the other (ECMA-376 has none of it; Word writes it)."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for nth, part in enumerate(root.iterchildren(f"{_PKG}part")):
            if nth == _MOST_PARTS:
                raise too_much(file.name)
            data = part.find(f"{_PKG}xmlData")
            if data is not None and len(data):
                content = etree.tostring(data[0], encoding="utf-8")
            else:
                content = _binary(part.findtext(f"{_PKG}binaryData"))
            archive.writestr(part.get(f"{_PKG}name", "").lstrip("/") or "part", content)
    return memory.getvalue()


def _of_2003(root: Element) -> bytes:
    """The package that Word would write today of a document of Word 2003's (WordprocessingML, 2003)."""
    _unwrap(root)
    _fit_lists(root)
    media = _fit_pictures(root)
    stories = {"footnotes": _parted(root, "footnote"), "endnotes": _parted(root, "endnote")}
    stories["comments"] = _comments(root)
    for tree in (root, *stories.values()):
        _rename(tree)
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        document = etree.Element(f"{W}document", nsmap={"w": W[1:-1]})
        body = root.find(f"{W}body")
        if body is not None:
            document.append(body)
        archive.writestr("word/document.xml", etree.tostring(document, encoding="utf-8"))
        styles = root.find(f"{W}styles")
        if styles is not None:
            archive.writestr("word/styles.xml", etree.tostring(styles, encoding="utf-8"))
        listed = [(name, f"{name}.xml") for name in ("styles", *stories)]
        listed += [(f"image{nth}", f"media/{nth}.bin") for nth in range(len(media))]
        for name, tree in stories.items():
            archive.writestr(f"word/{name}.xml", etree.tostring(tree, encoding="utf-8"))
        archive.writestr("word/_rels/document.xml.rels", _relations(listed))
        for nth, content in enumerate(media):
            archive.writestr(f"word/media/{nth}.bin", content)
    return memory.getvalue()


def _rename(root: Element) -> None:
    """Give elements and attributes the names they have today."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith(_WORD_2003):
            name = element.tag[len(_WORD_2003) :]
            element.tag = W + _TAGS.get(name, name)
        for key in [str(key) for key in element.attrib if str(key).startswith(_WORD_2003)]:
            name = key[len(_WORD_2003) :]
            element.set(W + _ATTRIBUTES.get(name, name), element.attrib.pop(key))


def _parted(root: Element, kind: str) -> Element:
    """Take the notes out of the text, where Word 2003 has them, and leave references."""
    found = etree.Element(f"{W}{kind}s")
    for nth, note in enumerate(list(root.iter(f"{_WORD_2003}{kind}"))):
        parent = note.getparent()
        if parent is None or parent.tag != f"{_WORD_2003}r":
            continue  # how notes are numbered, in a section's properties
        reference = etree.Element(f"{W}{kind}Reference")
        reference.set(f"{W}id", str(nth))
        parent.replace(note, reference)
        note.set(f"{W}id", str(nth))
        note.tail = None
        found.append(note)
    return found


def _comments(root: Element) -> Element:
    found = etree.Element(f"{W}comments")
    for nth, comment in enumerate(list(root.iter(f"{_AML}annotation"))):
        content, parent = comment.find(f"{_AML}content"), comment.getparent()
        if comment.get(f"{_WORD_2003}type") != "Word.Comment" or content is None or parent is None:
            continue
        made = etree.SubElement(found, f"{W}comment")
        for name, said in (("author", "author"), ("date", "createdate")):
            made.set(f"{W}{name}", comment.get(f"{_AML}{said}", ""))
        made.set(f"{W}id", str(nth))
        made.extend(list(content))
        parent.remove(comment)
    return found


def _unwrap(root: Element) -> None:
    """Take off what stands around sections, and make changes what they are called today."""
    for element in list(root.iter(f"{_WX}sect", f"{_WX}sub-section", f"{_WX}pBdrGroup")):
        parent = element.getparent()
        if parent is not None:
            for child in list(element):
                element.addprevious(child)
            parent.remove(element)
    for change in list(root.iter(f"{_AML}annotation")):
        kind = change.get(f"{_WORD_2003}type", "")
        content = change.find(f"{_AML}content")
        parent = change.getparent()
        if parent is None or content is None or kind not in _FATES:
            continue
        made = etree.Element(_FATES[kind])
        made.extend(list(content))
        made.tail = change.tail
        parent.replace(change, made)


def _fit_lists(root: Element) -> None:
    """Write out automatic numbers, which Word 2003 keeps beside the paragraph as they show."""
    for listed in root.iter(f"{_WORD_2003}listPr"):
        shown = listed.find(f"{_WX}t")
        paragraph = next(listed.iterancestors(f"{_WORD_2003}p"), None)
        label = (shown.get(f"{_WX}val") if shown is not None else None) or ""
        if paragraph is None or not label:
            continue
        run = etree.Element(f"{_WORD_2003}r")
        etree.SubElement(run, f"{_WORD_2003}t").text = label
        paragraph.insert(1 if len(paragraph) and paragraph[0].tag == f"{_WORD_2003}pPr" else 0, run)


def _fit_pictures(root: Element) -> list[bytes]:
    """Take the pictures out; their shapes name them by relations from then on."""
    media: list[bytes] = []
    places: dict[str, int] = {}
    for data in root.iter(f"{_WORD_2003}binData"):
        name = data.get(f"{_WORD_2003}name", "")
        if name not in places:
            places[name] = len(media)
            media.append(_binary(data.text))
        data.text = ""
    for image in root.iter("{urn:schemas-microsoft-com:vml}imagedata"):
        place = places.get(image.get("src", ""))
        if place is not None:
            image.set(f"{{{_RELATIONS}}}id", f"image{place}")
    return media


def _relations(listed: list[tuple[str, str]]) -> str:
    every = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{key.rstrip("0123456789")}" Target="{target}"/>'
        for key, target in listed
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{every}</Relationships>'


def _binary(text: str | None) -> bytes:
    try:
        return base64.b64decode(text or "")
    except (binascii.Error, ValueError):
        return b""


def _damaged(file: File) -> UserError:
    return UserError(
        "{name} is a damaged Word document in XML, so nothing was read from it. "
        "Open it in Word or WPS, save it as .docx, and take that in.",
        name=file.name,
    )
