"""100 manuscripts of 5 pages through the whole flow: dropped on the window, read, reviewed, stored.

    python dev.py bench intake [--rival]

Prints seconds and milliseconds a file, for the readers alone and for the window, and how long the window's
event loop stood still at most meanwhile. The rival is what an office's own script would do on the same .docx:
python-docx for their text, one file after the other, and LibreOffice turning all of them into text.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import docx  # noqa: E402
from fictional_text import Story, stories  # noqa: E402
from PIL import Image  # noqa: E402

from bulletin_desktop.services import incoming, office  # noqa: E402
from bulletin_desktop.services.receiving import Receiver  # noqa: E402
from bulletin_desktop.services.spool import Spool  # noqa: E402

FILES = 100
PAGE = 22 * 28  # characters of the official grid
CHARACTERS = 5 * PAGE
NUMBERS = "一二三四五"
GOAL = 20.0  # seconds on two processors


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = make(Path(folder) / "来稿")
        kinds = ", ".join(
            f"{sum(file.suffix == kind for file in files)} {kind}"
            for kind in sorted({file.suffix for file in files})
        )
        size = sum(file.stat().st_size for file in files) / 1e6
        print(f"{len(files)} manuscripts of {CHARACTERS} characters ({kinds}), {size:.1f} MB")
        read_alone(files, Path(folder) / "spool")
        through_the_window(files, Path(folder))
        if "--rival" in sys.argv:
            rivals([file for file in files if file.suffix == ".docx"], Path(folder))


def make(folder: Path) -> list[Path]:
    """80 .docx with headings, tables and pictures, 10 .txt, and 10 .pdf where LibreOffice can make them."""
    folder.mkdir()
    for nth, story in enumerate(stories(FILES, CHARACTERS)):
        if nth % 10 == 9:
            text = "\n".join((story.headline, *story.paragraphs))
            (folder / f"{nth:03}.txt").write_text(text, encoding="gb18030")
        else:
            (folder / f"{nth:03}.docx").write_bytes(word(story, nth))
    pdfs = [folder / f"{nth:03}.docx" for nth in range(4, FILES, 10)]
    program = office.find()
    if program is not None:
        with tempfile.TemporaryDirectory() as profile:
            for made in office.convert(program, pdfs, Path(profile), "pdf"):
                made.replace(folder / made.name)
        for source in pdfs:
            source.unlink()
    return sorted(folder.iterdir())


def word(story: Story, nth: int) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(story.headline)
    for number, paragraph in zip(NUMBERS, story.paragraphs, strict=True):
        document.add_paragraph(f"{number}、{paragraph[:12]}")
        middle = len(paragraph) // 2
        document.add_paragraph(paragraph[:middle])
        document.add_paragraph(paragraph[middle:]).runs[0].bold = nth % 3 == 0
    if nth % 3 == 0:
        table = document.add_table(rows=6, cols=4)
        for row in table.rows:
            for cell in row.cells:
                cell.text = "清淤12公里"
    if nth % 4 == 0:
        picture = io.BytesIO()
        noise = Image.effect_noise((1600, 1200), 60).convert("RGB")
        noise.save(picture, "JPEG", quality=80)
        document.add_picture(picture, width=docx.shared.Cm(12))
    document.save(out)
    return out.getvalue()


def read_alone(files: list[Path], folder: Path) -> None:
    """The readers without a window, from paths to recognitions."""
    spool = Spool(folder)
    start = time.perf_counter()
    received = list(Receiver(spool).receive(incoming.files(files, short=True)))
    seconds = time.perf_counter() - start
    spool.close()
    failed = [str(each.error) for each in received if each.error is not None]
    say("read and recognised", seconds)
    if failed:
        print(f"  {len(failed)} were not read, the first: {failed[0]}")


def through_the_window(files: list[Path], folder: Path) -> None:
    """The whole way in the window, with a timer that sees every moment it stands still."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from bulletin_desktop import paths
    from bulletin_desktop.gui import start
    from bulletin_desktop.i18n import ENGLISH, Catalog

    paths.spools = lambda: folder / "spools"
    application = QApplication.instance() or QApplication([])
    window = start.open_window(application, folder / "library.db", Catalog.load(ENGLISH))
    window.show()
    gaps: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    def until(true: Callable[[], object]) -> tuple[float, float]:
        """Wait, and until what follows is painted; return the seconds that took and the longest gap."""
        nonlocal last
        gaps.clear()
        begin = last = time.perf_counter()
        while not true():
            application.processEvents()
            time.sleep(0.0005)
        for _ in range(20):
            application.processEvents()
        tick()
        return time.perf_counter() - begin, max(gaps, default=0.0)

    clock = QTimer(interval=1)
    clock.timeout.connect(tick)
    clock.start()
    quiet = time.perf_counter() + 1.0
    until(lambda: time.perf_counter() > quiet)
    reading: list[float] = []
    begin = time.perf_counter()

    def came(_received: object) -> None:
        tick()
        reading.extend((time.perf_counter() - begin, max(gaps)))
        gaps.clear()

    window.intake.received.connect(came)
    window.intake.open_files(files)
    shown = until(lambda: reading and window.review.page is not None and not window.intake.busy)
    say("read in the window", *reading)
    say("shown for review", shown[0] - reading[0], shown[1])
    stored: list[bool] = []
    window.review.left.connect(lambda: stored.append(True))
    window.review.page.keep.click()
    storing = until(lambda: stored)
    say("stored", *storing)
    say("all of it", shown[0] + storing[0], max(reading[1], shown[1], storing[1]))
    verdict = "within" if shown[0] + storing[0] < GOAL else "beyond"
    print(f"  {verdict} the goal of {GOAL:.0f} s")
    for dialog in window.findChildren(start.MessageDialog):
        dialog.reject()
    window.close()


def rivals(files: list[Path], folder: Path) -> None:
    start = time.perf_counter()
    for file in files:
        document = docx.Document(str(file))
        "\n".join(paragraph.text for paragraph in document.paragraphs)
        [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    say(f"python-docx, text of {len(files)} .docx", time.perf_counter() - start, files=len(files))
    program = office.find()
    if program is not None:
        out = folder / "rival"
        out.mkdir()
        start = time.perf_counter()
        options = [f"-env:UserInstallation={(out / 'profile').as_uri()}", "--headless", "--convert-to"]
        command = [str(program), *options, "txt:Text", "--outdir", str(out), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        say(f"LibreOffice, text of {len(files)} .docx", time.perf_counter() - start, files=len(files))


def say(what: str, seconds: float, gap: float | None = None, files: int = FILES) -> None:
    still = "" if gap is None else f"   longest standstill {gap * 1000:5.0f} ms"
    print(f"{what:36}{seconds:8.2f} s {seconds / files * 1000:8.1f} ms a file{still}", flush=True)


if __name__ == "__main__":
    main()
