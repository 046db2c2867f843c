"""Damages libraries in many ways and counts what is found and saved: `bench_damage.py [FILES [SEED]]`.

Beside what `PRAGMA integrity_check` alone notices. Exit code 1 if anything that is whole was not saved,
damage to content was not found, a loss has no name, or the damaged file was touched.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.library.trial import Trial, Verdict


@dataclass
class Sum:
    """What came of one kind of damage."""

    verdicts: list[Verdict] = field(default_factory=list)

    def line(self, name: str) -> str:
        v = self.verdicts
        return (
            f"{name:<16}{len(v):>6}{sum(each.changed for each in v):>9}{sum(each.found for each in v):>7}"
            f"{sum(each.noticed_by_sqlite for each in v):>8}{sum(len(each.whole) for each in v):>10}"
            f"{sum(len(each.whole & each.saved) for each in v):>8}"
            f"{sum(each.articles - len(each.whole) for each in v):>10}"
            f"{sum(len(each.saved - each.whole) for each in v):>8}"
            f"{max(each.seconds for each in v):>8.2f}"
        )


def main() -> int:
    """Print the table; return 1 if anything is not as it should be."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sums: dict[str, Sum] = {}
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        for number in range(files):
            kind = trial.kinds[number % len(trial.kinds)]
            verdict = trial.run(kind, seed * 1_000_003 + number)
            sums.setdefault(kind.__name__, Sum()).verdicts.append(verdict)
            faults += [f"{kind.__name__} {seed * 1_000_003 + number}: {each}" for each in verdict.faults]
    print(
        f"{'':<16}{'files':>6}{'changed':>9}{'found':>7}{'sqlite':>8}{'whole art.':>10}{'saved':>8}"
        f"{'damaged a.':>10}{'saved':>8}{'max s':>8}"
    )
    for name, each in sums.items():
        print(each.line(name))
    print(Sum([v for each in sums.values() for v in each.verdicts]).line("all"))
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
