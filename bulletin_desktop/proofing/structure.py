"""What is certainly wrong with an article's structure. What could be meant so is no finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_desktop.document.model import Article, Block, Paragraph, Picture, Role, Table
from bulletin_desktop.document.numbering import LEVELS, Number, number_of
from bulletin_desktop.proofing.findings import Finding, Problem
from bulletin_desktop.proofing.pairs import unpaired

_MAY_STAND_APART = (Role.SIGNATURE, Role.DATE, Role.CREDIT, Role.ATTACHMENT)
"""Roles before which offices leave a line blank."""

_BEFORE_SALUTATION = (Role.NOTE, Role.DATE, Role.CREDIT, Role.SIGNATURE, Role.CAPTION)
_DATE = re.compile(r"[0-9〇○零一二三四五六七八九]{2,4}\s*年\s*[0-9一二三四五六七八九十×]{1,3}\s*月")


def findings(article: Article) -> tuple[Finding, ...]:
    """Return the problems of *article* in the order of its text."""
    found = [
        *_missing(article),
        *_empty_paragraphs(article.blocks),
        *_numbers(article.blocks),
        *unpaired(article),
        *_letter(article),
    ]
    places = {name: place for place, name in enumerate(("kicker", "headline", "subtitle", "credit"), -4)}
    places |= {block.id: place for place, block in enumerate(article.blocks)}
    return tuple(sorted(found, key=lambda one: (places[one.block_id], one.start)))


def _missing(article: Article) -> Iterator[Finding]:
    if not article.headline:
        yield Finding(Problem.NO_HEADLINE, "headline", 0, 0)
    if not any(_says_something(block) for block in article.blocks):
        place = article.blocks[0].id if article.blocks else "headline"
        yield Finding(Problem.NO_TEXT, place, 0, 0)


def _says_something(block: Block) -> bool:
    match block:
        case Paragraph():
            return bool(block.text.strip())
        case Table() | Picture():
            return True
        case _:
            return False


def _empty_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """Those with text after them, but not those which set a signature or an attachment apart."""
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and not block.text.strip():
            waiting.append(block)
        elif _says_something(block):
            apart = isinstance(block, Paragraph) and block.role in _MAY_STAND_APART
            if not apart:
                yield from (Finding(Problem.EMPTY_PARAGRAPH, one.id, 0, len(one.text)) for one in waiting)
            waiting = []


def _numbers(blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """Numbers of headings out of order, and levels left out.

    Below a higher heading a level may begin anew or go on counting; it may begin anew at 1 where a second
    part of the text does. A level may be left out everywhere (一、 then 1.: the guide to GB/T 9704-2012
    allows it), not here and there.
    """
    headings = list(_headings(blocks))
    used = {number.level for _, number in headings if number}
    last: dict[int, int] = {}
    above = 0
    for block, number in headings:
        if number is None:
            last.clear()
            above = 0
            continue
        if above and used.intersection(range(above + 1, number.level)):
            yield Finding(Problem.LEVEL_SKIPPED, block.id, number.start, number.end)
        yield from _order(block, number, last)
        for deeper in range(number.level + 1, 5):
            last[deeper] = -abs(last.get(deeper, 0))  # may go on or begin anew
        last[number.level] = number.value
        above = number.level


def _headings(blocks: tuple[Block, ...]) -> Iterator[tuple[Paragraph, Number | None]]:
    """Every heading with its number; None where it has none, or one of another level: that parts the text."""
    for block in blocks:
        level = LEVELS.get(block.role) if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and level is not None:
            number = number_of(block.text)
            yield block, number if number and number.level == level else None


def _order(block: Paragraph, number: Number, last: dict[int, int]) -> Iterator[Finding]:
    before = last.get(number.level, 0)
    if number.value == abs(before) + 1 or (number.value == 1 and before != 1):
        return
    kind = Problem.NUMBER_REPEATS if number.value == before else Problem.NUMBER_JUMPS
    yield Finding(kind, block.id, number.start, number.end)


def _letter(article: Article) -> Iterator[Finding]:
    """A salutation after the text has begun, a signature without date, a date without signature.

    Only what begins with a salutation is a letter; elsewhere a unit's name or a date alone are quite usual.
    """
    roles = [(block.role, block) for block in article.paragraphs() if block.text.strip()]
    salutation = next((place for place, (role, _) in enumerate(roles) if role is Role.SALUTATION), None)
    if salutation is None:
        return
    if any(role not in _BEFORE_SALUTATION for role, _ in roles[:salutation]):
        block = roles[salutation][1]
        yield Finding(Problem.SALUTATION_NOT_FIRST, block.id, 0, len(block.text))
        return
    after = roles[salutation:]
    signed = [block for role, block in after if role is Role.SIGNATURE]
    dated = [block for role, block in after if role is Role.DATE]
    if signed and not dated and not any(_DATE.search(block.text) for block in signed):
        yield Finding(Problem.NO_DATE, signed[-1].id, 0, len(signed[-1].text))
    if dated and not signed:
        yield Finding(Problem.NO_SIGNATURE, dated[-1].id, 0, len(dated[-1].text))
