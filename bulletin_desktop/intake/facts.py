"""What the frame of an input says, as data: masthead, imprint and submission form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bulletin_desktop.document.model import Table
from bulletin_desktop.document.numbering import numeral
from bulletin_desktop.intake import forms, frames, patterns
from bulletin_desktop.intake.characters import NUMERAL
from bulletin_desktop.intake.paragraphs import Para
from bulletin_desktop.intake.recognition import Facts, ReadLine, Why

_N = rf"\s*(?P<number>[0-9]+|[{NUMERAL}]+)\s*"
_NUMBER = re.compile(rf"(?<!总)(?<!累计)第{_N}期")
_RUNNING = re.compile(rf"(?:总|累计)\s*第?{_N}期")
_DATE = re.compile(
    rf"(?P<year>[12][0-9]{{3}}|[{NUMERAL}OoＯ]{{4}})\s*[年.\-/]\s*(?P<month>[0-9]{{1,2}}|[{NUMERAL}]{{1,3}})\s*[月.\-/]\s*"
    rf"(?P<day>[0-9]{{1,2}}|[{NUMERAL}]{{1,3}})"
)
_DIGITS = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= dict.fromkeys("零○OoＯ", "0")
_MADE_BY = re.compile(r"^(?:主办|编印|承办|编发)(?:单位)?[：:]|\s*(?:主办|编印|编发|印发|编|印|办)$")
_AROUND = re.compile(r"^[\s（(【\[〔]+|[\s）)】\]〕]+$")


def gather(paras: Iterable[Para], lines: Sequence[ReadLine]) -> Facts:
    """Return the facts that the paragraphs set aside say, and tables among *lines* that are forms.

    Where an input has several issues, the first one counts, fact by fact; where it has several forms, what
    they do not agree on is left empty, since it is not true of the whole input.
    """
    aside = [para for para in paras if para.why in (Why.MASTHEAD, Why.IMPRINT, Why.FORM)]
    masthead = [para.text for para in aside if para.why is Why.MASTHEAD]
    form = [para.text for para in aside if para.why is Why.FORM]
    said = _agreed(_said(form, lines))
    named = next(filter(None, map(_publication, masthead)), "")
    dates = _dates([*masthead, said.get("date", ""), *form, *(para.text for para in aside)])
    return Facts(
        publication=named,
        unit=next((unit for unit in map(_unit, masthead) if unit and unit != named), ""),
        number=_first(_NUMBER, masthead),
        running_number=_first(_RUNNING, masthead),
        date=next(dates, ""),
        contributor=said.get("contributor", ""),
        author=_names(said.get("author", "")),
        phone=said.get("phone", ""),
    )


def _said(form: Iterable[str], lines: Iterable[ReadLine]) -> Iterator[tuple[str, str]]:
    """Yield the fields of forms that have a value."""
    for text in form:
        yield from ((name, _without_date(value)) for name, value in forms.fields(text) if value)
    for line in lines:
        if isinstance(line.content, Table) and forms.is_form_table(line.content):
            yield from ((name, value) for name, value in forms.table_fields(line.content) if value)


def _agreed(fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the fields that are said once, or every time alike."""
    said: dict[str, set[str]] = {}
    for name, value in fields:
        said.setdefault(name, set()).add(value)
    return {name: next(iter(values)) for name, values in said.items() if len(values) == 1}


def _without_date(value: str) -> str:
    """A unit's name without the date that stands at the right of its line."""
    match = patterns.DATE.search(value)
    return value[: match.start()].strip() or value if match else value


def _names(value: str) -> str:
    """Put spread names together: 丁　松."""
    return "、".join(patterns.named(value)) if patterns.are_names(value) else value


def _publication(text: str) -> str:
    bare = "".join(text.split())
    numbered = _RUNNING.sub("", _NUMBER.sub("", bare))
    return "" if numbered != bare else frames.publication(bare)


def _unit(text: str) -> str:
    """Return the unit of a line of a masthead: without its date, and without 主办 and 编."""
    match = _DATE.search(text)
    before = text[: match.start()] if match else text
    bare = _MADE_BY.sub("", "".join(_AROUND.sub("", before).split()))
    return bare if patterns.is_unit(bare) else ""


def _first(pattern: re.Pattern[str], texts: Iterable[str]) -> int:
    found = (pattern.search(text) for text in texts)
    return next((numeral(match["number"]) for match in found if match), 0)


def _dates(texts: Iterable[str]) -> Iterator[str]:
    """Yield the dates of *texts* that are any, in ISO 8601."""
    for text in texts:
        for match in _DATE.finditer(text):
            year = "".join(_DIGITS.get(character, character) for character in match["year"])
            try:
                yield date(int(year), numeral(match["month"]), numeral(match["day"])).isoformat()
            except ValueError:
                continue
