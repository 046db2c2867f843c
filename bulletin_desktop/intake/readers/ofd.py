"""OFD (GB/T 33190-2016), the fixed pages of Chinese offices: characters at their places, as in a PDF."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import field

from lxml.etree import _Element as Element

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.docx.package import Damaged, Package
from bulletin_desktop.intake.readers.pdf import MOST_CHARACTERS, MOST_PAGES, too_much
from bulletin_desktop.intake.readers.pdf.pages import Char, Page, rows
from bulletin_desktop.intake.readers.pdf.sources import source
from bulletin_desktop.intake.reading import File
from bulletin_desktop.intake.source import Source
from bulletin_desktop.values import dataclass

_MM = 72 / 25.4  # points; everything is in millimetres
_A4 = (210.0, 297.0)
_MOST_DELTAS = 5_000  # of one text
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_BOLD = 600

Matrix = tuple[float, ...]


@dataclass(slots=True)
class _Fonts:
    """Names and weights by the number that text objects name."""

    fonts: dict[str, tuple[str, bool]] = field(default_factory=dict)

    def take(self, root: Element) -> None:
        for font in root.iter("{*}Font"):
            name = font.get("FontName") or font.get("FamilyName") or ""
            bold = font.get("Bold") == "true" or "bold" in name.lower()
            self.fonts[font.get("ID", "")] = (name, bold)


def read(file: File) -> Source:
    """Return the text of *file*. Raises `UserError` for what is damaged, without text, or too much."""
    package = Package(file.name, file.content)
    try:
        root = package.xml("OFD.xml")
        pages = []
        characters = 0
        for body in list(root.iter("{*}DocBody"))[:10]:
            for page in _document(package, body.findtext("{*}DocRoot") or ""):
                pages.append(page)
                characters += page.characters
                if len(pages) > MOST_PAGES or characters > MOST_CHARACTERS:
                    raise too_much(file)
    except Damaged:
        raise _damaged(file) from None
    title = next((each.text or "" for each in root.iter("{*}Title")), "")
    author = next((each.text or "" for each in root.iter("{*}Author")), "")
    return source(file, pages, title, author)


def _document(package: Package, address: str) -> Iterator[Page]:
    place = _inside("", address)
    document = package.xml(place)
    common = document.find("{*}CommonData")
    area = _box(common, _A4) if common is not None else _A4
    fonts = _Fonts()
    for kind in ("{*}PublicRes", "{*}DocumentRes"):
        for resource in common.iterfind(kind) if common is not None else ():
            try:
                fonts.take(package.xml(_inside(place, resource.text or "")))
            except Damaged:
                continue
    for page in document.iterfind("{*}Pages/{*}Page"):
        yield _page(package.xml(_inside(place, page.get("BaseLoc", ""))), area, fonts)


def _page(root: Element, area: tuple[float, float], fonts: _Fonts) -> Page:
    width, height = _box(root, area)
    chars: list[Char] = []
    looks: list[tuple[str, bool]] = []
    for text in root.iter("{*}TextObject"):
        name, bold = fonts.fonts.get(text.get("Font", ""), ("", False))
        look = name, bold or _number(text.get("Weight", "0")) >= _BOLD
        for char in _characters(text, len(chars)):
            chars.append(char)
            looks.append(look)
    pictures = sum(1 for _ in root.iter("{*}ImageObject"))
    found = rows(chars, lambda nth: looks[nth])
    return Page(found, width * _MM, height * _MM, len(chars), 0, pictures)


def _characters(text: Element, first: int) -> Iterator[Char]:
    """The characters of a text object: they stand where the deltas from one to the next lead."""
    left, top, *_ = (*_numbers(text.get("Boundary", "")), 0.0, 0.0)
    matrix = _numbers(text.get("CTM", ""))
    matrix = matrix if len(matrix) == len(_IDENTITY) else _IDENTITY
    size = _number(text.get("Size", "0")) * (abs(matrix[3]) or abs(matrix[1]) or 1.0)
    nth = first
    x = y = 0.0
    for code in text.iter("{*}TextCode"):
        x = _number(code.get("X", "")) if code.get("X") else x
        y = _number(code.get("Y", "")) if code.get("Y") else y
        across, down = _deltas(code.get("DeltaX", "")), _deltas(code.get("DeltaY", ""))
        for place, character in enumerate(code.text or ""):
            at_x = left + matrix[0] * x + matrix[2] * y + matrix[4]
            at_y = top + matrix[1] * x + matrix[3] * y + matrix[5]
            wide = size if ord(character) > 0xFF else size / 2
            if not character.isspace() or character in " \u3000":
                yield Char(
                    character, at_x * _MM, at_y * _MM, (at_x + wide) * _MM, max(1.0, size * _MM), nth, False
                )
                nth += 1
            x += across[place] if place < len(across) else wide if not down else 0.0
            y += down[place] if place < len(down) else 0.0


def _deltas(said: str) -> list[float]:
    """The distances; "g 3 5.6" is three times the same (GB/T 33190, 11.3)."""
    words = said.split()[: 3 * _MOST_DELTAS]
    found: list[float] = []
    at = 0
    while at < len(words) and len(found) < _MOST_DELTAS:
        if words[at] == "g" and at + 2 < len(words):
            times = max(0, min(int(_number(words[at + 1])), _MOST_DELTAS - len(found)))
            found += [_number(words[at + 2])] * times
            at += 3
        else:
            found.append(_number(words[at]))
            at += 1
    return found


def _numbers(said: str) -> Matrix:
    return tuple(_number(word) for word in said.split()[:8])


def _number(said: str) -> float:
    try:
        value = float(said[:20])
    except ValueError:
        return 0.0
    return value if abs(value) < 1e6 else 0.0


def _box(element: Element, otherwise: tuple[float, float]) -> tuple[float, float]:
    """The size that a page's area says."""
    for name in ("{*}Area", "{*}PageArea"):
        box = _numbers(element.findtext(f"{name}/{{*}}PhysicalBox") or "")
        if len(box) == 4 and box[2] > 0 and box[3] > 0:
            return box[2], box[3]
    return otherwise


def _inside(part: str, address: str) -> str:
    """A part's name by its address in *part*: from the root, or beside that part."""
    if address.startswith("/"):
        return address.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), address))


def _damaged(file: File) -> UserError:
    return UserError(
        "{name} is a damaged or encrypted OFD file, so nothing was read from it. Open it in an OFD reader, "
        "copy the text, and paste it here, or ask its sender for the Word file.",
        name=file.name,
    )
