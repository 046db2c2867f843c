"""A library of twenty years for measurements: `big_library.py FOLDER [ISSUES [ARTICLES [CHARACTERS]]]`.

Built once and kept in the folder. It is filled by plain SQL in one transaction, and its articles are a few
hundred with other ids and numbers, since services check every value and make every step durable. Its rows are
as they would have written them. Every article has a text of its own where it is said how long.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from fictional_prose import Author

from bulletin_desktop.document import codec
from bulletin_desktop.document.model import Article, Imprint, Issue, Masthead, Paragraph, Role, Span
from bulletin_desktop.document.text import characters
from bulletin_desktop.library.content import sha256
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.nodes import stamp
from bulletin_desktop.library.schema import MIGRATIONS
from bulletin_desktop.proofing.structure import findings

_PUBLICATIONS = ("政务简报", "政协信息", "社情民意", "会刊")
_SECTIONS = ("要闻", "工作动态", "经验交流")
_UNITS = ("市水利局", "城东区委办公室", "市卫生健康委", "青山县政府办公室", "市总工会", "团市委")
_SUBJECTS = (
    "防汛备汛",
    "春耕生产",
    "安全生产",
    "招商引资",
    "老旧小区改造",
    "基层治理",
    "乡村振兴",
    "信访工作",
)
_DOINGS = ("部署推进会召开", "取得阶段性成效", "“三个到位”抓落实", "亟待加强", "的调研报告", "现场会举行")
_SENTENCE = "要压实责任、细化措施，确保各项工作落到实处，让群众看到变化、得到实惠。"
_FIRST_DAY = dt.date(2006, 1, 5)
_SAVED = stamp(dt.datetime(2024, 1, 1, tzinfo=dt.UTC))
_UNIT = "中共云溪市委办公室"
_NUMBER = "7777777"  # an article's number, in its model
_IDS = tuple(f"7{'Z' * 24}{place}" for place in range(6))  # the ids in a model


def big_library(folder: Path, issues: int = 5_000, articles: int = 20, characters: int = 0) -> Path:
    """Return the path of a library with that many issues of that many articles, built unless it is there.

    Each article has a text of its own of so many *characters*, if that is given.
    """
    path = folder / f"big-{issues}x{articles}{f'x{characters}' if characters else ''}-v{len(MIGRATIONS)}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        making = path.with_name(f"{path.stem}.{os.getpid()}.making")
        with Library.open(making) as library, library.writing():
            _fill(library, issues, articles, characters)
        making.rename(path)
    return path


@dataclass(frozen=True, slots=True)
class _Model:
    """What many articles are made of: one of them as the codec writes it, and what its row says."""

    title: str
    credit: str
    json: str
    characters: int
    problems: int


def _fill(library: Library, issues: int, articles: int, characters: int) -> None:
    db = library._db.conn
    ids = map("{:026d}".format, count(1))
    models = [_model(*words) for words in product(_UNITS, _DOINGS, _SUBJECTS)]
    author = Author()
    publications = [(next(ids), name, "jianbao", _UNIT) for name in _PUBLICATIONS]
    db.executemany("INSERT INTO publications (id, name, template, unit) VALUES (?, ?, ?, ?)", publications)
    given: Counter[tuple[int, int]] = Counter()  # numbers, by publication and year
    for number in range(issues):
        week, which = divmod(number, len(publications))
        publication, name, *_ = publications[which]
        day = _FIRST_DAY + dt.timedelta(days=6 * week)
        given[which, day.year] += 1
        numbers = (day.year, given[which, day.year], day)
        masthead, imprint = (
            Masthead(name, _UNIT, "内部资料"),
            Imprint("省委办公厅", "市委常委", copies=120),
        )
        issue = Issue(next(ids), name, *numbers, masthead, running_number=week + 1, imprint=imprint)
        held = [models[(number * articles + place) % len(models)] for place in range(articles)]
        if characters:
            held = [_report(author, model.credit, characters) for model in held]
        _store(db, publication, issue, sum(model.characters for model in held), articles)
        for place, title in enumerate(_SECTIONS):
            section = next(ids)
            values = [section, issue.id, place, title]
            db.execute("INSERT INTO sections (id, issue_id, position, title) VALUES (?, ?, ?, ?)", values)
            for position, model in enumerate(held[place :: len(_SECTIONS)]):
                _store_article(db, section, position, model, ids)


def _model(unit: str, doing: str, subject: str) -> _Model:
    """About 600 characters in five paragraphs."""
    texts = [f"{unit}第{_NUMBER}号材料介绍{subject}有关情况。", *[f"{subject}{_SENTENCE * 4}"] * 4]
    paragraphs = (Paragraph(_IDS[place], Role.BODY, (Span(text),)) for place, text in enumerate(texts, 1))
    headline = (f"{unit}{subject}{doing}（{_NUMBER}）",)
    article = Article(_IDS[0], headline, credit=unit, blocks=tuple(paragraphs))
    problems = len(findings(article))
    return _Model(article.title, unit, codec.dumps(article), characters(article), problems)


def _report(author: Author, credit: str, length: int) -> _Model:
    """That many characters in five paragraphs, of which the library has no others."""
    text, part = author.report(length), -(-length // 5)
    texts = (text[start : start + part] for start in range(0, length, part))
    paragraphs = (Paragraph(_IDS[place], Role.BODY, (Span(text),)) for place, text in enumerate(texts, 1))
    article = Article(_IDS[0], (author.headline(),), credit=credit, blocks=tuple(paragraphs))
    return _Model(article.title, credit, codec.dumps(article), characters(article), 0)


def _store(db: sqlite3.Connection, publication_id: str, issue: Issue, length: int, articles: int) -> None:
    db.execute(
        "INSERT INTO issues (id, publication_id, year, number, supplement, running_number, date, articles, "
        "characters, pages) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, 8)",
        [
            *(issue.id, publication_id, issue.year, issue.number, issue.running_number),
            *(issue.date.isoformat(), articles, length),
        ],
    )
    head = codec.dumps(issue)
    db.execute("INSERT INTO issue_heads VALUES (?, ?, ?)", [issue.id, head, sha256(head)])


def _store_article(
    db: sqlite3.Connection, section_id: str, position: int, model: _Model, ids: Iterator[str]
) -> None:
    own_id = next(ids)
    number = str(int(own_id))
    json = model.json.replace(_IDS[0], own_id).replace(_NUMBER, number)
    for placeholder in _IDS[1:]:
        json = json.replace(placeholder, next(ids))
    kept = sha256(json)
    nr = db.execute(
        "INSERT INTO articles (id, section_id, position, title, characters, credit, problems) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            *(own_id, section_id, position, model.title.replace(_NUMBER, number)),
            *(model.characters, model.credit, model.problems),
        ],
    ).lastrowid
    db.execute("INSERT INTO article_bodies VALUES (?, ?, ?)", [nr, json, kept])
    db.execute(
        "INSERT INTO revisions (article_nr, began_at, saved_at, characters, base_nr, depth, sha256, data) "
        "VALUES (?, ?, ?, ?, NULL, 0, ?, ?)",
        [nr, _SAVED, _SAVED, model.characters, kept, zlib.compress(json.encode("utf-8"), 1)],
    )


if __name__ == "__main__":
    began = time.perf_counter()
    built = big_library(Path(sys.argv[1]), *map(int, sys.argv[2:5]))
    print(f"{built}: {built.stat().st_size / 1e6:.0f} MB, {time.perf_counter() - began:.0f} s")
