"""A hundred versions of a long article cost little more than one."""

from __future__ import annotations

import datetime as dt
import random
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from bulletin_desktop.document import codec
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Section, Span
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.revisions import State
from bulletin_desktop.services.acts import CreateIssue, CreatePublication
from bulletin_desktop.services.desk import Desk
from tests.bench.fictional_prose import Author


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


class Written:
    """An article of so many characters, twelve of them changed in a place of chance again and again."""

    def __init__(self, library: Library, characters: int, paragraphs: int, times: int = 100) -> None:
        author, chance = Author(), random.Random(1)
        length = characters // paragraphs
        texts = [author.text(length)[:length] for _ in range(paragraphs)]
        blocks = tuple(Paragraph(new_id(), Role.BODY, (Span(text),)) for text in texts)
        self.states = [codec.dumps(Article(new_id(), ("云溪县召开会议",), blocks=blocks))]
        for _ in range(times - 1):
            nth, at = chance.randrange(paragraphs), chance.randrange(length - 12)
            former = texts[nth]
            texts[nth] = former[:at] + author.text(12)[:12] + former[at + 12 :]
            self.states.append(self.states[-1].replace(former, texts[nth], 1))
        self._library = library
        self._nr = self._first()

    def _first(self) -> int:
        """Store the first state as services do, and the others as saves do."""
        desk, publication = Desk(self._library), new_id()
        article = codec.loads_article(self.states[0])
        desk.apply(CreatePublication(publication, "简报"))
        issue = desk.next_issue(publication, dt.date(2024, 3, 1))
        desk.apply(CreateIssue(publication, replace(issue, sections=(Section(new_id(), "", (article,)),))))
        nr = self._library.articles.number(article.id)
        at = dt.datetime(2124, 3, 1, tzinfo=dt.UTC)
        with self._library.writing():
            for hour, (former, latter) in enumerate(pairwise(self.states)):
                state = State(latter, 0, at + dt.timedelta(hours=hour))
                self._library.revisions.save(nr, state, former, 0)
        return nr

    def sizes(self) -> list[int]:
        """The bytes each version takes, once it was seen that every ninth comes back, and the last."""
        rows = self._library._db.execute(
            "SELECT nr, length(data) FROM revisions WHERE article_nr = ? ORDER BY nr", [self._nr]
        ).fetchall()
        tried = [*range(0, len(rows), 9), -1]
        back = [self._library.revisions._read(rows[nth][0]).decode("utf-8") for nth in tried]
        assert back == [self.states[nth] for nth in tried]
        return [size for _, size in rows]


def test_a_hundred_versions_of_a_thousand_characters_take_25_kilobytes_at_most(library: Library) -> None:
    assert sum(Written(library, 1_000, 5).sizes()) <= 25_000


@pytest.mark.parametrize("paragraphs", [250, 1])
def test_a_hundred_versions_of_a_long_article_take_two_of_it_at_most(
    library: Library, paragraphs: int
) -> None:
    written = Written(library, 50_000, paragraphs)
    one = len(zlib.compress(written.states[-1].encode("utf-8"), 6))
    assert sum(written.sizes()) <= 2 * one


def test_a_version_is_whole_again_once_the_steps_upon_it_take_as_much(library: Library) -> None:
    found = Written(library, 12_000, 40, times=210).sizes()
    whole = [nth for nth, size in enumerate(found) if size > found[0] / 2]
    assert whole[0] == 0
    assert all(20 <= later - earlier <= 100 for earlier, later in pairwise(whole))
    assert len(whole) > 2
