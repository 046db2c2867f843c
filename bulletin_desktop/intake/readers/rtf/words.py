"""What the control words of RTF mean: destinations, characters, and formats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from bulletin_desktop.intake.readers.word_draft import Format, Shape


class Look(NamedTuple):
    """What holds inside a group and is over at its end."""

    format: Format = Format()
    shape: Shape = Shape()
    style: int = 0
    font: int = 0
    other_font: int = -1  # of the characters that the program calls double-byte; -1 is the same
    other: bool = False  # whether it is they that follow
    skip: int = 1  # characters that stand for one \\u, for readers that do not know it
    in_table: bool = False
    depth: int = 1  # of tables in tables


CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": " ",
    "~": "\xa0", "_": "-", "-": "", "zwj": "", "zwnj": "", "nestcell": "\t",
}  # fmt: skip

SKIPPED = frozenset((
    "colortbl", "objdata", "objclass", "objname", "fldinst", "nonshppict", "bkmkstart", "bkmkend", "xe",
    "tc", "rxe", "txe", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata",
    "colorschememapping", "datastore", "latentstyles", "pgptbl", "pn", "filetbl", "template", "sp",
    "picprop", "atnid", "atnref", "atrfstart", "atrfend", "atnicn", "background", "docvar", "userprops",
    "xmlnstbl", "fontemb", "falt", "panose", "formfield", "datafield", "comment", "keywords", "subject",
    "operator", "creatim", "revtim", "printim", "buptim", "company", "manager", "category", "doccomm",
    "hlinkbase", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "mmathPr", "blipuid",
    "shprslt", "do", "wgrffmtfilter", "passwordhash"
))  # fmt: skip
HEADERS = frozenset(("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"))
KEPT = frozenset((
    "shppict", "shpinst", "shptxt", "footnote", "annotation", "atnauthor", "atndate", "nesttableprops",
    "listtext", "pntext", "shptop", "result", "fldrslt", "moveto",
))  # fmt: skip


def _switch(name: str) -> Callable[[Look, int | None], Look]:
    def take(look: Look, number: int | None) -> Look:
        change: dict[str, Any] = {name: number != 0}
        return look._replace(format=look.format._replace(**change))

    return take


def _fate(name: str) -> Callable[[Look, int | None], Look]:
    def take(look: Look, number: int | None) -> Look:
        if number == 0:
            return look._replace(format=look.format._replace(fate="")) if look.format.fate == name else look
        return look._replace(format=look.format._replace(fate=name))

    return take


def _place(name: str) -> Callable[[Look, int | None], Look]:
    def take(look: Look, number: int | None) -> Look:
        return look._replace(format=look.format._replace(place="" if number == 0 else name))

    return take


def _align(name: str) -> Callable[[Look, int | None], Look]:
    return lambda look, _: look._replace(shape=look.shape._replace(align=name))


def _off(name: str) -> Callable[[Look, int | None], Look]:
    change: dict[str, Any] = {name: False}
    return lambda look, _: look._replace(format=look.format._replace(**change))


FORMATS: dict[str, Callable[[Look, int | None], Look]] = {
    "b": _switch("bold"),
    "i": _switch("italic"),
    "ab": lambda look, number: _switch("bold")(look, number) if look.other else look,
    "ai": lambda look, number: _switch("italic")(look, number) if look.other else look,
    "afs": lambda look, number: FORMATS["fs"](look, number) if look.other else look,
    **{
        word: _switch("underline")
        for word in ("ul", "uld", "uldb", "ulw", "ulwave", "ulth", "uldash", "uldashd", "uldashdd")
    },
    "ulnone": _off("underline"),
    "strike": _switch("strike"),
    "striked": _switch("strike"),
    "v": _switch("hidden"),
    "deleted": _fate("deleted"),
    "revised": _fate("inserted"),
    "super": _place("superscript"),
    "sub": _place("subscript"),
    "nosupersub": _place(""),
    "accdot": _switch("emphasis"),
    "acccomma": _switch("emphasis"),
    "accunderdot": _switch("emphasis"),
    "accnone": _off("emphasis"),
    "highlight": _switch("highlight"),
    "fs": lambda look, number: look._replace(format=look.format._replace(size=number or 0)),
    "plain": lambda look, _: look._replace(format=Format(), font=0, other_font=-1, other=False),
    "qc": _align("center"),
    "qr": _align("right"),
    "ql": _align(""),
    "qj": _align(""),
    "pard": lambda look, _: look._replace(shape=Shape(), style=0, in_table=False, depth=1),
    "pagebb": lambda look, number: look._replace(shape=look.shape._replace(page=number != 0)),
    "outlinelevel": lambda look, number: look._replace(
        shape=look.shape._replace(level=(number + 1) if number is not None and 0 <= number < 9 else 0)
    ),
    "s": lambda look, number: look._replace(style=number or 0),
    "f": lambda look, number: look._replace(font=number or 0),
    "af": lambda look, number: look._replace(other_font=number or 0) if look.other else look,
    "loch": lambda look, _: look._replace(other=False),
    "hich": lambda look, _: look._replace(other=False),
    "dbch": lambda look, _: look._replace(other=True),
    "uc": lambda look, number: look._replace(skip=max(0, min(number if number is not None else 1, 9))),
    "intbl": lambda look, number: look._replace(in_table=number != 0),
    "itap": lambda look, number: look._replace(depth=max(0, number or 0), in_table=bool(number)),
}
