"""An issue of 30 articles with pictures and originals sent, read, compared and taken in.

    python dev.py bench exchange

Beside the least that could do it: the same JSON, pictures and originals put into a zip by `zipfile` and read
from it again, with no hash, no lineage and no library.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import random
import statistics
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PIL import Image

from bulletin_desktop.document import codec
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Picture, Role, Section, Span
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.manuscripts import Manuscript
from bulletin_desktop.library.originals import Original
from bulletin_desktop.services import acts, exchange_file
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.exchange_compare import Choice
from bulletin_desktop.services.exchange_taking import decided

ARTICLES, VERSIONS, ROUNDS = 30, 40, 5
SENTENCE = "会议指出，做好当前工作关系到全局，各单位要认真落实责任，加强沟通配合，确保各项任务按时完成。"
DAY = dt.date(2026, 3, 2)


def photo(seed: int) -> bytes:
    """A JPEG of 1600 x 1200 pixels, some 400 kB, as a phone's picture is kept."""
    out = io.BytesIO()
    noise = Image.frombytes("RGB", (200, 150), random.Random(seed).randbytes(90_000))
    noise.resize((1600, 1200)).save(out, "JPEG", quality=92)
    return out.getvalue()


def article(sha256: str) -> Article:
    """An article of 1,000 characters with a picture."""
    blocks = tuple(Paragraph(new_id(), Role.BODY, (Span(SENTENCE * 2),)) for _ in range(11))
    return Article(new_id(), ("云溪县召开专题会议",), blocks=(*blocks, Picture(new_id(), sha256, 1000, 750)))


def filled(desk: Desk) -> str:
    """An issue, every article with a history, a photo and an original of 60 kB; return its id."""
    publication = new_id()
    desk.apply(acts.CreatePublication(publication, "云溪简报"))
    articles = tuple(article(desk.add_picture(photo(number)).sha256) for number in range(ARTICLES))
    issue = replace(desk.next_issue(publication, DAY), sections=(Section(new_id(), "要闻", articles),))
    desk.apply(acts.CreateIssue(publication, issue))
    with desk.one_step():
        for number, each in enumerate(articles):
            content = random.Random(number).randbytes(60_000)
            sha256 = hashlib.sha256(content).hexdigest()
            desk.receive(
                Manuscript(each.id, desk.now(), original=sha256), Original(sha256, "来稿.docx", content)
            )
            for version in range(VERSIONS):
                desk.apply(acts.SaveArticle(replace(each, kicker=str(version)), apart=True))
    return issue.id


def milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """How long *work* takes by the clock, and how long the processor works for it."""
    start, worked = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000


def plain_zip(desk: Desk, issue_id: str, path: Path) -> None:
    issue = desk.issue(issue_id)
    with zipfile.ZipFile(path, "w") as package:
        for each in issue.articles():
            package.writestr(f"{each.id}.json", codec.dumps(each))
            package.writestr(f"{each.id}.docx", desk.original(desk.manuscript(each.id).original).content)  # type: ignore[union-attr]
        for sha256, content in desk.pictures(issue).items():
            package.writestr(sha256, content)


def plain_read(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            content = package.read(name)
            if name.endswith(".json"):
                codec.loads_article(content.decode("utf-8"))


def main() -> None:
    """Print the table."""
    times: dict[str, list[tuple[float, float]]] = {}

    def measure(what: str, work: Callable[[], object]) -> None:
        times.setdefault(what, []).append(milliseconds(work))

    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder) / "1.bulletin", Path(folder) / "plain.zip"
        with Library.open(Path(folder) / "ours.db") as library:
            desk = Desk(library)
            issue_id = filled(desk)
            for number in range(ROUNDS):
                measure(
                    "send: pack and write", lambda: exchange_file.write(path, desk.exchange.pack((issue_id,)))
                )
                measure("plain zip: write", lambda: plain_zip(desk, issue_id, plain))
                measure("plain zip: read", lambda: plain_read(plain))
                with Library.open(Path(folder) / f"theirs{number}.db") as other:
                    take_in(Desk(other), path, measure)
        size = path.stat().st_size / 1e6
    print(
        f"an issue of {ARTICLES} articles of 1,000 characters with {VERSIONS} versions each: {size:.1f} MB\n"
    )
    print(f"{'':<34}{'clock':>8}    {'processor':>8}")
    for what, found in times.items():
        clock, processor = map(statistics.median, zip(*found, strict=True))
        print(f"{what:<34}{clock:8.0f} ms {processor:8.0f} ms")


def take_in(desk: Desk, path: Path, measure: Callable[[str, Callable[[], object]], None]) -> None:
    """As a new issue, then once more where everything is the same."""
    parcel = exchange_file.read(path)
    measure("receive: read and check", lambda: exchange_file.read(path))
    measure("receive: compare, all new", lambda: desk.exchange.compare(parcel))
    decision = decided(desk.exchange.compare(parcel), {}, Choice.MINE, "收自他处")
    assert decision is not None
    measure("receive: take in, all new", lambda: desk.exchange.take(parcel, decision))
    measure("receive: compare, all the same", lambda: desk.exchange.compare(parcel))


if __name__ == "__main__":
    main()
