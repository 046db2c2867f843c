"""A person on the review page, until the program is killed, and what must be left of the work."""

from __future__ import annotations

import hashlib
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_desktop.document.text import plain_text
from bulletin_desktop.library import drafts
from bulletin_desktop.library.drafts import DraftFile
from bulletin_desktop.services import review_draft
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.review_draft import ReviewDraft, ReviewParts
from bulletin_desktop.services.spool import LastingSpool

if TYPE_CHECKING:
    from tests.crash.judging import Told

Say = Callable[..., None]

FILES = 4
LINES = 30
STORES = 0.06  # of the steps take everything in
ON_SCREEN = 0.5  # seconds after which what was decided is not lost
SENTENCE = "第{batch}批来稿说：3月2日，{town}组织干部群众整修灌溉渠道,共清淤{number}公里。"


class Lost(Exception):  # noqa: N818
    """The program has broken its word."""


@dataclass(frozen=True, slots=True)
class LeftReview:
    """The review that the next start will offer, as a digest, empty if none; all manuscripts' texts."""

    digest: str
    texts: tuple[str, ...]


def examine(desk: Desk, library: Path) -> LeftReview:
    """Take up the drafts beside a library, as the next start will; raises `Lost` if that is not whole."""
    file = DraftFile(drafts.beside(library))
    if unread := file.take_up():
        raise Lost(f"drafts could not be read: {unread}")
    found = [parts for parts in file.drafts.values() if not review_draft.was_stored(parts, desk)]
    if len(found) > 1:
        raise Lost("more than one review was left")
    digest = ""
    for parts in found:
        draft, lost = review_draft.read(parts, LastingSpool(library))
        if lost:
            raise Lost(f"originals are gone: {lost}")
        digest = digest_of(draft, library)
    return LeftReview(digest, tuple(plain_text(desk.article(row.article_id)) for row in desk.manuscripts()))


def digest_of(draft: ReviewDraft, library: Path) -> str:
    """What tells a state of a review from every other."""
    parts = ReviewParts(LastingSpool(library)).parts(replace(draft, failures=(), storing=()))
    return hashlib.sha256(json.dumps(sorted(parts.items())).encode("utf-8", "surrogatepass")).hexdigest()


def judge(told: Told, left: LeftReview) -> float:
    """Hold what was decided against what is left; return for how long the oldest lost step was shown."""
    shown = told.all("decided")
    if not shown:
        return 0.0
    accepted = told.all("accepting")
    stored = sum(any(line["batch"] in text for text in left.texts) for line in accepted)
    if stored < len(told.all("stored")):
        raise Lost("what was taken in is not there")
    under_way = [line for line in shown if line["batch"] == shown[-1]["batch"]]
    last = accepted[-1] if accepted and accepted[-1]["batch"] == under_way[-1]["batch"] else None
    if last is not None and stored == len(accepted):
        count = sum(last["batch"] in text for text in left.texts)
        if left.digest or count != last["count"]:
            raise Lost(f"{count} of {last['count']} articles were stored, and offered again: {left.digest!r}")
        return 0.0
    digests = [line["digest"] for line in under_way]
    due = [nth for nth, line in enumerate(under_way) if line["at"] <= told.killed_at - ON_SCREEN]
    if left.digest not in digests:
        if left.digest and told.lines[-1]["what"] == "deciding":  # what came of that was never said
            return 0.0
        if due or left.digest:
            raise Lost(f"what is left was never on the screen, or nothing is: {left.digest!r}")
        return told.killed_at - under_way[0]["at"]
    found = len(digests) - 1 - digests[::-1].index(left.digest)
    if due and found < due[-1]:
        raise Lost(f"{due[-1] - found} steps of more than {ON_SCREEN} s ago are lost")
    return max((told.killed_at - line["at"] for line in under_way[found + 1 :]), default=0.0)


def review_in_window(window: object, library: Path, say: Say, chance: random.Random) -> None:
    """Go on with what was left, or bring files; decide this and that with keys; take it in now and then."""
    from tests.crash.deeds import wait

    batch = _resume(window)
    resumed = _digest(window, library) if batch else ""
    batch = batch or _bring(window, library, chance)
    say("ready", resumed=resumed)
    while True:
        batch = batch or _bring(window, library, chance)
        _say_decided(window, library, say, batch)
        while chance.random() > STORES:
            say("deciding")
            _decide(window, chance)
            wait(0)
            _say_decided(window, library, say, batch)
            wait(chance.choice((0, 0, 10, 30, 80, 200)))
        if not window.review.page.keep.isEnabled():
            continue
        taken = sum(card.fate is None and bool(card.rows) for card in window.review.page.cards.cards)
        rejected = sum(card.fate == "rejected" for card in window.review.page.cards.cards)
        say("accepting", batch=batch, count=taken + rejected)
        window.review.page.keep.click()
        while window.review.page is not None:
            wait(1)
        say("stored", batch=batch)
        batch = ""


def _resume(window: object) -> str:
    """Go on with a review that is offered; return its batch."""
    from PySide6.QtWidgets import QPushButton

    from bulletin_desktop.gui.banner import Banner
    from tests.crash.deeds import wait

    if not window.backend.drafts.found:
        return ""
    while not any(banner.text for banner in window.findChildren(Banner)):
        wait(1)
    (banner,) = [each for each in window.findChildren(Banner) if each.text]
    (go_on,) = [each for each in banner.findChildren(QPushButton) if each.text() == "Go on reviewing"]
    go_on.click()
    return Path(window.review.page.recognitions()[0].source).stem.split("-")[0]


def _bring(window: object, library: Path, chance: random.Random) -> str:
    from tests.crash.deeds import wait

    batch = f"第{chance.randrange(1 << 40)}批"
    folder = library.parent / "pile"
    folder.mkdir(exist_ok=True)
    files = [folder / f"{batch}-{number}.txt" for number in range(FILES)]
    for file in files:
        lines = [
            f"{batch}青石乡整修渠道",
            *(SENTENCE.format(batch=batch, town="青石乡", number=n) for n in range(LINES)),
        ]
        file.write_text("\n".join(lines), encoding="utf-8")
    window.intake.open_files(files)
    while window.review.page is None:
        wait(1)
    return batch


def _decide(window: object, chance: random.Random) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from bulletin_desktop.gui.review.keys import LABEL_KEYS
    from bulletin_desktop.intake.cleaner import Rule

    page = window.review.page
    keys = [
        *LABEL_KEYS,
        Qt.Key.Key_X,
        Qt.Key.Key_Return,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_J,
        Qt.Key.Key_Delete,
    ]
    rows = [nth for nth, row in enumerate(page.lines.model().rows) if row.line is not None]
    page.lines.go_to(chance.choice(rows))
    drawn = chance.random()
    if drawn < 0.1:
        page.corrections.switch((Rule.HALFWIDTH_PUNCTUATION,), on=chance.random() < 0.5)
    elif drawn < 0.2:
        QTest.keyClick(page.lines, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.keyClick(page.lines, chance.choice(keys))


def _say_decided(window: object, library: Path, say: Say, batch: str) -> None:
    shown = time.monotonic()
    say("decided", batch=batch, digest=_digest(window, library), at=shown)


def _digest(window: object, library: Path) -> str:
    from bulletin_desktop.gui.review.model import ROW_ROLE

    page = window.review.page
    state, row = page.corrections.state, page.lines.currentIndex().data(ROW_ROLE)
    place = (row.file, row.line.number)
    return digest_of(ReviewDraft(state.recognitions, state.settings, state.answered, (), place), library)
