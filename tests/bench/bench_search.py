"""How long searching every text takes, and that nothing is missed: `bench_search.py [ARTICLES [FOLDER]]`.

The same texts are searched by LIKE and by FTS5 with its trigram and unicode61 tokenizers and with words
parted by jieba, which is measured only where it is installed (`pip install jieba`). The rivals' tables hold
nothing but texts in the order they are shown in, and nothing has to be kept up to date. Every answer is held
against a look through all texts: its newest fifty, and all of it where that is not very much.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from big_library import big_library

from bulletin_desktop.document.searching import folded
from bulletin_desktop.library.library import Library
from bulletin_desktop.services.acts import SaveArticle
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.searching import Wanted, Where

try:
    import jieba
except ImportError:
    jieba = None

_IN_AN_ISSUE = 20
_CHARACTERS = 1000
_QUERIES = 40  # of a kind
_SHOWN = 50
_LISTED = 1000  # hits up to which the whole answer is held against the texts
_SAVES = 300

Answer = Callable[[Sequence[str], int], list[int]]
"""Gives the newest articles with all the words, by their place in the order, no more than a number."""


@dataclass(frozen=True, slots=True)
class Query:
    """Words to look for, and the articles that have them, by their place in the order."""

    kind: str
    words: tuple[str, ...]
    truth: tuple[int, ...]


def texts_of(desk: Desk) -> tuple[list[str], list[str]]:
    """The ids of all articles in the order of a search, and their texts with a break between two lines."""
    issues = [issue for publication in desk.outline().publications for issue in publication.issues]
    issues.sort(key=lambda issue: issue.id)
    issues.sort(key=lambda issue: (issue.date, issue.year, issue.number), reverse=True)
    ids, texts = [], []
    for issue in issues:
        for section in desk.contents(issue.id).sections:
            for row in section.articles:
                lines = desk._library.search_index.lines(desk._library.articles.number(row.id))
                ids.append(row.id)
                texts.append("\n".join(line.text.replace("\n", "") for line in lines))
    return ids, texts


def queries(texts: Sequence[str]) -> Iterator[Query]:
    """Words that stand somewhere, of every kind, and some that stand nowhere."""
    chance = random.Random(2026)
    found = [folded(text) for text in texts]

    def piece(length: int, fits: Callable[[str], bool] = str.isalpha) -> str:
        while True:
            text = chance.choice(texts)
            start = chance.randrange(max(1, len(text) - length))
            words = text[start : start + length]
            if len(words) == length and fits(words):
                return words

    def anything(words: str) -> bool:
        return not any(map(str.isspace, words))

    kinds: dict[str, Callable[[], tuple[str, ...]]] = {
        "1 character": lambda: (piece(1),),
        "1, very frequent": lambda: (chance.choice("的一和在是对"),),
        "2 characters": lambda: (piece(2),),
        "4 characters": lambda: (piece(4),),
        "8 characters": lambda: (piece(8, anything),),
        "punctuation": lambda: (
            piece(chance.choice((1, 2, 3)), lambda text: not text.isalnum() and anything(text)),
        ),
        "digits": lambda: (piece(chance.choice((1, 2, 4)), str.isdecimal),),
        "two words": lambda: (piece(2), piece(chance.choice((1, 2, 3)))),
        "frequent pairs, no word": lambda: ("".join(chance.choices("的一和在是对，。", k=4)),),
        "nowhere": lambda: ("".join(chance.sample("龘靐齉爩麤灪龗麣", 2)),),
    }
    for kind, words in kinds.items():
        for _ in range(_QUERIES):
            wanted = words()
            looked_for = [*map(folded, wanted)]
            truth = (nr for nr, text in enumerate(found) if all(word in text for word in looked_for))
            yield Query(kind, wanted, tuple(truth))


def ours(desk: Desk, ids: Sequence[str], where: Where | None = None) -> Answer:
    """The program's search, asked again while it says that there may be more."""
    place = {article_id: nr for nr, article_id in enumerate(ids)}

    def answer(words: Sequence[str], limit: int) -> list[int]:
        found: list[int] = []
        wanted = Wanted(tuple(words), where or Where())
        page = desk.search(wanted, limit)
        while True:
            found += [place[hit.article_id] for hit in page.hits]
            if not page.more or len(found) >= limit:
                return found
            page = desk.search(wanted, limit - len(found), page.reached)

    return answer


class Rival:
    """A table of texts and, but for LIKE, an FTS5 index of it, in a file of its own."""

    def __init__(
        self, path: Path, texts: Sequence[str], tokenizer: str, cut: Callable[[str], str] = str
    ) -> None:
        self.path = path
        self._indexed, self._cut = bool(tokenizer), cut
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL").fetchone()
        begun = time.perf_counter()
        self._db.execute("BEGIN")
        self._db.execute("CREATE TABLE texts (nr INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        self._db.executemany("INSERT INTO texts VALUES (?, ?)", enumerate(texts))
        if tokenizer:
            self._db.execute(
                f"CREATE VIRTUAL TABLE grams USING fts5 (text, content='', tokenize='{tokenizer}')"
            )
            rows = ((nr, cut(text)) for nr, text in enumerate(texts))
            self._db.executemany("INSERT INTO grams (rowid, text) VALUES (?, ?)", rows)
        self._db.execute("COMMIT")
        self.seconds = time.perf_counter() - begun
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def answer(self, words: Sequence[str], limit: int) -> list[int]:
        """See `Answer`; every text that is found is read, as for showing it."""
        if self._indexed:
            asked = " ".join('"' + self._cut(word).replace('"', '""') + '"' for word in words)
            query = (
                "SELECT nr, texts.text FROM grams CROSS JOIN texts ON nr = grams.rowid WHERE grams MATCH ? "
                "ORDER BY grams.rowid LIMIT ?"
            )
            return [nr for nr, _ in self._db.execute(query, [asked, limit])]
        clauses = " AND ".join(["text LIKE ? ESCAPE '\\'"] * len(words))
        literal = [word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for word in words]
        query = f"SELECT nr, text FROM texts WHERE {clauses} ORDER BY nr LIMIT ?"
        return [nr for nr, _ in self._db.execute(query, [*(f"%{word}%" for word in literal), limit])]

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def measure(name: str, answer: Answer, asked: Sequence[Query], of_a_kind: int = _QUERIES) -> None:
    """Print how long the newest fifty take and how right the answers are, for every kind of query.

    Exact is an answer that is the truth in its order; recall and precision count articles.
    """
    head = ("median", "p95", "worst", "exact", "recall", "precision")
    print(f"\n{name:<26}" + "".join(f"{word:>11}" for word in head))
    everything: list[float] = []
    for kind in dict.fromkeys(query.kind for query in asked):
        taken: list[float] = []
        tally = Tally()
        for query in [query for query in asked if query.kind == kind][:of_a_kind]:
            limit = _SHOWN if len(query.truth) > _LISTED else _LISTED + 1
            tally.take(answer(query.words, limit), query.truth[:limit])
            begun = time.perf_counter()
            answer(query.words, _SHOWN)
            taken.append((time.perf_counter() - begun) * 1000)
        everything += taken
        print(f"{kind:<26}{figures(taken)}{tally}", flush=True)
    print(f"{'all':<26}{figures(everything)}")


@dataclass
class Tally:
    """How right answers are."""

    answers: int = 0
    exact: int = 0
    wanted: int = 0
    given: int = 0
    right: int = 0

    def take(self, found: Sequence[int], truth: Sequence[int]) -> None:
        """Count one answer."""
        self.answers += 1
        self.exact += tuple(found) == tuple(truth)
        self.wanted += len(truth)
        self.given += len(found)
        self.right += len(set(found) & set(truth))

    def __str__(self) -> str:
        parts = (self.exact, self.answers), (self.right, self.wanted), (self.right, self.given)
        return "".join(f"{part / whole if whole else 1:>11.1%}" for part, whole in parts)


def figures(taken: Sequence[float]) -> str:
    """Median, 95th percentile and worst of some milliseconds."""
    ordered = sorted(taken)
    shown = statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1]
    return "".join(f"{figure:>8.1f} ms" for figure in shown)


def index(path: Path) -> None:
    """Index everything in the steps that the program takes in quiet moments."""
    before, taken = path.stat().st_size, []
    with Library.open(path) as library:
        desk = Desk(library)
        more, begun = True, time.perf_counter()
        while more:
            step = time.perf_counter()
            more = desk.index_texts()
            taken.append((time.perf_counter() - step) * 1000)
        seconds = time.perf_counter() - begun
    grown = (path.stat().st_size - before) / 1e6
    print(f"indexed in {seconds:.0f} s, {grown:.0f} MB beside {before / 1e6:.0f} MB; a step{figures(taken)}")


def saves(desk: Desk, ids: Sequence[str], name: str) -> None:
    """Print how long saves take in which an article grows by a character, as it is typed."""
    taken = []
    for number in range(_SAVES):
        article = desk.article(ids[number % len(ids)])
        changed = replace(article, kicker=article.kicker + "引")
        begun = time.perf_counter()
        desk.apply(SaveArticle(changed))
        taken.append((time.perf_counter() - begun) * 1000)
    print(f"{name:<26}{figures(taken)}")


def memory(path: Path) -> None:
    """Print what the searches of a program of its own take of memory at most."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom bulletin_desktop.library.library import Library\n"
        "from bulletin_desktop.services.desk import Desk\n"
        "from bulletin_desktop.services.searching import Wanted\n"
        "with Library.open(Path(sys.argv[1])) as library:\n"
        "    for word in sys.argv[2:]: Desk(library).search(Wanted((word,)))\n"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
    )
    peaks = []
    for words in ((), ("的", "一", "，", "龘", "12", "。的")):
        command = [sys.executable, "-c", code, str(path), *words]
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2]
        )
        peaks.append(int(done.stdout) / 1024)
    print(f"memory of a process: {peaks[0]:.0f} MB with the library open, {peaks[1]:.0f} MB after searches")


def rivals(folder: Path, texts: Sequence[str], asked: Sequence[Query]) -> None:
    """Let the others answer the same, fewer times."""
    measure_rival("LIKE", Rival(folder / "like.db", texts, ""), asked, 3)
    measure_rival("FTS5 trigram", Rival(folder / "trigram.db", texts, "trigram"), asked, 10)
    measure_rival("FTS5 unicode61", Rival(folder / "unicode61.db", texts, "unicode61"), asked, 10)
    if jieba is None:
        print("\njieba is not installed here, so it was not measured: pip install jieba")
        return
    jieba.setLogLevel(60)
    jieba.initialize()
    words = Rival(folder / "jieba.db", texts, "unicode61", lambda text: " ".join(jieba.cut_for_search(text)))
    measure_rival("FTS5, words by jieba", words, asked, 10)


def measure_rival(name: str, rival: Rival, asked: Sequence[Query], of_a_kind: int) -> None:
    """Print a rival's figures and put it away."""
    size = rival.path.stat().st_size / 1e6
    measure(f"{name}", rival.answer, asked, of_a_kind)
    print(f"built in {rival.seconds:.0f} s, {size:.0f} MB with the texts")
    rival.close()
    rival.path.unlink()


def main() -> None:
    """Print the figures for as many articles as the first argument says, 100,000 by default."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary)
        path = big_library(folder, articles // _IN_AN_ISSUE, _IN_AN_ISSUE, _CHARACTERS)
        print(f"{articles} articles of {_CHARACTERS} characters, SQLite {sqlite3.sqlite_version}")
        index(path)
        memory(path)
        with Library.open(path) as library:
            desk = Desk(library)
            ids, texts = texts_of(desk)
            asked = [*queries(texts)]
            measure("ours", ours(desk, ids), asked)
            measure("ours, one year", ours(desk, ids, Where(year=2015)), narrowed(desk, ids, asked), 10)
            print()
            saves(desk, ids[:1], "save of one article")
            saves(desk, ids[:_SAVES], "saves of many articles")
        rivals(Path(temporary), texts, asked)


def narrowed(desk: Desk, ids: Sequence[str], asked: Sequence[Query]) -> list[Query]:
    """The same queries with what is true of the issues of 2015."""
    issues = [issue for publication in desk.outline().publications for issue in publication.issues]
    wanted = {
        row.id
        for issue in issues
        if issue.year == 2015
        for section in desk.contents(issue.id).sections
        for row in section.articles
    }
    within = {nr for nr, article_id in enumerate(ids) if article_id in wanted}
    return [replace(query, truth=tuple(nr for nr in query.truth if nr in within)) for query in asked]


if __name__ == "__main__":
    main()
