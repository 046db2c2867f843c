"""What an examination and a salvage came to, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.services import doctor
    from bulletin_desktop.services.doctor import Finding, Salvaged


class Tone(Enum):
    """Whether a report is good news."""

    GOOD = auto()
    BAD = auto()
    PLAIN = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its entries: what it is about, and where that is."""

    title: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence, what follows from it, and the particulars."""

    words: str
    detail: str
    tone: Tone
    parts: tuple[Part, ...] = ()

    def text(self) -> str:
        """Return all of it as it is copied."""
        lines = [self.words, self.detail]
        for part in self.parts:
            lines += ["", part.title, *(f"  {words}  {where}".rstrip() for words, where in part.entries)]
        return "\n".join(lines)


def examined(report: doctor.Report) -> Report:
    """Return what is said of an examination."""
    translate = QCoreApplication.translate
    if report.ok:
        return Report(
            translate("DoctorReport", "Nothing is wrong with the library."),
            translate("DoctorReport", "Every text, picture and original file is as it was saved."),
            Tone.GOOD,
        )
    words = translate("DoctorReport", "The library is damaged in {count} places.").format(
        count=len(report.findings)
    )
    detail = translate(
        "DoctorReport",
        "It was left as it is. What is whole can be saved into a new file; what is lost will be named.",
    )
    title = translate("DoctorReport", "Found")
    return Report(words, detail, Tone.BAD, (Part(title, _entries(report.findings)),))


def saved(salvaged: Salvaged) -> Report:
    """Return what is said of a salvage."""
    translate = QCoreApplication.translate
    kept = salvaged.kept
    words = translate(
        "DoctorReport", "{issues} issues with {articles} articles and {revisions} versions were saved."
    ).format(issues=kept.issues, articles=kept.articles, revisions=kept.revisions)
    detail = translate(
        "DoctorReport", "The new library is {path}. The damaged one was left as it is."
    ).format(path=salvaged.path)
    lost = translate("DoctorReport", "Lost, or not all of it there")
    mended = translate("DoctorReport", "Mended, nothing is missing")
    parts = ((lost, salvaged.lost), (mended, salvaged.mended))
    return Report(
        words,
        detail,
        Tone.BAD if salvaged.lost else Tone.GOOD,
        tuple(Part(title, _entries(findings)) for title, findings in parts if findings),
    )


def _entries(findings: Iterable[Finding]) -> tuple[tuple[str, str], ...]:
    from bulletin_desktop.services.doctor import WORDS

    translate = QCoreApplication.translate
    return tuple(
        (translate("Doctor", WORDS[finding.kind]).format(what=finding.what), finding.where)
        for finding in findings
    )
