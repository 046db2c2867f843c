"""Word packages made in memory for tests: a body's markup and the parts it needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from bulletin_desktop.intake import reading
from bulletin_desktop.intake.docx import read
from bulletin_desktop.intake.source import Line, Source

_OFFICE = "http://schemas.openxmlformats.org"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": f"{_OFFICE}/wordprocessingml/2006/main",
        "r": f"{_OFFICE}/officeDocument/2006/relationships",
        "m": f"{_OFFICE}/officeDocument/2006/math",
        "a": f"{_OFFICE}/drawingml/2006/main",
        "pic": f"{_OFFICE}/drawingml/2006/picture",
        "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
        "c": f"{_OFFICE}/drawingml/2006/chart",
        "dgm": f"{_OFFICE}/drawingml/2006/diagram",
        "mc": f"{_OFFICE}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "cx1": "http://schemas.microsoft.com/office/drawing/2015/9/8/chartex",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_OUTSIDE = ' TargetMode="External"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings", "theme", "header", "footer")

Part = str | bytes


def relations(*each: tuple[str, str, str]) -> str:
    """Each as id, kind and target; an address with a scheme is outside."""
    lines = (
        f'<Relationship Id="{key}" Type="{_OFFICE}/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}"{_OUTSIDE if ":" in target else ""}/>'
        for key, kind, target in each
    )
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'


def part(name: str, inside: str) -> str:
    """A part's markup with every namespace declared."""
    return f"<w:{name} {SPACES}>{inside}</w:{name}>"


def zipped(parts: Mapping[str, Part]) -> bytes:
    """A zip of *parts*."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def package(
    body: str, links: tuple[tuple[str, str, str], ...] = (), files: Mapping[str, Part] = {}, **parts: str
) -> bytes:
    """A document with *body*; *parts* are the insides of styles, numbering, footnotes, comments and so on.

    *links* are further relations of the document, *files* further members, by their whole names.
    """
    known = tuple((f"k{name}", name, f"{name}.xml") for name in parts if name in _KINDS)
    roots = {"header": "hdr", "footer": "ftr"}
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(*known, *links),
            **{f"word/{name}.xml": part(roots.get(name, name), inside) for name, inside in parts.items()},
            **files,
        }
    )


def source(body: str, *args: object, **parts: object) -> Source:
    """What is read of a document with *body*."""
    return read(reading.File("稿件.docx", package(body, *args, **parts)))


def said(properties: str) -> str:
    """Markup, or the short form of it: "b sz=32" is <w:b/><w:sz w:val="32"/>, "x:a=b" is <w:x w:a="b"/>."""
    if "<" in properties:
        return properties
    found = []
    for each in properties.split():
        name, equals, value = each.partition("=")
        name, _, attribute = name.partition(":")
        found.append(f'<w:{name} w:{attribute or "val"}="{value}"/>' if equals else f"<w:{name}/>")
    return "".join(found)


def around(names: str, inside: str) -> str:
    """*inside* in elements, the outermost first: around("w:sdt w:sdtContent", ...)."""
    for name in reversed(names.split()):
        inside = f"<{name}>{inside}</{name.partition(' ')[0]}>"
    return inside


def one_list(kind: str, text: str) -> str:
    """The inside of a numbering part whose list 1 has one level."""
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    return (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{said(properties)}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{said(properties)}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(found: Source) -> list[str]:
    """Lines as their text, other items as their kind."""
    return [item.text if isinstance(item, Line) else type(item).__name__ for item in found.items]


def told(found: Source) -> dict[str, int]:
    """What a person is told, by its name."""
    return {told.value: count for told, count in found.told}
