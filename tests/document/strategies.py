"""Hypothesis strategies of legal documents, shared by every test that needs any."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import strategies as st

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Adjustment,
    Article,
    Cell,
    CellAlign,
    Imprint,
    Issue,
    Mark,
    Masthead,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
    Table,
)
from bulletin_desktop.document.schema import is_legal_text
from bulletin_desktop.document.text import normalise

ids = st.builds(new_id)

_common = st.sampled_from("关于做好春季防汛工作的通知，。“”（）、：；？！—…·　 aZ09%.-")
_any = st.characters(exclude_categories=["Cc", "Cs"]).filter(is_legal_text)
texts = st.text(st.one_of(_common, _common, _any), max_size=12)
filled_texts = st.text(st.one_of(_common, _any), min_size=1, max_size=12)

marks = st.frozensets(st.sampled_from(Mark), max_size=3)
span_tuples = st.lists(st.builds(Span, texts, marks), max_size=4).map(normalise)
paragraphs = st.builds(Paragraph, ids, st.sampled_from(Role), span_tuples)
pictures = st.builds(
    Picture,
    ids,
    st.binary(min_size=32, max_size=32).map(bytes.hex),
    st.integers(1, 1600),
    st.integers(1, 2400),
    texts,
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table whose cells tile its grid: each free spot is filled by the largest drawn cell that fits."""
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    taken: set[tuple[int, int]] = set()
    grid: list[tuple[Cell, ...]] = []
    for row in range(rows):
        cells: list[Cell] = []
        for column in range(columns):
            if (row, column) in taken:
                continue
            room = 1
            while column + room < columns and (row, column + room) not in taken:
                room += 1
            wide, high = draw(st.integers(1, room)), draw(st.integers(1, rows - row))
            taken |= {(row + down, column + right) for down in range(high) for right in range(wide)}
            cells.append(Cell(draw(span_tuples), wide, high, draw(st.sampled_from(CellAlign))))
        grid.append(tuple(cells))
    cuts = sorted(draw(st.sets(st.integers(1, 999), min_size=columns - 1, max_size=columns - 1)))
    edges = (0, *cuts, 1000)
    widths = tuple(right - left for left, right in pairwise(edges))
    return Table(draw(ids), widths, tuple(grid), draw(st.integers(0, rows)))


blocks = st.one_of(paragraphs, paragraphs, paragraphs, tables(), pictures, st.builds(PageBreak, ids))


def _articles(most_blocks: int) -> st.SearchStrategy[Article]:
    return st.builds(
        Article,
        ids,
        st.lists(filled_texts, max_size=3).map(tuple),
        texts,
        texts,
        texts,
        st.lists(blocks, max_size=most_blocks).map(tuple),
    )


articles = _articles(5)
sections = st.builds(Section, ids, texts, st.lists(_articles(2), max_size=2).map(tuple))
mastheads = st.builds(Masthead, texts, texts, texts, texts)
imprints = st.builds(Imprint, texts, texts, texts, st.integers(0, 999), texts, texts, texts)
issues = st.builds(
    Issue,
    ids,
    filled_texts,
    st.integers(1949, 2100),
    st.integers(1, 400),
    st.dates(dt.date(1949, 10, 1), dt.date(2100, 12, 31)),
    mastheads,
    st.integers(0, 9999),
    st.booleans(),
    st.just("jianbao"),
    imprints,
    st.lists(sections, max_size=2).map(tuple),
    st.dictionaries(st.sampled_from(Adjustment), st.integers(-1440, 1440)).map(
        lambda found: tuple(sorted(found.items()))
    ),
)
