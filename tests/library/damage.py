"""Libraries damaged as disks, sticks and programs damage files, and what each should come to."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from bulletin_desktop.library.checks.case import Chains
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.recovery import btree
from bulletin_desktop.library.recovery.image import Image
from bulletin_desktop.library.recovery.recover import roots
from bulletin_desktop.services import acts
from bulletin_desktop.services.desk import Desk
from tests.library import rich_library

PAGE = 4096
Damage = Callable[[random.Random, bytearray], None]


def zeroed(chance: random.Random, data: bytearray) -> None:
    """Pages of nothing: a stick that was pulled out."""
    for page in _pages(chance, data, chance.randint(1, 5)):
        data[page : page + PAGE] = bytes(PAGE)


def burst(chance: random.Random, data: bytearray) -> None:
    """Bytes of something else, within a page or over its edge."""
    start = chance.randrange(len(data) - 400)
    length = chance.randint(1, 400)
    data[start : start + length] = chance.randbytes(length)


def scattered(chance: random.Random, data: bytearray) -> None:
    """Single bytes here and there."""
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] ^= chance.randint(1, 255)


def sectors(chance: random.Random, data: bytearray) -> None:
    """Sectors of a disk that read as anything."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) // 512) * 512
        data[start : start + 512] = chance.randbytes(512)


def block(chance: random.Random, data: bytearray) -> None:
    """A whole block of pages gone, as of flash memory."""
    start = chance.randrange(len(data) // PAGE) * PAGE
    end = min(len(data), start + 16 * PAGE)
    data[start:end] = bytes(end - start)


def cut(chance: random.Random, data: bytearray) -> None:
    """The end is missing: a copy that was not finished."""
    del data[chance.randrange(PAGE, len(data)) :]


def swapped(chance: random.Random, data: bytearray) -> None:
    """Pages in each other's place."""
    for _ in range(chance.randint(1, 3)):
        one, other = _pages(chance, data, 2)
        data[one : one + PAGE], data[other : other + PAGE] = (
            data[other : other + PAGE],
            data[one : one + PAGE],
        )


def header(chance: random.Random, data: bytearray) -> None:
    """The first bytes of the file."""
    start = chance.randrange(90)
    length = chance.randint(1, 100 - start)
    data[start : start + length] = chance.randbytes(length)


def first_page(chance: random.Random, data: bytearray) -> None:
    """The page that says where everything else is."""
    data[:PAGE] = bytes(PAGE) if chance.random() < 0.5 else chance.randbytes(PAGE)


def free_list(chance: random.Random, data: bytearray) -> None:
    """The list of free pages, or where it begins: pages in use seem free, free ones in use."""
    trunk = int.from_bytes(data[32:36], "big")
    if chance.random() < 0.5 and trunk:
        start = (trunk - 1) * PAGE + chance.randrange(40)
        data[start : start + 8] = chance.randbytes(8)
    else:
        data[32:36] = chance.randrange(2, len(data) // PAGE).to_bytes(4, "big")


def overflow(chance: random.Random, data: bytearray) -> None:
    """Pages that hold the rest of a long row, or the way to the next of them."""
    kinds = (2, 5, 10, 13)
    pages = [start for start in range(PAGE, len(data), PAGE) if data[start] not in kinds]
    for start in chance.sample(pages, min(len(pages), chance.randint(1, 4))):
        if chance.random() < 0.5:
            data[start : start + 4] = chance.randrange(len(data) // PAGE).to_bytes(4, "big")
        else:
            place = start + chance.randrange(4, PAGE - 64)
            data[place : place + 64] = chance.randbytes(64)


def inner(chance: random.Random, data: bytearray) -> None:
    """Pages that lead to others."""
    pages = [start for start in range(PAGE, len(data), PAGE) if data[start] in (2, 5)]
    for start in chance.sample(pages, min(len(pages), chance.randint(1, 3))):
        data[start : start + PAGE] = bytes(PAGE) if chance.random() < 0.5 else chance.randbytes(PAGE)


def heads(chance: random.Random, data: bytearray) -> None:
    """The first bytes of pages, which say what is in them."""
    for start in _pages(chance, data, chance.randint(1, 3)):
        data[start : start + 12] = chance.randbytes(12)


KINDS: tuple[Damage, ...] = (
    zeroed,
    burst,
    scattered,
    sectors,
    block,
    cut,
    swapped,
    header,
    first_page,
    free_list,
    overflow,
    inner,
    heads,
)


def _pages(chance: random.Random, data: bytearray, count: int) -> list[int]:
    """Where some pages but the first begin."""
    return [number * PAGE for number in chance.sample(range(1, len(data) // PAGE), count)]


def journal_burst(chance: random.Random, data: bytearray) -> None:
    """Bytes of the journal, its header among them."""
    start, length = chance.randrange(len(data) - 64), chance.randint(1, 64)
    data[start : start + length] = chance.randbytes(length)


def journal_zeroed(chance: random.Random, data: bytearray) -> None:
    """A page's length of nothing in the journal."""
    start = chance.randrange(len(data) - PAGE)
    data[start : start + PAGE] = bytes(PAGE)


def journal_cut(chance: random.Random, data: bytearray) -> None:
    """The journal's end is missing."""
    del data[chance.randrange(len(data)) :]


JOURNAL_KINDS: tuple[Damage, ...] = (journal_burst, journal_zeroed, journal_cut)


# The libraries, and what is in them


def make(path: Path, issues: int = 8) -> None:
    """Make a rich library that has free pages, with what was deleted still in them, as most have."""
    rich_library.make(path, issues)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA secure_delete = OFF")
        raw.execute("CREATE TABLE spare AS SELECT * FROM article_bodies LIMIT 30")
        raw.execute("DROP TABLE spare")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def with_journal(library: Path, target: Path) -> None:
    """Copy *library* to *target* as a program that was killed leaves it: its last saves in the journal."""
    working = target.with_name("working.db")
    shutil.copy(library, working)
    with Library.open(working) as opened:
        desk = Desk(opened)
        ids = [
            row.id
            for issue in desk.outline().publications[0].issues
            for section in desk.contents(issue.id).sections
            for row in section.articles
        ]
        for number, own_id in enumerate(ids[:8]):
            article = replace(desk.article(own_id), kicker=f"断电前第{number}稿")
            desk.apply(acts.SaveArticle(article, apart=True))
        for suffix in ("", "-wal"):
            shutil.copy(f"{working}{suffix}", f"{target}{suffix}")
    working.unlink()


@dataclass(frozen=True, slots=True)
class Content:
    """What people made: the texts of articles by id, and every other row, comparable."""

    articles: dict[str, tuple[str, str]]
    """Title and JSON."""
    rows: dict[str, frozenset[tuple[object, ...]]]


_ROWS = {
    "publications": "SELECT id, name, template, unit, deleted_at FROM publications",
    "issues": "SELECT id, publication_id, year, number, supplement, running_number, date, state, deleted_at "
    "FROM issues",
    "issue_heads": "SELECT issue_id, json FROM issue_heads",
    "sections": "SELECT id, issue_id, title, position, deleted_at FROM sections",
    "articles": "SELECT nr, id, section_id, title, credit, characters, state, position, deleted_at "
    "FROM articles",
    "revisions": "SELECT nr, article_nr, began_at, saved_at, characters, name, sha256 FROM revisions",
    "recycle_bin": "SELECT node_id, kind, deleted_at FROM recycle_bin",
    "exports": "SELECT * FROM exports",
    "pictures": "SELECT * FROM pictures",
    "templates": "SELECT * FROM templates",
    "looks": "SELECT * FROM looks",
    "habits": "SELECT * FROM habits",
    "recipients": "SELECT * FROM recipients",
    "issue_revisions": "SELECT nr, issue_id, kind, began_at, at, detail, name, sha256 FROM issue_revisions",
    "originals": "SELECT * FROM originals",
    "manuscripts": "SELECT * FROM manuscripts",
    "intake_settings": "SELECT * FROM intake_settings",
    "exchanged": "SELECT * FROM exchanged",
}


def content(path: Path) -> Content:
    """Return what is in a sound library; every version in it must be whole."""
    with closing(sqlite3.connect(path)) as raw:
        chains = [Chains(raw, "revisions"), Chains(raw, "issue_revisions")]
        for chain, table in zip(chains, ("revisions", "issue_revisions"), strict=True):
            numbers = raw.execute(f"SELECT nr FROM {table}").fetchall()
            assert all(chain.read(nr) is not None for (nr,) in numbers)
        bodies = raw.execute(
            "SELECT id, title, json FROM articles LEFT JOIN article_bodies ON article_nr = nr"
        )
        return Content(
            {own_id: (title, text) for own_id, title, text in bodies},
            {table: frozenset(raw.execute(query)) for table, query in _ROWS.items()},
        )


def places(path: Path) -> dict[str, list[tuple[int, int]]]:
    """Where the bytes of each article's text lie in a sound file: (start, end), by its id."""
    with closing(sqlite3.connect(path)) as raw:
        ids = dict(raw.execute("SELECT nr, id FROM articles"))
    found: dict[str, list[tuple[int, int]]] = {}
    with Image(path) as image:
        kinds = (btree.LEAF_TABLE, btree.INTERIOR_TABLE)
        for number, page in btree.Walk(image, set()).leaves(roots(image)["article_bodies"], kinds):
            for start in page.starts:
                cell = btree.cell_at(image, page, start)
                assert cell is not None
                length, after = btree.varint(page.data, start)
                _, after = btree.varint(page.data, after)
                local = btree.local(length, image.page_size, table=True)
                here = (number - 1) * image.page_size
                spans = [(here + start, here + after + local)]
                following = int.from_bytes(page.data[after + local : after + local + 4], "big")
                if local < length:
                    spans[0] = (spans[0][0], spans[0][1] + 4)
                    spans += _chain(image, following, length - local)
                found[ids[cell.rowid]] = spans
    return found


def _chain(image: Image, number: int, missing: int) -> Iterator[tuple[int, int]]:
    while missing > 0:
        start, held = (number - 1) * image.page_size, min(missing, image.page_size - 4)
        yield start, start + 4 + held
        number = int.from_bytes(image.page(number)[:4], "big")
        missing -= held


def untouched(where: dict[str, list[tuple[int, int]]], before: bytes, after: bytes) -> set[str]:
    """Return the articles all of whose bytes are as they were and where they were."""
    return {
        own_id
        for own_id, spans in where.items()
        if all(before[start:end] == after[start:end] for start, end in spans)
    }
