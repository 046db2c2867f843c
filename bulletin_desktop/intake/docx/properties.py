"""What a package says of itself, and what of it is left out: title, author, page headers, macros."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.etree import _Element as Element

from bulletin_desktop.document.schema import one_line
from bulletin_desktop.intake.docx.job import Job
from bulletin_desktop.intake.docx.names import DC, W
from bulletin_desktop.intake.docx.package import Damaged, Package
from bulletin_desktop.intake.source import Told

_LONGEST = 300
_WORDS = re.compile(r"[^\W\d_]")  # a page's number alone is no text


class Core(NamedTuple):
    """The document's properties."""

    title: str = ""
    author: str = ""


def core(package: Package) -> Core:
    """Return title and author as docProps/core.xml says."""
    part = next((one.target for one in package.relations("").values() if one.kind == "core-properties"), "")
    try:
        root = package.xml(part or "docProps/core.xml")
    except Damaged:
        return Core()
    return Core(_said(root, "title"), _said(root, "creator"))


def _said(root: Element, name: str) -> str:
    return one_line(root.findtext(f"{DC}{name}") or "").strip()[:_LONGEST]


def tell(job: Job, main: str) -> None:
    """Tell of page headers and footers with text, and of macros."""
    for relation in job.package.relations(main).values():
        if relation.outside:
            continue
        if relation.kind in ("header", "footer"):
            job.tally.add(Told.HEADERS, _has_words(job.package, relation.target))
        elif relation.kind == "vbaProject":
            job.tally.add(Told.MACROS)


def _has_words(package: Package, part: str) -> bool:
    try:
        root = package.xml(part)
    except Damaged:
        return False
    return any(_WORDS.search(text.text or "") for text in root.iter(f"{W}t"))
