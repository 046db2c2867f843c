"""Word's package to a `Source`: finds the parts, reads the text, and tells what it could not carry over."""

from __future__ import annotations

from dataclasses import replace

from lxml.etree import _Element as Element

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.docx import fields, notes, properties, tracked
from bulletin_desktop.intake.docx.body import Body
from bulletin_desktop.intake.docx.comments import Comments
from bulletin_desktop.intake.docx.fields import Fields
from bulletin_desktop.intake.docx.job import Job
from bulletin_desktop.intake.docx.media import Media
from bulletin_desktop.intake.docx.names import W
from bulletin_desktop.intake.docx.notes import Notes
from bulletin_desktop.intake.docx.numbering import Numbering
from bulletin_desktop.intake.docx.package import Damaged, Package
from bulletin_desktop.intake.docx.styles import Styles
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.reading import File
from bulletin_desktop.intake.source import Item, Line, Source, Style, Told

_USUAL = "word/document.xml"


def source(file: File, depth: int = 0) -> Source:
    """Return what *file* has. *depth* counts the documents around it.

    Raises `UserError` for what is damaged, made to do harm, or no document of Word's.
    """
    package = Package(file.name, file.content)
    main, root = _main(package)
    body = root.find(f"{W}body")
    if body is None:
        raise _no_text(package)
    parts = {
        relation.kind: relation.target
        for relation in package.relations(main).values()
        if not relation.outside
    }
    styles = Styles(_optional(package, parts.get("styles")), _optional(package, parts.get("theme")))
    job = Job(
        package,
        styles,
        Numbering(_optional(package, parts.get("numbering")), styles),
        Notes(_optional(package, parts.get("settings")), root),
        Comments(_optional(package, parts.get("comments"))),
        Media(package),
        depth=depth,
    )
    items = _items(job, main, root, body)
    found = job.notes.read(_NoteLines(job, parts).lines)
    comments = job.comments.found()
    job.tally.add(Told.COMMENTS, len(comments))
    properties.tell(job, main)
    about = properties.core(package)
    return Source(
        tuple(_captioned(items)), found, comments, job.tally.told(), title=about.title, author=about.author
    )


def _main(package: Package) -> tuple[str, Element]:
    """The document's part, by the package's relations; else where it usually is."""
    named = [
        relation.target for relation in package.relations("").values() if relation.kind == "officeDocument"
    ]
    for part in (*named, _USUAL):
        try:
            root = package.xml(part)
        except Damaged:
            if package.has(part):
                raise package.damaged() from None
            continue
        if root.tag == f"{W}document":
            return part, root
    raise _no_text(package)


def _no_text(package: Package) -> UserError:
    return UserError(
        "{name} is a package without a document of Word's inside, so there was nothing to read. "
        "Open it in the program that made it and save it as .docx.",
        name=package.name,
    )


def _optional(package: Package, part: str | None) -> Element | None:
    """A part that a document can do without, None where it is missing or broken."""
    if part is None:
        return None
    try:
        return package.xml(part)
    except Damaged:
        return None


def _items(job: Job, main: str, root: Element, body: Element) -> list[Item]:
    unclosed = fields.unclosed(root)
    tracked.count(root, job.tally)
    return Body(job, main, Fields(unclosed), unclosed).read(body)


class _NoteLines:
    """The text of notes, from the parts that have them."""

    def __init__(self, job: Job, parts: dict[str, str]) -> None:
        self._job = job
        self._parts = parts
        self._notes: dict[str, dict[str, Element]] = {}
        self._unclosed: dict[str, frozenset[Element]] = {}

    def lines(self, kind: str, key: str) -> tuple[str, ...]:
        """Return the paragraphs of a note."""
        part = self._parts.get(f"{kind}s", "")
        if kind not in self._notes:
            root = _optional(self._job.package, part or None)
            self._notes[kind] = notes.by_id(root, kind) if root is not None else {}
            self._unclosed[kind] = fields.unclosed(root) if root is not None else frozenset()
            if root is not None:
                tracked.count(root, self._job.tally)
        element = self._notes[kind].get(key)
        if element is None:
            return ()
        unclosed = self._unclosed[kind]
        items = Body(self._job, part, Fields(unclosed), unclosed, in_note=True).read(element)
        texts = (_text(item).strip() for item in items)
        return tuple(text for text in texts if text)


def _text(item: Item) -> str:
    if isinstance(item, Line):
        return item.text
    if isinstance(item, FoundPicture):
        return ""
    return "\t".join(cell.text for row in item.rows for cell in row)


def _captioned(items: list[Item]) -> list[Item]:
    """A caption right below a picture is the picture's."""
    found: list[Item] = []
    for item in items:
        before = found[-1] if found else None
        if (
            isinstance(item, Line)
            and item.look.style is Style.CAPTION
            and not item.notes
            and isinstance(before, FoundPicture)
            and not before.caption
        ):
            found[-1] = replace(before, caption=" ".join(item.text.split()))
        else:
            found.append(item)
    return found
