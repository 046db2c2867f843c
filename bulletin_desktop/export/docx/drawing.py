"""Rules: horizontal lines that take no height.

A paragraph border would add its thickness to the page and follow the paragraph's indents. A line
anchored to the paragraph does neither; Word 2010 and later read the drawing, older readers the VML.
"""

from __future__ import annotations

from bulletin_desktop.typeset.layout import Rule

EMU = 635
"""English Metric Units in a twip."""
_EMU_PER_EIGHTH = 1587.5
"""English Metric Units in an eighth of a point."""
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def rule(line: Rule, width: int, number: int) -> str:
    """Return the run that draws *line*, *width* twips long; *number* must be the document's own."""
    length = width * EMU
    thickness = round(line.eighths * _EMU_PER_EIGHTH)
    y, end, weight = line.y / 20, width / 20, line.eighths / 8
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{line.y * EMU}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="线 {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{thickness}"><a:solidFill>'
        f'<a:srgbClr val="{line.color}"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:line id="rule{number}" style="position:absolute;mso-position-horizontal-relative:margin;'
        f'mso-position-vertical-relative:text" from="0,{y:g}pt" to="{end:g}pt,{y:g}pt" '
        f'strokecolor="#{line.color}" strokeweight="{weight:g}pt"/>'
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
