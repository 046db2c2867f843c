"""Does a headline-like block begin an article, or is it a heading inside one? Evidence is weighed.

The weights were set on the bulletins in tests/intake/bulletins, which print what they yield.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bulletin_desktop.intake import appearance, patterns
from bulletin_desktop.intake.characters import HAN, is_name
from bulletin_desktop.intake.heads import Gap
from bulletin_desktop.intake.looks import Setting
from bulletin_desktop.intake.paragraphs import Para
from bulletin_desktop.intake.shapes import Shape
from bulletin_desktop.values import dataclass

BEGINS = 2.0  # from here on it begins an article
_MARK = re.compile("[，、：“”]")
_LIST = re.compile("一是|首先|第一|一要")
_VERSE = re.compile(f"[{HAN}]{{3,9}}[，、][{HAN}]{{3,9}}[。；！？]$|[{HAN}]{{3,9}}[，。；！？]$")
_FAMILY = 12  # paragraphs within which headings of one level stand
_STANDS = 2.5  # of `_by_itself`: from here on a line is a headline wherever it stands
_REACH = 40  # paragraphs in which other bare lines are looked for
_OPENING = 60  # characters of a text in which it takes up its headline


@dataclass(frozen=True, slots=True)
class Habits:
    """How this input is laid out as a whole."""

    spaced: bool  # paragraphs are parted by blank lines, so that these say nothing
    credited: bool  # articles end with a credit
    sectioned: bool  # it has sections
    setting: Setting | None = None  # how it is set, if it is set at all
    paged: bool = False  # pages were broken on purpose, none of them in the middle of text


def habits(paras: Sequence[Para], setting: Setting | None) -> Habits:
    """Look over the whole input."""
    pairs = [(one, two) for one, two in pairwise(paras) if one.is_prose and two.is_prose]
    spaced = (
        sum(two.blanks > 0 for _, two in pairs) > 0.5 * len(pairs)
        if pairs
        else any(para.blanks for para in paras)
    )
    credited = sum(
        para.shape is Shape.CREDIT or bool(patterns.INLINE_CREDIT.search(para.text[-40:])) for para in paras
    )
    sectioned = any(
        para.shape is Shape.SECTION or (para.shape is Shape.SHORT and patterns.is_section_word(para.text))
        for para in paras
    )
    pages = [para for para in paras if para.look.new_page and para.place]
    paged = bool(pages) and not any(para.is_prose for para in pages)
    return Habits(spaced, credited >= 3, sectioned, setting, paged)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a block.

    *article* is what the present article has so far, *rest* what follows the block; neither is empty.
    *company* is what the other bare lines near by say, *own* the line that stands out most of the present
    headline, *family* the number of lines that look like the block.
    """

    article: Sequence[Para]
    rest: Sequence[Para]
    company: float = 0.0
    own: Para | None = None
    family: int = 0


def weigh(gap: Gap, around: Around, manner: Habits) -> float:
    """Return the evidence that *gap*'s head begins an article."""
    headline = gap.headline
    if not headline:
        return 0.0
    article, rest = around.article, around.rest
    score = 1.5 + _by_itself(headline, rest) + _layout(gap, manner) + _preceding(gap, article[-1], manner)
    if not appearance.is_plain(headline, manner.setting):
        score += _extras(gap)
    score += appearance.weigh(headline, around.own, around.family, manner.setting)
    if manner.setting is not None and appearance.is_set_anew(article, rest):
        score += 3.0
    if len(headline) == 1 and has_sibling(headline[0], article, rest):
        score -= 2.5
    elif len(headline) == 1 and (_is_quoted(headline[0].text) or not patterns.is_subhead(headline[0].text)):
        score += around.company
    if _numbering_goes_on(article, rest):
        score -= 5
    return score


def company(paras: Sequence[Para], start: int, place: int) -> float:
    """Return what it says that bare lines without a number stand near the one at *place* or do not.

    Headings inside an article come in rows; a line alone among much text, or among headings worded as such,
    is rather the next headline. The article so far began at *start*.
    """
    near = sum(_is_bare(paras, at) for at in range(place - 1, max(start, place - _REACH), -1))
    for at in range(place + 1, min(len(paras) - 1, place + _REACH)):
        if paras[at].shape in (Shape.DIVIDER, Shape.SECTION):
            break
        if _is_bare(paras, at):
            if _by_itself([paras[at]], paras[at + 1 : at + 3]) >= _STANDS:
                break
            near += 1
    return (1.0, 0.0, -0.5)[min(near, 2)]


def _is_bare(paras: Sequence[Para], at: int) -> bool:
    alone = paras[at].shape is Shape.SHORT and paras[at + 1].is_prose and at > 0 and paras[at - 1].is_prose
    return alone and not patterns.is_subhead(paras[at].text)


def _by_itself(headline: Sequence[Para], rest: Sequence[Para]) -> float:
    """Weigh a block and the text below it, whatever stands above."""
    below = 2.5 if rest[0].after_noise else 0.0  # source, time and clicks stand below a headline
    return below + _wording(headline) + _following(headline, rest) + _echo(headline, rest[0])


def _wording(headline: Sequence[Para]) -> float:
    text = "".join(para.text for para in headline)
    score = 0.0
    if patterns.EVENT.search(text):
        score += 1.5
    if patterns.ENTITY.match(text) or _names_person(text.split("：")[0]):  # 吴桂兰：三十年守护一方健康
        score += 1
    if patterns.URGES.search(text):
        score += 1.5
    if patterns.BULLET.match(text) or patterns.IN_COLUMN.match(text):
        score += 2
    if patterns.TITLE_KIND.search(text):
        score += 2.5
    if len(headline) == 1 and patterns.is_subhead(text) and not _is_quoted(text):
        score -= 1.5
    if len(text) <= 8:
        score -= 1
    return score


def _is_quoted(text: str) -> bool:
    return text.startswith("“")


def _names_person(text: str) -> bool:
    return is_name(text) or patterns.is_person(text)


def _echo(headline: Sequence[Para], after: Para) -> float:
    """Weigh what the first sentence takes up of the headline: who it is about, or four characters of it."""
    text = "".join(para.text for para in headline)
    opening = after.text[:_OPENING]
    subject = opening.partition("，")[0]
    if 2 <= len(subject) <= 4 and subject in text:
        return 2.0
    if len(headline) == 1 and patterns.is_subhead(text):
        return 0.0
    return 1.0 if any(text[place : place + 4] in opening for place in range(len(text) - 3)) else 0.0


def _following(headline: Sequence[Para], rest: Sequence[Para]) -> float:
    after = rest[0]
    text = after.text
    if len(rest) > 1 and all(_VERSE.match(para.text) for para in rest[:2]):
        return 4.0
    if after.shape is Shape.COLON:
        return 3 if patterns.is_address(text) else 0
    if after.shape in (Shape.HEADING, Shape.NUMBERED):
        return 1.5 if after.number == 1 else -2
    return _opening(headline, text)


def _opening(headline: Sequence[Para], text: str) -> float:
    """Weigh how the text below begins: as an article does, or as one that goes on."""
    if patterns.LEAD.match(text):
        return 3
    if patterns.CONTINUES.match(text):  # a list may also be a whole text: …五举措做好…工作, 一是…
        return 0.0 if _LIST.match(text) and patterns.ENTITY.match(headline[0].text) else -2.5
    if patterns.LEAD_INSIDE.search(text):
        return 2.5
    return 1.0 if patterns.SOFT_LEAD.match(text) else 0.0


def _extras(gap: Gap) -> float:
    """Weigh what only a headline carries: a subtitle, an author, a date, a note, several lines."""
    headline = gap.headline
    extras = [para for para in gap.head if para not in headline]
    score = (0.0, 3.0, 4.0)[min(2, len(extras))]
    if len(headline) > 1:
        score += 1 + (2 if patterns.is_person(headline[-1].text) else 0)
    return score


def _layout(gap: Gap, manner: Habits) -> float:
    blanks = gap.head[0].blanks
    score = 3.0 if manner.paged and gap.head[0].look.new_page else 0.0
    score += 1.5 if gap.head[0].after_noise else 0.0
    if manner.spaced:
        return score + (1.5 if blanks > 1 else 0.0)
    return score + (2.0 if blanks else 0.0)


def _preceding(gap: Gap, before: Para, manner: Habits) -> float:
    if gap.tail or patterns.INLINE_CREDIT.search(before.text[-40:]):
        return 4.0
    score = -1.5 if manner.credited else 0.5 if manner.sectioned else 0.0
    if before.shape is Shape.ATTACHMENT:
        score -= 4
    if before.text.endswith(("：", ":", "，", "、", "；")):
        score -= 5
    return score


def has_sibling(line: Para, article: Sequence[Para], rest: Sequence[Para]) -> bool:
    """Say whether a line near by is built alike: 渠道畅，让群众“点单”快 / 选题准，让委员“接单”稳."""
    if patterns.ENTITY.match(line.text):
        return False
    near = [*article[-_FAMILY:], *rest[:_FAMILY]]
    return any(other.shape is Shape.SHORT and _built_alike(line.text, other.text) for other in near)


def _built_alike(one: str, two: str) -> bool:
    """Say whether the marks are the same, the pieces nearly of one length, two characters common."""
    if len(_MARK.findall(one)) >= 3 and one != two and _is_parallel(one, two):
        return True
    if one != two and _MARK.search(one) and patterns.is_subhead(one) and _is_parallel(one, two):
        return True
    eventful = bool(patterns.EVENT.search(one))
    if one != two and len(one) == len(two) and one[: 1 + eventful] == two[: 1 + eventful]:
        return True
    if eventful or one == two or not _MARK.search(one) or not _is_parallel(one, two):
        return False
    pieces = zip(_MARK.split(one), _MARK.split(two), strict=True)
    common = sum(len(set(left) & set(right)) for left, right in pieces)
    return common >= (1 if len(one) == len(two) else 2)


def _is_parallel(one: str, two: str) -> bool:
    """Say whether the marks are the same and the pieces between them nearly of one length."""
    if _MARK.findall(one) != _MARK.findall(two):
        return False
    pieces = zip(_MARK.split(one), _MARK.split(two), strict=True)
    return all(abs(len(left) - len(right)) <= 1 for left, right in pieces)


def _numbering_goes_on(article: Sequence[Para], rest: Sequence[Para]) -> bool:
    """Say whether the first number of *rest* counts on from the last of *article*: 二、 … 三、."""
    for level in (1, 2):
        last = next((para.number for para in reversed(article) if para.level == level), 0)
        coming = next((para.number for para in rest if para.level == level), 0)
        if last and coming == last + 1:
            return True
    return False
