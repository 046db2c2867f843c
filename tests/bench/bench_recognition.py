"""How well and how fast texts come apart into articles, beside a naive rival.

    python dev.py bench recognition [FOLDER …] [--each] [--wrong]

Without a folder the fictional bulletins of the tests are read, and the real sample beside the checkout; then
their articles in other company and in other dress, see tests/intake/gatherings.py. A folder has marked files,
see tests/intake/marked.py. `--each` has a line for each file, `--wrong` shows every line that a person would
have to correct.

The rival begins an article after every blank line and takes the shortest of its first three lines for the
headline; all else is text.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from bulletin_desktop.intake.reading import File, read  # noqa: E402
from bulletin_desktop.intake.recogniser import recognise, recognise_source  # noqa: E402
from bulletin_desktop.intake.recognition import Label, ReadLine  # noqa: E402
from tests.intake import gatherings, marked, measure  # noqa: E402
from tests.intake.marked import Truth  # noqa: E402
from tests.intake.measure import Score  # noqa: E402

SAMPLE = ROOT.parent / "shared" / "samples" / "bulletin.txt"
_STARTS = (1, 9, 12, 17)
_HEADLINES = (1, 2, 3, 9, 12, 17, 18)
_HEADINGS = (22, 24, 26, 28, 30)
_SALUTATION = 19

Recogniser = Callable[[Sequence[Truth]], Sequence[ReadLine]]


def ours(truths: Sequence[Truth]) -> Sequence[ReadLine]:
    return recognise_source(marked.source(truths)).lines


def rival(truths: Sequence[Truth]) -> Sequence[ReadLine]:
    found = [ReadLine(number, truth.text, truth.text) for number, truth in enumerate(truths, 1)]
    begins = True
    for at, line in enumerate(found):
        if not line.text.strip():
            found[at], begins = _as(line, Label.BLANK), True
        elif begins:
            block = [near for near in range(at, min(at + 3, len(found))) if found[near].text.strip()]
            shortest = min(block, key=lambda near: len(found[near].text))
            found[at] = _as(line, found[at].label, starts=True)
            found[shortest] = _as(found[shortest], Label.HEADLINE, starts=shortest == at)
            begins = False
    return found


def _as(line: ReadLine, label: Label, *, starts: bool = False) -> ReadLine:
    return ReadLine(line.number, line.original, line.text, label=label, starts=starts)


def sample() -> list[Truth]:
    (piece,) = read(File(SAMPLE.name, SAMPLE.read_bytes()))
    lines = piece.source.lines() if piece.source else ()
    return [Truth(line.text, _label(number), number in _STARTS) for number, line in enumerate(lines, 1)]


def _label(number: int) -> Label:
    if number in _HEADLINES:
        return Label.HEADLINE
    if number == _SALUTATION:
        return Label.SALUTATION
    return Label.HEADING1 if number in _HEADINGS else Label.BODY


def score(inputs: Iterable[tuple[str, list[Truth]]], by: Recogniser, each: bool, wrong: bool) -> Score:
    total = Score()
    for name, truths in inputs:
        pairs = list(zip(truths, by(truths), strict=True))
        total.add(pairs)
        if each:
            print(measure.report(name[:28], Score().add(pairs)))
        if wrong:
            for truth, line in pairs:
                if measure.is_wrong(truth, line):
                    print(f"  {name}:{line.number} {_said(truth)} was {_said(line)}: {truth.text[:40]}")
    return total


def _said(line: Truth | ReadLine) -> str:
    return f"{'> ' if line.starts else ''}{line.label}"


def table(title: str, inputs: list[tuple[str, list[Truth]]], each: bool, wrong: bool) -> None:
    print(f"\n{title}: {len(inputs)} texts\n{measure.HEADER}")
    mine = score(inputs, ours, each, wrong)
    print(measure.report("ours", mine))
    print(measure.report("blank line, shortest line", score(inputs, rival, False, False)))
    print(measure.reliability(mine))


def company() -> None:
    """Print the figures for the same articles shuffled, and formatted as files are."""
    articles = gatherings.articles(marked.files())
    total = Score()
    print(f"\n{len(articles)} articles, several in one text or file, or each in one\n{measure.HEADER}")
    for manner in gatherings.MANNERS:
        mine = Score()
        for group in gatherings.groups(articles, manner, 100):
            pairs = marked.pairs(gatherings.together(group, manner))
            mine.add(pairs)
            total.add(pairs)
        print(measure.report(f"text, {manner}", mine))
    for name, dress in gatherings.DRESSES.items():
        one, several = Score(), Score()
        for article in articles:
            one.add(marked.pairs(gatherings.dressed(article, dress)))
        for group in gatherings.groups(articles, name, 60):
            lines = [truth for article in group for truth in gatherings.dressed(article, dress)]
            several.add(marked.pairs(lines))
        print(measure.report(f"file, {name}: one", one))
        print(measure.report(f"file, {name}: several", several))
    print(measure.reliability(total))


def speed(texts: list[list[Truth]]) -> None:
    print("\nlines      seconds of one core")
    whole = [truth.text for truths in texts for truth in truths]
    for count in (1_000, 10_000, 40_000):
        lines = (whole * (count // len(whole) + 1))[:count]
        start = time.process_time()
        recognise("\n".join(lines))
        print(f"{count:<10} {time.process_time() - start:.2f}")


def main() -> None:
    folders = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    each, wrong = "--each" in sys.argv, "--wrong" in sys.argv
    named = {str(folder): marked.files(folder) for folder in folders or [marked.FOLDER]}
    if not folders and SAMPLE.is_file():
        table("the real sample", [(SAMPLE.name, sample())], each, wrong)
    for name, paths in named.items():
        table(name, [(path.stem, marked.read(path)) for path in paths], each, wrong)
    if not folders:
        company()
        speed([marked.read(path) for path in marked.files()])


if __name__ == "__main__":
    main()
