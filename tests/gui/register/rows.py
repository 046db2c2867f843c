"""Made-up manuscripts for the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bulletin_desktop.services.register import ManuscriptRow, ManuscriptState, Used

NOW = dt.datetime(2026, 11, 27, 9, 30, tzinfo=dt.UTC)
UNITS = ("安溪县政协", "北川区信息科", "陈塘街道办", "云溪市农业局", "", "张庄镇")
PEOPLE = ("陈志远", "李晓梅", "王建国", "", "周敏", "阿依古丽")
STATES = (ManuscriptState.WAITING, ManuscriptState.USED, ManuscriptState.RESERVE, ManuscriptState.REJECTED)


def row(nth: int, **said: object) -> ManuscriptRow:
    """A manuscript like no other; *said* is what matters of it."""
    state = STATES[nth % 4]
    used = Used("云溪政协信息", 2026, False, nth % 40 + 1, f"issue-{nth % 40}")
    made = ManuscriptRow(
        f"article-{nth}",
        f"关于第{nth}项民生实事办理情况的报告",
        500 + nth * 7 % 1800,
        UNITS[nth % len(UNITS)],
        PEOPLE[nth % len(PEOPLE)],
        f"0{nth % 999:03}-{nth:07}",
        NOW - dt.timedelta(hours=nth),
        state,
        f"{nth:064x}" if nth % 3 else "",
        f"来稿{nth}.docx" if nth % 3 else "",
        used=used if state is ManuscriptState.USED else None,
    )
    return made._replace(**said)


def rows(count: int) -> Iterator[ManuscriptRow]:
    """Return *count* manuscripts, the latest first."""
    return (row(nth) for nth in range(count))
