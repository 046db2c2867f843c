"""How far preview and exported file agree, kind by kind of content, on issues that no test has seen.

    python dev.py bench agreement [--issues 30] [--seed N] [--kinds plain,latin] [--fonts missing]

Random issues are exported, LibreOffice renders the files, and every line and page start of its PDF is
compared with what `pages --json` says. Twice: with the fonts this machine puts in place of missing ones,
and with fonts installed under the names that the file carries. The judge beside the checkout, if there is
one, measures some of the same files; its figures must be these.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bulletin_desktop.document.model import Issue
from bulletin_desktop.services.publish import Publisher
from bulletin_desktop.services.views import pages_json
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity import rendered
from tests.fidelity.comparison import Agreement, compare
from tests.fidelity.corpora import KINDS, MARKS, Made, Maker
from tests.fidelity.fonts import installed

JUDGE = Path(__file__).resolve().parents[3] / "shared/tools/fidelity/measure.py"
UNSEEN = 10**6  # tests have smaller seeds
BATCH = 40  # files LibreOffice converts in one start
_CONTENTS_NUMBER = re.compile(r"\.{2,}(\d+)$")


@dataclass
class Row:
    """One line of the table."""

    kind: str
    fonts: str
    agreement: Agreement = field(default_factory=Agreement)
    numbers: int = 0
    numbers_right: int = 0
    files: list[tuple[Path, Path]] = field(default_factory=list)  # .docx and .json
    each: list[tuple[float, float]] = field(default_factory=list)  # lines and starts of every file


def main() -> None:
    """Make the issues, have them rendered, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--issues", type=int, default=30, help="of each kind")
    parser.add_argument("--seed", type=int, default=None, help="of the first issue; random if not given")
    parser.add_argument("--kinds", default=",".join(KINDS), help="or each mark: " + ",".join(MARKS))
    parser.add_argument("--fonts", choices=("missing", "installed", "both"), default="both")
    parser.add_argument("--keep", type=Path, default=None, help="a folder that keeps the files")
    parser.add_argument("--differ", type=int, default=3, help="differing lines to print of each kind")
    given = parser.parse_args()
    seed = UNSEEN + random.randrange(UNSEEN) if given.seed is None else given.seed
    with tempfile.TemporaryDirectory() as made:
        folder = given.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        rows = list(measured(given, seed, folder))
        report(rows, seed, given.differ)
        judged(rows)


def measured(given: argparse.Namespace, seed: int, folder: Path) -> Iterator[Row]:
    """Measure one kind after the other."""
    measures = FileMeasures()
    makers: Mapping[str, Maker] = {**KINDS, **MARKS}
    usual = template.load("jianbao")
    for fonts in ("missing", "installed") if given.fonts == "both" else (given.fonts,):
        used = usual.suited_to(measures) if fonts == "missing" else installed("jianbao")
        typesetter = Typesetter(used, measures)
        for kind in given.kinds.split(","):
            row = Row(kind, fonts)
            place = folder / f"{kind}-{fonts}"
            place.mkdir(exist_ok=True)
            made = [makers[kind](seed + nth) for nth in range(given.issues)]
            layouts = [typesetter.layout(one.issue) for one in made]
            fill(row, made, layouts, measures, place)
            yield row


def fill(
    row: Row, made: Sequence[Made], layouts: Sequence[Layout], measures: FileMeasures, folder: Path
) -> None:
    """Export, render, compare."""
    publisher = Publisher()
    for nth, (one, layout) in enumerate(zip(made, layouts, strict=True)):
        docx, told = folder / f"{nth}.docx", folder / f"{nth}.json"
        publisher.export(layout, one.issue, docx, one.pictures)
        told.write_text(json.dumps(pages_json(layout, measures)), encoding="utf-8")
        row.files.append((docx, told))
    for start in range(0, len(row.files), BATCH):
        rendered.convert([docx for docx, _ in row.files[start : start + BATCH]], folder)
    for (docx, told), (issue, _), layout in zip(row.files, made, layouts, strict=True):
        printed = [[line.text for line in page.lines] for page in rendered.pages(docx.with_suffix(".pdf"))]
        pages = json.loads(told.read_text("utf-8"))["pages"]
        found = compare(printed, [[line["text"] for line in page["lines"]] for page in pages])
        found.differing = [f"{docx.stem}: {line}" for line in found.differing]
        row.each.append(
            (share(found.lines_agreeing, found.lines), share(found.starts_agreeing, found.starts))
        )
        row.agreement.add(found)
        count_numbers(row, issue, layout, printed)


def count_numbers(row: Row, issue: Issue, layout: Layout, printed: Sequence[Sequence[str]]) -> None:
    """Compare the contents' printed numbers with the pages on which the headlines are printed."""
    numbers = [
        int(found[1])
        for page in printed
        for line in page
        if (found := _CONTENTS_NUMBER.search(squeezed(line)))
    ]
    listed = [article for article in issue.articles() if article.title]
    if not any(placed.item.link for placed in layout.placed):
        return
    firsts = {
        placed.item.article: squeezed(placed.item.text[slice(*placed.lines[0])])
        for placed in layout.placed
        if placed.item.role == "headline"
    }
    pages = [[squeezed(line) for line in page] for page in printed]
    row.numbers += len(listed)
    for article, number in zip(listed, numbers, strict=False):
        row.numbers_right += 1 <= number <= len(pages) and firsts[article.id] in pages[number - 1]


def report(rows: Sequence[Row], seed: int, differing: int) -> None:
    """Print the table."""
    print(f"seeds from {seed}\n")
    form = "{:12} {:10} {:>6} {:>7} {:>10} {:>12} {:>12}"
    print(form.format("kind", "fonts", "pages", "lines", "agree", "page starts", "contents"))
    for row in rows:
        found = row.agreement
        lines = f"{100 * share(found.lines_agreeing, found.lines):.3f} %"
        starts = f"{100 * share(found.starts_agreeing, found.starts):.2f} %"
        numbers = f"{row.numbers_right} of {row.numbers}"
        print(form.format(row.kind, row.fonts, found.pages, found.lines, lines, starts, numbers))
    for row in rows:
        for line in row.agreement.differing[:differing]:
            print(
                f"{row.kind}, {row.fonts}: rendered | previewed in issue {line}".encode(
                    "utf-8", "replace"
                ).decode()
            )


def judged(rows: Sequence[Row]) -> None:
    """Let the judge beside the checkout measure the first file and the worst one of every row."""
    if not JUDGE.is_file():
        return
    for row in rows:
        for nth in sorted({0, row.each.index(min(row.each))}):
            docx, told = row.files[nth]
            done = subprocess.run(
                [sys.executable, str(JUDGE), str(docx.with_suffix(".pdf")), str(told)],
                check=False, capture_output=True, text=True, encoding="utf-8",
            )  # fmt: skip
            if done.returncode:
                print(f"{row.kind}, {row.fonts}, issue {nth}: the judge cannot tell what differs there")
                continue
            found = json.loads(done.stdout)
            theirs, mine = (found["lines"], found["page_starts"]), tuple(round(x, 5) for x in row.each[nth])
            verdict = "the judge says the same" if theirs == mine else f"THE JUDGE SAYS {theirs}"
            print(f"{row.kind}, {row.fonts}, issue {nth}: lines {mine[0]}, starts {mine[1]}: {verdict}")


def squeezed(text: str) -> str:
    return "".join(text.split())


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


if __name__ == "__main__":
    main()
