"""A run of `dev.py crash`: real processes, killed at random moments of their work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROUNDS = 200


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="SIGKILL and fork are POSIX's")
def test_nothing_acknowledged_or_shown_for_half_a_second_is_lost() -> None:
    done = subprocess.run(
        [sys.executable, "tests/crash/run.py", str(ROUNDS)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stdout + done.stderr
