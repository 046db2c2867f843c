"""Named styles from the template's: people restyle in Word, a returned file is read by style name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bulletin_desktop.export.docx.runs import font_slots
from bulletin_desktop.export.docx.xml import escaped
from bulletin_desktop.typeset.layout import Align, Style, Tab


def style(value: Style) -> str:
    """Return the w:style of *value*, complete in itself: it inherits nothing but the document's defaults."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{escaped(value.id)}">'
        f'<w:name w:val="{escaped(value.name)}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph_properties(value)}</w:pPr><w:rPr>{_run_properties(value)}</w:rPr></w:style>"
    )


def contents_entry(like: Style) -> str:
    """Return Word's own style for contents, looking like *like*: it takes it when they are refreshed."""
    return (
        '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/>'
        f'<w:basedOn w:val="{escaped(like.id)}"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/>'
        "<w:unhideWhenUsed/></w:style>"
    )


def paragraph_properties(value: Style) -> str:
    """Return the children of w:pPr, in the order of CT_PPrBase (ECMA-376 part 1, 17.3.1.26).

    w:autoSpaceDE stays out: Word's default is right. So does w:overflowPunct where marks may hang; where
    they may not it says so by the standard (17.3.1.21), though LibreOffice 7.4 reads it the wrong way round.
    """
    return "".join(
        (
            "<w:keepNext/>" if value.keep_next else "",
            "<w:keepLines/>" if value.keep_lines else "",
            '<w:widowControl w:val="0"/>',
            _tabs(value.tabs),
            "" if value.hanging else '<w:overflowPunct w:val="0"/>',
            '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>',
            spacing(value),
            indents(value),
            f'<w:jc w:val="{value.align}"/>' if value.align is not Align.LEFT else "",
            f'<w:outlineLvl w:val="{value.outline}"/>' if value.outline is not None else "",
        )
    )


def spacing(value: Style) -> str:
    """Return w:spacing: the height of a line, and nothing between paragraphs."""
    rule = "atLeast" if value.at_least else "exact"
    return f'<w:spacing w:before="0" w:after="0" w:line="{value.pitch}" w:lineRule="{rule}"/>'


def keeping(own: Style, named: Style) -> str:
    """Return what *own* says otherwise than *named* on sharing a page with the next paragraph."""
    said = (("w:keepNext", own.keep_next, named.keep_next), ("w:keepLines", own.keep_lines, named.keep_lines))
    return "".join(
        f"<{tag}/>" if wanted else f'<{tag} w:val="0"/>' for tag, wanted, known in said if wanted != known
    )


def deviation(own: Style, named: Style) -> str:
    """Return what one paragraph's style *own* says otherwise than the *named* style of the same id.

    Only place and height differ in an issue: a signature's right indent follows from the date's width, the
    height of a picture's line from the picture.
    """
    height = spacing(own) if own.pitch != named.pitch else ""
    indent = ""
    if (own.left, own.right, own.first_line) != (named.left, named.right, named.first_line):
        first = f'w:hanging="{-own.first_line}"' if own.first_line < 0 else f'w:firstLine="{own.first_line}"'
        if named.first_line_chars:  # which the style's characters would win over
            first = f'w:firstLineChars="{own.first_line_chars}" {first}'
        indent = f'<w:ind w:left="{own.left}" w:right="{own.right}" {first}/>'
    align = f'<w:jc w:val="{own.align}"/>' if own.align is not named.align else ""
    return height + indent + align


def indents(value: Style) -> str:
    """Return w:ind, empty without indents. Word prefers characters, which follow a changed size."""
    attributes = ""
    if value.left:
        attributes += f' w:left="{value.left}"'
    if value.right:
        attributes += f' w:right="{value.right}"'
    if value.first_line < 0:
        attributes += f' w:hanging="{-value.first_line}"'
    elif value.first_line:
        chars = f' w:firstLineChars="{value.first_line_chars}"' if value.first_line_chars else ""
        attributes += f'{chars} w:firstLine="{value.first_line}"'
    return f"<w:ind{attributes}/>" if attributes else ""


def _tabs(tabs: tuple[Tab, ...]) -> str:
    stops = "".join(
        f'<w:tab w:val="{tab.align}"{" w:leader=" + chr(34) + "dot" + chr(34) if tab.dots else ""} '
        f'w:pos="{tab.position}"/>'
        for tab in tabs
    )
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _run_properties(value: Style) -> str:
    face = value.face
    return "".join(
        (
            f"<w:rFonts{font_slots(face.east, face.latin)}/>",
            "<w:b/><w:bCs/>" if face.bold else "",
            f'<w:color w:val="{value.color}"/>' if value.color != "000000" else "",
            f'<w:spacing w:val="{value.spacing}"/>',
            '<w:kern w:val="0"/>',
            f'<w:sz w:val="{face.half_points}"/><w:szCs w:val="{face.half_points}"/>',
        )
    )


def fonts(names: Iterable[str], alternatives: Mapping[str, str]) -> str:
    """Return the w:font elements of *names*, once each, with the name of what may stand for it.

    The name in the file stays the office's own; a program without that font tries w:altName first.
    """
    out = []
    for name in dict.fromkeys(names):
        other = alternatives.get(name)
        alternative = f'<w:altName w:val="{escaped(other)}"/>' if other else ""
        charset = "00" if name.isascii() else "86"  # 86: GB2312
        out.append(
            f'<w:font w:name="{escaped(name)}">{alternative}<w:charset w:val="{charset}"/>'
            '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        )
    return "".join(out)
