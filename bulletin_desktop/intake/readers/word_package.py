"""Word's package of a draft: its parts, and how they name each other (ECMA-376 part 2)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from bulletin_desktop.document.picture_kinds import kind_of
from bulletin_desktop.intake.readers.word_draft import Draft, Story, attribute, plain

_OFFICE = "http://schemas.openxmlformats.org"
_W = f"{_OFFICE}/wordprocessingml/2006/main"
_RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_RELATIONS}" xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:a="{_OFFICE}/drawingml/2006/main" xmlns:pic="{_OFFICE}/drawingml/2006/picture" '
    f'xmlns:wp="{_OFFICE}/drawingml/2006/wordprocessingDrawing"'
)


def packed(draft: Draft, body: Story) -> bytes:
    """Return the bytes of the package that *draft* is of, its text *body*."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, content in _parts(draft, body).items():
            archive.writestr(name, content)
    return memory.getvalue()


def _parts(draft: Draft, body: Story) -> dict[str, str | bytes]:
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body.xml()}</w:body></w:document>",
        "word/styles.xml": _style_part(draft),
        "word/numbering.xml": _number_part(draft),
        "word/comments.xml": _comment_part(draft),
        "docProps/core.xml": '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(plain(draft.title))}</dc:title><dc:creator>{escape(plain(draft.author))}</dc:creator>"
        "</c:coreProperties>",
    }
    for kind, endnotes in (("footnotes", False), ("endnotes", True)):
        parts[f"word/{kind}.xml"] = _note_part(draft, kind, endnotes)
    kinds = ["styles", "numbering", "comments", "footnotes", "endnotes"]
    relations = [_relation(kind, kind, f"{kind}.xml") for kind in kinds]
    for nth, content in enumerate(draft.media):
        name = f"media/{nth}.{kind_of(content) or 'bin'}"
        parts[f"word/{name}"] = content
        relations.append(_relation(f"p{nth}", "image", name))
    for nth, story in enumerate(draft.headers):
        parts[f"word/header{nth}.xml"] = f"<w:hdr {_SPACES}>{story.xml()}</w:hdr>"
        relations.append(_relation(f"h{nth}", "header", f"header{nth}.xml"))
    parts["word/_rels/document.xml.rels"] = _relations(relations)
    main = _relation("d", "officeDocument", "word/document.xml")
    core = _relation("c", "metadata/core-properties", "docProps/core.xml")
    parts["_rels/.rels"] = _relations([main, core])
    return parts


def _style_part(draft: Draft) -> str:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val={attribute(name)}/></w:style>'
        for name, key in draft.styles.items()
    )
    return f"<w:styles {_SPACES}>{''.join(styles)}</w:styles>"


def _number_part(draft: Draft) -> str:
    lists = (
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="decimal"/><w:suff w:val="{"tab" if label[-1:] == chr(9) else "nothing"}"/>'
        f"<w:lvlText w:val={attribute(label.strip())}/></w:lvl></w:abstractNum>"
        for label, number in draft.labels.items()
    )
    numbers = (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in draft.labels.values()
    )
    return f"<w:numbering {_SPACES}>{''.join(lists)}{''.join(numbers)}</w:numbering>"


def _comment_part(draft: Draft) -> str:
    comments = (
        f'<w:comment w:id="{nth}" w:author={attribute(author)} w:date={attribute(at)}>{story.xml()}'
        "</w:comment>"
        for nth, (story, author, at) in enumerate(draft.comments)
    )
    return f"<w:comments {_SPACES}>{''.join(comments)}</w:comments>"


def _note_part(draft: Draft, kind: str, endnotes: bool) -> str:
    notes = (
        f'<w:{kind[:-1]} w:id="{nth}">{story.xml()}</w:{kind[:-1]}>'
        for nth, (story, endnote) in enumerate(draft.notes)
        if endnote == endnotes
    )
    return f"<w:{kind} {_SPACES}>{''.join(notes)}</w:{kind}>"


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'


def _relations(relations: Sequence[str]) -> str:
    space = f"{_OFFICE}/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(relations)}</Relationships>'
