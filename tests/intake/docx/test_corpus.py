"""Foreign files from the world, measured against what pandoc reads of them with all changes accepted.

What is measured is what finally stands in articles and among the lines set aside, as `import --json` shows.
Left out of pandoc's text is what no text of the document is: descriptions of pictures and tables, its
numbers of notes (an article's count from 1), a number alone on a line (of a paragraph that was deleted), and
the commands of TeX it writes equations in.
"""

from __future__ import annotations

import re
import time
import unicodedata
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from bulletin_desktop.document import schema, text
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Picture
from bulletin_desktop.intake import assemble, notes, reading
from bulletin_desktop.intake.kinds import Kind
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recognition import Label, Recognition
from bulletin_desktop.intake.source import Told

LEAST, LEAST_EACH = 0.98, 0.90
SECONDS = 10.0
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD = re.compile(r"[^\W_]+", re.ASCII)
_NOT_ASCII = re.compile(r"[^\W_\x00-\x7f]")
_BARE_NUMBER = re.compile(r"(?m)^\s*\(?[0-9a-zA-Z]{1,4}[.)]\s*$")
_TABLE_TITLE = re.compile(r"(?m)^\s*: .*$")
_NOTE = re.compile(r"\[[0-9]+\]")
_TEX = re.compile(r"\\(?:begin|end)\{\w+\}|\\[a-zA-Z]+|[{}$]")


@dataclass(frozen=True)
class Measured:
    """One file: how many of the characters, and of the words, were found, and in what time."""

    name: str
    characters: float
    words: float
    seconds: float


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in (".docx", ".docm", ".dotx", ".dotm"))


def picture(found: FoundPicture) -> Picture:
    return Picture(new_id(), "0" * 64, 1, 1, found.caption)


def final(recognition: Recognition) -> str:
    """All that stands in articles, in names of sections and set aside."""
    lines = [line.text for line in recognition.lines if line.label is Label.SECTION]
    for section in assemble.articles(recognition, picture):
        for one in section.articles:
            schema.check(one.article)
            lines += text.lines(one.article)
    lines += [line.text or line.original for line in assemble.set_aside(recognition)]
    return "\n".join(lines)


def share(wanted: Counter[str], found: Counter[str]) -> float:
    total = sum(wanted.values())
    return sum((wanted & found).values()) / total if total else 1.0


def characters(said: str) -> Counter[str]:
    return Counter(character for character in unicodedata.normalize("NFKC", said) if character.isalnum())


def words(said: str) -> Counter[str]:
    """Words of Latin letters and digits, and every other letter by itself."""
    said = said.replace("\u00ad", "")
    return Counter(_WORD.findall(said)) + Counter(_NOT_ASCII.findall(said))


def expected(path: Path, with_equations: bool) -> str:
    said = path.with_name(path.name + ".txt").read_text(encoding="utf-8")
    for about in descriptions(path):
        said = said.replace(f"[{about}]", " ", 1)
    said = _NOTE.sub("", _TABLE_TITLE.sub("", _BARE_NUMBER.sub("", said)))
    return _TEX.sub(" ", said) if with_equations else said


def descriptions(path: Path) -> list[str]:
    found = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xml") and name.startswith("word/"):
                for element in etree.fromstring(archive.read(name)).iter("{*}docPr"):
                    found.append(" ".join(element.get("descr", "").split()))
    return [about for about in found if about]


def deleted(path: Path) -> Counter[str]:
    """Words that stand in deletions alone."""
    gone: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not (name.startswith("word/") and name.endswith(".xml")):
                continue
            for element in etree.fromstring(archive.read(name)).iter("{*}t", "{*}delText"):
                inside = {each.tag for each in element.iterancestors()} & {f"{W}del", f"{W}moveFrom"}
                (gone if inside or element.tag == f"{W}delText" else kept).update(words(element.text or ""))
    return Counter({word: count for word, count in gone.items() if len(word) > 5 and word not in kept})


def inserted(path: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    with zipfile.ZipFile(path) as archive:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name in archive.namelist():
                root = etree.fromstring(archive.read(name))
                for change in root.iter(f"{W}ins", f"{W}moveTo"):
                    for run in change.iterchildren(f"{W}r"):
                        found += characters("".join(each.text or "" for each in run.iter(f"{W}t")))
    return found


def read(path: Path) -> tuple[Recognition | None, str, float]:
    started = time.perf_counter()
    (piece,) = reading.read(reading.File(path.name, path.read_bytes()))
    if piece.source is None:
        return None, str(piece.error), time.perf_counter() - started
    recognition = notes.recognised(piece.source, piece.name)
    return recognition, final(recognition), time.perf_counter() - started


def measure(folder: Path) -> tuple[list[Measured], list[str]]:
    """Every file that pandoc could read, measured, and the names of those that are refused."""
    measured: list[Measured] = []
    refused: list[str] = []
    for path in files(folder):
        recognition, found, seconds = read(path)
        assert seconds < SECONDS, path.name
        if recognition is None:
            refused.append(path.name)
        elif path.with_name(path.name + ".txt").is_file():
            equations = Told.EQUATIONS in dict(recognition.told)
            said = expected(path, equations)
            by_characters = share(characters(said), characters(found))
            by_words = 1.0 if equations else share(words(said), words(found))
            measured.append(Measured(path.name, by_characters, by_words, seconds))
    return measured, refused


def test_every_file_is_read_or_said_truly_to_be_unreadable(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shared / "corpus"
    measured, refused = measure(folder)
    by_characters = sum(one.characters for one in measured) / len(measured)
    by_words = sum(one.words for one in measured) / len(measured)
    with capsys.disabled():
        print(
            f"\n{len(measured)} files: {by_characters:.4f} of the characters, {by_words:.4f} of the words, "
            f"{sum(one.seconds for one in measured):.1f} s; {len(refused)} refused"
        )
        for one in measured:
            if min(one.characters, one.words) < 0.995:
                print(f"  {one.name}: {one.characters:.3f} of the characters, {one.words:.3f} of the words")
    assert min(by_characters, by_words) >= LEAST
    assert [one for one in measured if min(one.characters, one.words) < LEAST_EACH] == []
    assert [name for name in refused if (folder / f"{name}.txt").is_file()] == []


def test_what_is_refused_is_no_package_or_broken(shared: Path) -> None:
    for path in files(shared / "corpus"):
        (piece,) = reading.read(reading.File(path.name, path.read_bytes()))
        if piece.error is None or piece.kind is not Kind.DOCX:
            continue
        assert "damaged" in str(piece.error)
        with pytest.raises((zipfile.BadZipFile, etree.XMLSyntaxError)):
            etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))


def test_deleted_text_is_gone_and_inserted_text_is_there(shared: Path) -> None:
    seen = 0
    for path in files(shared / "corpus"):
        recognition, found, _ = read(path)
        if recognition is None or not zipfile.is_zipfile(path):
            continue
        assert deleted(path) & words(found) == Counter(), path.name
        assert inserted(path) - characters(found) == Counter(), path.name
        seen += bool(deleted(path)) + bool(inserted(path))
    assert seen > 20
