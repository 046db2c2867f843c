"""What a file is, by its first bytes and, of packages, by what is inside; never by its name."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from bulletin_desktop.document.picture_kinds import kind_of as picture_kind
from bulletin_desktop.intake import ole, zip_names


class Kind(StrEnum):
    """Kinds of files that offices are sent."""

    DOCX = "DOCX"  # and .docm, .dotx, .dotm: Word's package, transitional or strict
    DOC = "DOC"  # and .wps: Word's and WPS's binary files in an OLE container
    ENCRYPTED = "encrypted"  # a package of Microsoft's or WPS's, encrypted in an OLE container
    OLE = "XLS/PPT"  # another OLE container
    OUTLOOK = "MSG"  # a mail of Outlook's, in an OLE container
    RTF = "RTF"
    ODT = "ODT"
    PDF = "PDF"
    OFD = "OFD"
    TEXT = "TXT"
    HTML = "HTML"
    MHT = "MHT"
    MAIL = "EML"
    ZIP = "ZIP"
    EXCHANGE = "exchange file"  # of this program: articles from another library, no manuscripts
    RAR = "RAR/7Z"  # and other archives that are not ZIP
    SPREADSHEET = "XLSX/PPTX"
    XML = "XML"  # Word's document as one file of XML: Flat OPC, or that of Word 2003
    OTHER_XML = "other XML"
    PICTURE = "picture"
    SHORTCUT = "shortcut"  # of Windows or macOS: it only points at a file
    LOCK = "lock"  # what Word puts beside a file while it is open
    EMPTY = "empty"


_STARTS = (
    (b"{\\rtf", Kind.RTF),
    (b"Rar!", Kind.RAR),
    (b"7z\xbc\xaf\x27\x1c", Kind.RAR),
    (b"\x1f\x8b\x08", Kind.RAR),
    (b"BZh9", Kind.RAR),
    (b"\xfd7zXZ\x00", Kind.RAR),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
    (b"MM\x00*", Kind.PICTURE),
    (b"L\x00\x00\x00\x01\x14\x02\x00", Kind.SHORTCUT),  # MS-SHLLINK 2.1
    (b"book\x00\x00\x00\x00mark", Kind.SHORTCUT),  # macOS
    (b"[InternetShortcut]", Kind.SHORTCUT),
    (b"bplist00", Kind.SHORTCUT),  # .webloc
)
_EXCHANGE = b'"bulletin-desktop-exchange"'  # docs/exchange.md
_PDF_WITHIN = 1024  # bytes: where readers look for its signature
_LOCK_SIZES = (162, 165)  # bytes: the length of the name of who has it open, then the name in two forms
_LONGEST_USER = 54
_BLANKS = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"
_HEAD = 4096

_PROLOGUE = re.compile(r"(?:\s+|\ufeff|<!--.*?-->|<\?xml[^>]*>|<!--.*\Z)*", re.DOTALL)
_MARKUP = re.compile(
    r"<(!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|meta\s|title[\s>]|p[\s>]|div[\s>]|table[\s>]|span[\s>]"
    r"|center[\s>]|font[\s>]|style[\s>]|h[1-6][\s>]|\?mso-|office:)",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"</(p|div|table|span|html|body|head|center|font|h[1-6])\s*>", re.IGNORECASE)
_WORD_XML = re.compile(r"<pkg:package\b|<\w+:wordDocument\b|progid=\"Word\.Document\"")
_XML = re.compile(r"<\?xml|<!DOCTYPE|<\w+:?\w*\s+xmlns", re.IGNORECASE)

_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):")
_MAIL_HEADERS = frozenset(
    ("from", "to", "received", "return-path", "message-id", "delivered-to", "subject", "date", "mime-version",
     "x-mailer", "x-unsent", "cc", "reply-to", "content-type")
)  # fmt: skip
_SENT = frozenset(("to", "received", "return-path", "message-id", "delivered-to", "x-mailer", "x-unsent"))

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


def kind_of(content: bytes) -> Kind:
    """Return what *content* is."""
    if not content[:_HEAD].strip(_BLANKS) and not content.strip(_BLANKS):
        return Kind.EMPTY
    if content.startswith(ole.SIGNATURE):
        return _ole_kind(content)
    if content.startswith(zip_names.STARTS):
        return _zip_kind(content)
    return _kind_by_start(content) or _text_kind(_head(content))


def _kind_by_start(content: bytes) -> Kind | None:
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if _is_picture(content):
        return Kind.PICTURE
    if len(content) in _LOCK_SIZES and 0 < content[0] <= _LONGEST_USER and b"\x00" in content:
        return Kind.LOCK
    return Kind.PDF if b"%PDF-" in content[:_PDF_WITHIN] else None


def _ole_kind(content: bytes) -> Kind:
    found = ole.names(content)
    if "EncryptedPackage" in found:
        return Kind.ENCRYPTED
    if "WordDocument" in found:
        return Kind.DOC
    return Kind.OUTLOOK if any(name.startswith("__substg1.0_") for name in found) else Kind.OLE


def _zip_kind(content: bytes) -> Kind:
    members = zip_names.members(content)
    by_name = {member.name.replace("\\", "/").lstrip("/").lower(): member for member in reversed(members)}
    if "mimetype" in by_name:
        said = zip_names.start_of(content, by_name["mimetype"])
        if said.startswith(_OPEN_DOCUMENT):
            kind = said.removeprefix(_OPEN_DOCUMENT)
            return Kind.ODT if kind.startswith((b"text", b"master")) else Kind.SPREADSHEET
    if "manifest.json" in by_name and _EXCHANGE in zip_names.start_of(content, by_name["manifest.json"]):
        return Kind.EXCHANGE
    if "ofd.xml" in by_name:
        return Kind.OFD
    if "word/document.xml" in by_name:
        return Kind.DOCX
    if "[content_types].xml" in by_name:
        return _package_kind(content, by_name)
    return Kind.ZIP


def _package_kind(content: bytes, by_name: dict[str, zip_names.Member]) -> Kind:
    """Office's packages name what their parts are; a few programs put Word's elsewhere than into word/."""
    folders = {name.partition("/")[0] for name in by_name}
    if "word" in folders:
        return Kind.DOCX
    if folders & {"xl", "ppt", "visio"}:
        return Kind.SPREADSHEET
    types = zip_names.start_of(content, by_name["[content_types].xml"])
    return Kind.DOCX if b"wordprocessingml" in types else Kind.ZIP


def _is_picture(content: bytes) -> bool:
    if content.startswith(b"BM") and content[6:10] == bytes(4):  # reserved, 0 (BITMAPFILEHEADER)
        return True
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return True
    if content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"avif"):
        return True
    return picture_kind(content) is not None


def _head(content: bytes) -> str:
    """The beginning as text; of Chinese in it no more is needed than that it is not ASCII."""
    head = content[: 2 * _HEAD]
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head.decode(name, errors="replace").removeprefix("\ufeff")
    if head[1:2] == b"\x00" and head[:1] != b"\x00":
        return head.decode("utf-16-le", errors="replace")
    if head[:1] == b"\x00" and head[1:2] != b"\x00":
        return head.decode("utf-16-be", errors="replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _text_kind(head: str) -> Kind:
    prologue = _PROLOGUE.match(head)
    begin = prologue.end() if prologue else 0
    rest = head[begin:]
    if rest.startswith("{\\rtf"):
        return Kind.RTF
    if _WORD_XML.search(head) and head.lstrip().startswith("<"):
        return Kind.XML
    if found := _MARKUP.match(rest):
        whole = found[1].lower().startswith(("!doctype", "html", "head", "?mso-", "office:", "meta"))
        if whole or _FRAGMENT.search(rest):
            return Kind.HTML
    if "<html" in head[:begin].lower():  # a comment that is not closed hides the rest
        return Kind.HTML
    if _XML.match(head.lstrip()):
        return Kind.HTML if "<html" in head.lower() else Kind.OTHER_XML
    return _letter_kind(head.lstrip("\r\n"))


def _letter_kind(head: str) -> Kind:
    """Tell a mail and a web archive, which both begin with headers, from text."""
    if head.startswith("From "):  # a mailbox's line before the mail
        head = head.partition("\n")[2]
    names: set[str] = set()
    for line in head.split("\n")[:200]:
        if not line.strip():
            break
        if line[0] in " \t" and names:
            continue
        found = _HEADER.match(line)
        if found is None:
            return Kind.TEXT
        names.add(found[1].lower())
    known = names & _MAIL_HEADERS
    if not names or len(known) < 2 or not known & {"from", "mime-version", "received", "message-id"}:
        return Kind.TEXT
    related = re.search(r"^content-type:\s*(multipart/related|text/html)", head, re.IGNORECASE | re.MULTILINE)
    if related and not names & _SENT:
        return Kind.MHT
    return Kind.MAIL if names & _SENT or "from" in names or "content-type" in names else Kind.TEXT
