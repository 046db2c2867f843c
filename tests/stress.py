"""Random acts for as long as one likes, with a fresh seed each time: `stress.py [MINUTES]`, 15 by default.

The desk's machine runs here, in longer sequences than the suite's; the window's, if there is one, through
pytest. A failure shows the shortest sequence found that fails and is the end of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.services.test_desk_random_acts import RandomActs

ROOT = Path(__file__).parents[1]
WINDOW = ROOT / "tests/gui/window/test_random_acts.py"
LONG = settings(
    max_examples=20,
    stateful_step_count=60,
    deadline=None,
    database=None,
    print_blob=True,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


class Counted(RandomActs):
    """The desk's machine, which counts its steps over all runs."""

    steps = 0

    def check_invariants(self, *arguments: Any) -> None:
        Counted.steps += 1
        super().check_invariants(*arguments)


def main() -> int:
    """Run both machines in turn until the time is over; 1 at the first failure of the window's."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 15
    end = time.monotonic() + minutes * 60
    rounds = 0
    while time.monotonic() < end:
        run_state_machine_as_test(Counted, settings=LONG)
        rounds += 1
        if WINDOW.exists():
            command = [sys.executable, "-m", "pytest", "-q", str(WINDOW)]
            if subprocess.call(command, cwd=ROOT, env={**os.environ, "BULLETIN_STRESS_SECONDS": "60"}):
                return 1
        print(f"{rounds} rounds, {Counted.steps} steps of the desk, none failed.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
