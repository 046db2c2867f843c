"""Bulletins with the truth written beside every line.

A line of such a file is `CODE|text`; an empty line is a blank line of the input. `>` before the code: an
article begins there; `+`: the line continues the paragraph of the line before. Codes are the keys of
`_LABELS`; `X:why` is set aside. What stands in brackets after the code is how the line looked in its file,
`[title bold 22 center]`, see `_look`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletin_desktop.document.model import CellAlign, Span
from bulletin_desktop.intake.recogniser import recognise_source
from bulletin_desktop.intake.recognition import Label, ReadLine
from bulletin_desktop.intake.source import PLAIN, Line, Look, Source, Style

FOLDER = Path(__file__).parent / "bulletins"

_LABELS = {
    "S": Label.SECTION,
    "K": Label.KICKER,
    "H": Label.HEADLINE,
    "T": Label.SUBTITLE,
    "C": Label.CREDIT,
    "B": Label.BODY,
    "1": Label.HEADING1,
    "2": Label.HEADING2,
    "3": Label.HEADING3,
    "4": Label.HEADING4,
    "A": Label.SALUTATION,
    "G": Label.SIGNATURE,
    "D": Label.DATE,
    "N": Label.NOTE,
    "M": Label.ATTACHMENT,
    "P": Label.CAPTION,
    "Q": Label.QUOTE,
    "X": Label.ASIDE,
    "": Label.BLANK,
}
_FACES = {"hei": "黑体", "kai": "楷体_GB2312", "title-face": "方正小标宋简体", "fang": "仿宋_GB2312"}
_CODE = re.compile(r"(?P<mark>[>+]?)(?P<code>[A-Z1-4]?)(?::(?P<why>[a-z-]+))?(?:\[(?P<look>[^\]]*)\])?\Z")


@dataclass(frozen=True)
class Truth:
    """What a line of a marked bulletin is."""

    text: str
    label: Label
    starts: bool = False
    joins: bool = False
    why: str = ""
    look: Look = PLAIN


Pair = tuple[Truth, ReadLine]


def files(folder: Path = FOLDER) -> list[Path]:
    """Return the marked files of *folder*, in order."""
    return sorted(folder.glob("*.txt"))


def read(path: Path) -> list[Truth]:
    """Return the lines of a marked file. A line that is none is a `ValueError` which names it."""
    return [
        _truth(line, f"{path.name}:{n}") for n, line in enumerate(path.read_text("utf-8").splitlines(), 1)
    ]


def source(truths: Iterable[Truth]) -> Source:
    """Return the input that the marks were put beside."""
    return Source(tuple(Line((Span(truth.text),) if truth.text else (), truth.look) for truth in truths))


def pairs(truths: Sequence[Truth]) -> list[Pair]:
    """Return every line with what is made of it."""
    return list(zip(truths, recognise_source(source(truths)).lines, strict=True))


def _truth(line: str, where: str) -> Truth:
    code, bar, text = line.partition("|")
    match = _CODE.match(code)
    if not match or (line and not bar) or match["code"] not in _LABELS:
        raise ValueError(f"{where}: no code: {line[:40]}")
    label = _LABELS[match["code"]]
    why = match["why"] or ""
    return Truth(text, label, match["mark"] == ">", match["mark"] == "+", why, _look(match["look"] or ""))


def _look(words: str) -> Look:
    """Read a look: a style, `level2`, `center` or `right`, points, `bold`, `page`, `numbered3`, a face."""
    found: dict[str, object] = {}
    for word in words.split():
        name, number = re.fullmatch(r"([a-z-]*)([0-9.]*)", word).groups()  # type: ignore[union-attr]
        if word in _FACES:
            found["face"] = _FACES[word]
        elif not name:
            found["size"] = float(number)
        elif name in ("level", "numbered"):
            found[name] = int(number)
        elif name in ("center", "right"):
            found["align"] = CellAlign(name)
        elif name in ("bold", "page"):
            found["bold" if name == "bold" else "new_page"] = True
        else:
            found["style"] = Style(name)
    return Look(**found)  # type: ignore[arg-type]
