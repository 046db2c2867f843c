"""The one style sheet: the template's styles for a screen of any width, and for paper."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bulletin_desktop.export.html.markup import RUN_IN
from bulletin_desktop.typeset.layout import Align, Style
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.template_schema import MM, TWIPS_IN

# What a reader's machine may have instead: Windows' own, then macOS', by what the family is.
_STAND_INS = (
    ("仿宋", ("仿宋", "FangSong", "STFangsong")),
    ("楷", ("楷体", "KaiTi", "STKaiti")),
    ("黑", ("黑体", "SimHei", "Heiti SC", "Microsoft YaHei", "Noto Sans CJK SC")),
    ("宋", ("华文中宋", "STZhongsong", "宋体", "SimSun", "Songti SC", "Noto Serif CJK SC")),
)

_FRAME = """\
html{font-size:18px;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:40rem;padding:2rem 1.25rem 3rem;background:#fff;color:#1a1a1a}
body{overflow-wrap:anywhere}
h1,h2,h3,h4,h5,p,ul,figure{margin:0;padding:0;font-weight:normal}
h1,h2,h3,h4,h5,p,a,td,th,figcaption{white-space:pre-wrap}
hr{margin:.5rem 0;border:0}
nav,section,article{margin-top:2.5rem}
section>article:first-of-type{margin-top:1.5rem}
ul{list-style:none}
a{color:inherit;text-decoration:none}
a:hover,a:focus{text-decoration:underline}
article>header{margin-bottom:1.5rem}
.sides{display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:1em}
.sides>:last-child{margin-left:auto}
.signing{width:fit-content}
.signing p{padding:0;text-align:left}
.table{margin:1rem 0;overflow-x:auto}
table{width:100%;border-collapse:collapse;table-layout:fixed}
td,th{padding:.25em .5em;border:1px solid #555;font-weight:normal;vertical-align:middle}
.center{text-align:center}
.right{text-align:right}
figure{margin:1.5rem 0;text-align:center}
img{max-width:100%;height:auto}
mark{background:#fff27a;color:inherit}
strong{font-weight:bold}
sup,sub{line-height:0}
.emphasis{-webkit-text-emphasis:filled dot;-webkit-text-emphasis-position:under right}
.emphasis{text-emphasis:filled dot;text-emphasis-position:under right}
body>footer{margin-top:4rem}
@media(max-width:30rem){html{font-size:16px}body{padding:1.25rem 1rem 2rem}}
"""
_PRINT = """\
@media print{{
@page{{size:{width}mm {height}mm;margin:{top}mm {right}mm {bottom}mm {left}mm}}
html{{font-size:{points}pt}}
body{{max-width:none;padding:0}}
h1,h2,h3,h4,h5,header{{break-after:avoid;break-inside:avoid}}
figure,tr{{break-inside:avoid}}
.new-page{{break-before:page}}
}}
"""


def class_name(style: Style) -> str:
    """Return the class of paragraphs of *style*."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", style.id)


def sheet(template: Template, used: Iterable[Style]) -> str:
    """Return the content of the `style` element with rules for the styles in *used*, once each."""
    body = template.style("body")
    own = {class_name(style): _rule(style, body, template) for style in used}
    behind = {RUN_IN: f"font-family:{_families(_names(body, template))};font-weight:normal"}
    marks = {str(mark): f"font-family:{_families((family,))}" for mark, family in template.mark_faces.items()}
    rules = "".join(f".{name}{{{rule}}}\n" for name, rule in {**own, **behind, **marks}.items())
    families = _families(_names(body, template))
    frame = f"body{{font-family:{families};line-height:{_number(body.pitch / body.face.em)}}}\n"
    return rules + frame + _FRAME + _signing(template) + _print(template)


def _signing(template: Template) -> str:
    """Signature and date: how far from the edge the longer ends, how far right of it the date begins."""
    spacing, body = template.article, template.style("body")
    advance = body.face.em + body.spacing
    right, shift = (_number(value / advance) for value in (spacing.sign_right, spacing.date_shift))
    above = _number(spacing.lines_before_signature * template.page.pitch / body.face.em)
    return (
        f".signing{{margin:{above}rem {right}rem 0 auto}}\n"
        f".signing .{class_name(template.style('date'))}{{padding-left:{shift}em}}\n"
    )


def color(value: str) -> str:
    """Return a layout's colour; black for what is none."""
    return f"#{value}" if re.fullmatch("[0-9A-Fa-f]{6}", value) else "#000000"


def _rule(style: Style, body: Style, template: Template) -> str:
    face = style.face
    advance = face.em + style.spacing
    size = face.half_points / body.face.half_points
    # What stands at the last tab stop ends there.
    right = template.page.text_width - style.tabs[-1].position if style.tabs else style.right
    sides = (("left", style.left), ("right", max(0, right)))
    declarations = [
        f"font-family:{_families(_names(style, template))}",
        # A line of large characters must still fit a telephone.
        f"font-size:min({_number(size)}rem,9vw)" if size > 1.5 else f"font-size:{_number(size)}rem",
        f"line-height:{_number(style.pitch / face.em)}",
        *(f"padding-{side}:{_number(value / advance)}em" for side, value in sides if value),
        f"text-indent:{_number(style.first_line / advance)}em" if style.first_line else "",
        f"text-align:{_ALIGN[style.align]}" if style.align is not Align.LEFT else "",
        "font-weight:bold" if face.bold else "",
        f"color:{color(style.color)}" if color(style.color) != color("") else "",
    ]
    return ";".join(filter(None, declarations))


_ALIGN = {Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "justify", Align.LEFT: "left"}


def _names(style: Style, template: Template) -> tuple[str, ...]:
    """The style's fonts, the template's own stand-ins after them."""
    own = (style.face.latin, style.face.east) if style.face.latin != style.face.east else (style.face.east,)
    others = (
        other.face.east
        for make in template.profiles.values()
        for other in make().styles.values()
        if other.id == style.id
    )
    return tuple(dict.fromkeys((*own, *others)))


def _families(names: tuple[str, ...]) -> str:
    stand_ins: tuple[str, ...] = ()
    generic = "serif"
    for part, others in _STAND_INS:
        if part in names[-1]:
            stand_ins, generic = others, "sans-serif" if part == "黑" else "serif"
            break
    return ",".join([*(_quoted(name) for name in dict.fromkeys((*names, *stand_ins))), generic])


def _quoted(name: str) -> str:
    """A CSS string; whatever could end it or the style element is written by its number."""
    plain = re.sub(r"[^\w .-]", lambda match: f"\\{ord(match[0]):x} ", name)
    return f'"{plain}"'


def _print(template: Template) -> str:
    page = template.page
    names = ("width", "height", "top", "right", "bottom", "left")
    sides = {name: f"{getattr(page, name) / TWIPS_IN[MM]:.1f}" for name in names}
    return _PRINT.format(points=_number(template.style("body").face.half_points / 2), **sides)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
