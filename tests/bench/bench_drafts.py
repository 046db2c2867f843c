"""What it costs to keep a review of manuscripts at every step, beside rivals on the same steps.

    python dev.py bench drafts [STEPS]

Ten manuscripts of five pages, and one paste of 1 MB. Each step gives one line another role. Ours writes the
lines that changed behind the others; the rivals write the whole review, as JSON: to a file that takes the
place of the one before, and to a row of an SQLite library. All of them sync. *time* is until a step is on the
disk, *processor* what of it takes Python's lock from the window, *bytes* what is written for a step.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from bulletin_desktop.intake import review  # noqa: E402
from bulletin_desktop.intake.recognition import Label, Recognition  # noqa: E402
from bulletin_desktop.intake.settings import Settings  # noqa: E402
from bulletin_desktop.library.drafts import DraftFile  # noqa: E402
from bulletin_desktop.services import review_draft  # noqa: E402
from bulletin_desktop.services.manuscripts import read_text  # noqa: E402
from bulletin_desktop.services.review_draft import ReviewDraft, ReviewParts  # noqa: E402
from bulletin_desktop.services.spool import LastingSpool  # noqa: E402

SENTENCE = (
    "3月2日，青石乡组织干部群众整修灌溉渠道，共清淤12公里,保障春耕用水，会议强调要压实责任、细化措施，确保各项工作落到实处，"
    "各村要把任务分解到组、落实到人。"
)
LABELS = (Label.HEADING1, Label.BODY, Label.NOTE)
Keep = Callable[[ReviewDraft], int]


def manuscript(number: int, lines: int) -> str:
    return "\n".join([f"青石乡第{number}组整修灌溉渠道", *(f"{SENTENCE}第{nth}段。" for nth in range(lines))])


def inputs() -> Iterator[tuple[str, tuple[Recognition, ...]]]:
    yield (
        "ten manuscripts of five pages",
        tuple(replace(read_text(manuscript(n, 32)), source=f"{n}.txt") for n in range(10)),
    )
    yield "a paste of 1 MB", (read_text("\n\n".join(manuscript(n, 60) for n in range(75))),)


def steps(recognitions: tuple[Recognition, ...], count: int) -> Iterator[ReviewDraft]:
    now = list(recognitions)
    for nth in range(count):
        file = nth % len(now)
        line = nth * 37 % len(now[file].lines) + 1
        now[file] = review.relabel(now[file], (line,), LABELS[nth % len(LABELS)])
        yield ReviewDraft(tuple(now), Settings(), place=(file, line))


def ours(folder: Path) -> Keep:
    file, made = DraftFile(folder / "library.db.drafts"), ReviewParts(LastingSpool(folder / "library.db"))

    def keep(draft: ReviewDraft) -> int:
        before = file.path.stat().st_size if file.path.exists() else 0
        file.keep("review:1", made.parts(draft))
        file.write()
        file.sync()
        return file.path.stat().st_size - before

    return keep


def whole(folder: Path, draft: ReviewDraft) -> bytes:
    parts = ReviewParts(LastingSpool(folder / "library.db")).parts(draft)
    return json.dumps(parts, ensure_ascii=False).encode("utf-8")


def whole_file(folder: Path) -> Keep:
    def keep(draft: ReviewDraft) -> int:
        content, made = whole(folder, draft), folder / "review.new"
        with made.open("wb") as stream:
            stream.write(content)
            os.fsync(stream.fileno())
        made.replace(folder / "review.json")
        return len(content)

    return keep


def row(folder: Path) -> Keep:
    db = sqlite3.connect(folder / "rows.db", isolation_level=None)
    db.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE drafts (nr INTEGER, json)"
    )

    def keep(draft: ReviewDraft) -> int:
        content = whole(folder, draft)
        db.executescript("DELETE FROM drafts")
        db.execute("INSERT INTO drafts VALUES (1, ?)", [content])
        return len(content)

    return keep


def measure(
    name: str, recognitions: tuple[Recognition, ...], count: int, rival: Callable[[Path], Keep]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        keep = rival(Path(folder))
        clock, processor, written = [], [], []
        for nth, draft in enumerate(steps(recognitions, count + 1)):
            start, used = time.perf_counter(), time.thread_time()
            size = keep(draft)
            if nth:  # the first has everything new
                clock.append((time.perf_counter() - start) * 1e3)
                processor.append((time.thread_time() - used) * 1e3)
                written.append(size)
    high = statistics.quantiles(clock, n=20)[-1]
    print(
        f"  {name:24}{statistics.median(clock):9.2f}{high:9.2f}{statistics.median(processor):11.2f}"
        f"{statistics.median(written):13,.0f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="what it costs to keep a review at every step")
    parser.add_argument("steps", type=int, nargs="?", default=60)
    count = parser.parse_args().steps
    for name, recognitions in inputs():
        lines = sum(len(each.lines) for each in recognitions)
        print(f"{name}, {lines} lines" + " " * 4 + "ms median, 95 %, processor; bytes a step")
        for rival, by in (("ours", ours), ("the whole to a file", whole_file), ("the whole to a row", row)):
            measure(rival, recognitions, count, by)
        with tempfile.TemporaryDirectory() as folder:
            spool = LastingSpool(Path(folder) / "library.db")
            parts = ReviewParts(spool).parts(ReviewDraft(recognitions, Settings()))
            start = time.perf_counter()
            review_draft.read(parts, spool)
            print(f"  read again in {(time.perf_counter() - start) * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
