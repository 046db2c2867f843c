"""What is odd about a number beside those its publication has given. Pure, upon the rows of its issues."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from bulletin_desktop.services.outline import IssueRow
from bulletin_desktop.values import dataclass


class Doubt(Enum):
    """Why a number may be a slip."""

    TAKEN = auto()
    JUMPS = auto()


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt, and the issue it comes from."""

    doubt: Doubt
    issue: IssueRow


def remark_on_number(rows: Sequence[IssueRow], year: int, number: int, supplement: bool) -> Remark | None:
    """Return what is odd about a number: it is given already, or leaves some out."""
    alike = [row for row in rows if row.year == year and row.supplement == supplement]
    taken = next((row for row in alike if row.number == number), None)
    if taken is not None:
        return Remark(Doubt.TAKEN, taken)
    before = max((row for row in alike if row.number < number), key=lambda row: row.number, default=None)
    if before is not None and before.number < number - 1:
        return Remark(Doubt.JUMPS, before)
    return None


def remark_on_running(rows: Sequence[IssueRow], running: int) -> Remark | None:
    """Return what is odd about a running number (总第N期): it stands twice, or leaves some out."""
    if not running:
        return None
    taken = next((row for row in rows if row.running_number == running), None)
    if taken is not None:
        return Remark(Doubt.TAKEN, taken)
    numbered = [row for row in rows if 0 < row.running_number < running]
    before = max(numbered, key=lambda row: row.running_number, default=None)
    if before is not None and before.running_number < running - 1:
        return Remark(Doubt.JUMPS, before)
    return None


def last(rows: Sequence[IssueRow]) -> IssueRow | None:
    """Return the newest issue that is no supplement."""
    return next((row for row in rows if not row.supplement), None)
