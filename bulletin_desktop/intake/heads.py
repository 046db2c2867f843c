"""The short lines between two stretches of text, and whose they are.

A gap is what stands between text and text. Its first part may be the tail of the article before
(credit, signature, date), its last the head of the next (section, kicker, headline, subtitle,
author). `part` divides it; whether the head begins an article is weighed in `boundaries`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from bulletin_desktop.document.model import CellAlign
from bulletin_desktop.intake import looks, patterns
from bulletin_desktop.intake.characters import HAN, could_be_name
from bulletin_desktop.intake.paragraphs import Para
from bulletin_desktop.intake.recognition import Doubt, Label, Why
from bulletin_desktop.intake.shapes import Shape
from bulletin_desktop.values import dataclass

_WHOLE = 8  # characters from which on a line may be a headline by itself
_SECTION_NAME = re.compile(f"[{HAN}]{{4}}$|[{HAN}](?:\\s+[{HAN}]){{1,3}}$")
_MOST = 3  # lines of a headline that nobody wonders about
_SIGNATURE = 30  # characters of a line at the right that signs
_HARD = (Shape.DIVIDER, Shape.SECTION)
_FAR_RIGHT = 12  # columns of indent that put a line at the right
_KICKER = re.compile(
    r"(?:：|——|(?:会|会议|活动|座谈|调研|视察|考察|检查|督导|督查|慰问|走访|讲话|时|中|上|后)时?"
    r"(?:强调|指出|要求|提出)"
    r"|[（(]?.{0,12}系列(?:报道|之).{0,8}[)）]?|[【〖].{2,16}[】〗]"
    r"|.{2,14}(?:材料|报道|专题|综述|观察|访谈|解读|述评|评论|调研|风采|故事)(?:之|[（(])?[一二三四五六七八九十0-9]{1,2}[)）]?)$"
)


@dataclass(slots=True)
class Gap:
    """A gap, divided. *hard* are sections, what is set aside, and anything caught among them."""

    tail: list[Para] = field(default_factory=list)
    hard: list[Para] = field(default_factory=list)
    head: list[Para] = field(default_factory=list)

    @property
    def headline(self) -> list[Para]:
        """The first run of short lines of the head: the headline, as far down as its lines stand out."""
        lines: list[Para] = []
        for para in self.head:
            if para.shape is Shape.SHORT:
                lines.append(para)
            elif lines:
                break
        standing = [place for place, para in enumerate(lines) if para.prominence >= looks.TITLE]
        return lines[: standing[-1] + 1] if standing else lines


def part(
    items: Sequence[Para], before: Para | None, after: Para | None, letter: bool, sectioned: bool
) -> Gap:
    """Divide *items*. *letter* says that the article before has a salutation, so that a signature is due.

    *sectioned* says that the input has sections, so that an unknown short line may name one.
    """
    places = [index for index, para in enumerate(items) if para.shape in _HARD]
    if places:
        return _with_bare_section(_around(items, places[0], places[-1], before, letter), sectioned)
    if before is None:
        return _with_bare_section(Gap(head=list(items)), sectioned)
    if after is None:
        return Gap(tail=list(items))
    length = _tail_length(items, letter and not before.text.endswith("："))
    if not sectioned:
        length = max(length, _apart_length(items, after))
    return _with_bare_section(Gap(tail=list(items[:length]), head=list(items[length:])), sectioned)


def _apart_length(items: Sequence[Para], after: Para) -> int:
    """Return how many leading lines blank lines keep apart from a headline that stands close on its text.

    On web pages these are what pictures show: 委员交流发言, with blank lines around.
    """
    if after.blanks or not all(para.shape is Shape.SHORT for para in items):
        return 0
    places = [index for index, para in enumerate(items) if index and para.blanks]
    return places[-1] if places and items[0].blanks else 0


def _around(items: Sequence[Para], first: int, last: int, before: Para | None, letter: bool) -> Gap:
    """Divide at what is set aside; a rule or an editor's line below a headline does not part it off."""
    tail, hard, head = list(items[:first]), list(items[first : last + 1]), list(items[last + 1 :])
    below = all(para.why in (Why.SEPARATOR, Why.IMPRINT) for para in hard)
    if below and tail and not any(para.shape is Shape.SHORT for para in head):
        length = _tail_length(tail, letter) if before is not None else 0
        if any(para.shape is Shape.SHORT for para in tail[length:]):
            return Gap(tail[:length], hard, tail[length:] + head)
    if before is None:  # nothing yet that these could be the tail of
        return Gap(hard=tail + hard, head=head)
    return Gap(tail, hard, head)


def _with_bare_section(gap: Gap, sectioned: bool) -> Gap:
    headline = gap.headline
    if len(headline) < 2 or gap.head[0] is not headline[0]:
        return gap
    first, second = headline[:2]
    known = patterns.is_section_word(first.text)
    bare = patterns.BULLET.sub("", first.text, count=1)
    set_off = bare != first.text and not patterns.BULLET.match(second.text)
    likely = set_off or (sectioned and len(second.text) >= _WHOLE)
    if not known and not (likely and _may_name_section(bare)):
        return gap
    first.shape = Shape.SECTION
    first.doubt = Doubt.NONE if known else Doubt.ROLE
    return Gap(gap.tail, [*gap.hard, first], gap.head[1:])


def _may_name_section(text: str) -> bool:
    return bool(_SECTION_NAME.match(text)) and not (
        patterns.is_signer(text) or patterns.TITLE_KIND.search(text)
    )


def _tail_length(items: Sequence[Para], letter: bool) -> int:
    """Return how many of *items* end the article before."""
    strong = 0
    for index, para in enumerate(items):
        if _closes(para) and _is_signed_next(items, index):
            continue
        if index == 0 and _is_last_word(para, items[1:2]):
            strong = 1
            continue
        if _ends_article(para, index):
            strong = index + 1
        elif letter and _stands_above_date(para, items[index + 1 :]):
            continue
        elif para.shape is not Shape.SHORT or not _signs(para):
            break
    return strong or _unsigned_length(items, letter)


def _stands_above_date(para: Para, below: Sequence[Para]) -> bool:
    """Say whether it is a short line right above a date, as whoever signs is, whatever they are called."""
    short = para.shape is Shape.SHORT and len(para.text) <= _SIGNATURE and not _closes(para)
    return short and bool(below) and below[0].shape is Shape.DATE


def _unsigned_length(items: Sequence[Para], letter: bool) -> int:
    """Return how many leading units or names sign the article before although no date follows them."""
    length = 0
    for index, para in enumerate(items[:-1]):
        below = items[index + 1]
        if para.shape is not Shape.SHORT or not _signs(para) or patterns.CONTINUES_HEADLINE.match(below.text):
            break
        if letter or para.indent >= _FAR_RIGHT or below.blanks > para.blanks:
            length = index + 1
    return length


def _ends_article(para: Para, index: int) -> bool:
    """Say whether such a line ends an article wherever it stands among short lines after a text."""
    if para.shape in (Shape.SIGNED, Shape.DATE):
        return not patterns.DATE_IN_BRACKETS.match(para.text)
    return para.shape is Shape.CREDIT or (
        para.shape is Shape.BRACKETS and index == 0 and not _KICKER.search(para.text)
    )


def _closes(para: Para) -> bool:
    """Say whether it may be a last sentence above a signature: 祝大家身体健康！."""
    return para.shape is Shape.SHORT and bool(patterns.SENTENCE_END.search(para.text))


def _is_last_word(para: Para, below: Sequence[Para]) -> bool:
    """Say whether it is a whole sentence above a headline: 会议到此结束，散会！."""
    alone = _closes(para) and "，" in para.text and para.text.endswith("！")
    return alone and bool(below) and below[0].shape is Shape.SHORT


def _is_signed_next(items: Sequence[Para], index: int) -> bool:
    below = items[index + 1] if index + 1 < len(items) else None
    return below is not None and (below.shape in (Shape.DATE, Shape.SIGNED) or _signs(below))


def _signs(para: Para) -> bool:
    if looks.is_right(para.look) and len(para.text) <= _SIGNATURE:
        return True
    return bool(patterns.SIGNED_BY.match(para.text)) or patterns.is_signer(para.text)


def _names_someone(para: Para) -> bool:
    inside = para.text[1:-1].strip()
    return patterns.is_signer(inside) or could_be_name(inside)


def label_tail(tail: Sequence[Para], at_end: bool) -> None:
    """Label what ends an article; *at_end* says that nothing follows in the whole input."""
    above: Para | None = None
    for index, para in enumerate(tail):
        credited = above is not None and above.label is Label.CREDIT and could_be_name(para.text)
        above = para
        if credited or para.shape is Shape.CREDIT or (para.shape is Shape.BRACKETS and _names_someone(para)):
            para.label = Label.CREDIT
        elif para.shape is Shape.DATE:
            para.label = Label.DATE
        elif para.shape is Shape.SIGNED or _signs(para):
            para.label = Label.SIGNATURE if _is_signature(para, tail) else Label.CREDIT
        elif _stands_above_date(para, tail[index + 1 :]):
            para.label = Label.SIGNATURE
        elif para.shape is Shape.NOTE:
            para.label = Label.NOTE
        elif at_end and not patterns.SENTENCE_END.search(para.text):
            para.doubt = Doubt.ROLE


def _is_signature(para: Para, tail: Sequence[Para]) -> bool:
    """Tell who signs from who wrote: a unit with a person behind it, no date anywhere, is who wrote it."""
    if para.shape is Shape.SIGNED or any(other.shape in (Shape.DATE, Shape.SIGNED) for other in tail):
        return True
    return not patterns.names_author(para.text)


def label_head(gap: Gap) -> None:
    """Label headline, kicker, subtitle, note, author and date of a head that begins an article."""
    lines = gap.headline
    if len(lines) > 1 and _is_author(lines[-1], lines):
        lines.pop().label = Label.CREDIT
    for para in lines:
        para.label = Label.HEADLINE
    if len(lines) > _MOST:  # rather a list of contents, or what pictures show
        lines[0].doubt = Doubt.ROLE
    if len(lines) > 1 and patterns.tells_presence(lines[-1].text):  # 程晓岚主持　郑望舒出席
        lines.pop().label = Label.SUBTITLE
    if len(lines) > 1 and _KICKER.search(lines[0].text):
        lines[0].label = Label.KICKER
    _label_by_size(lines)
    above = Label.HEADLINE
    for para in gap.head:
        if para not in lines and para.label is not Label.CREDIT:
            para.label = _head_label(para)
            if above is Label.NOTE and para.shape is Shape.SHORT and para.label is Label.SUBTITLE:
                para.label = Label.HEADING1  # the text has begun behind the editor's note
            if above is Label.SUBTITLE and para.shape is Shape.SHORT and para.label is Label.SUBTITLE:
                para.label, para.doubt = Label.CREDIT, Doubt.ROLE  # who wrote it stands below a subtitle
        above = para.label


def _label_by_size(lines: Sequence[Para]) -> None:
    """Let smaller lines above the largest of a headline be its kicker, smaller ones below its subtitle."""
    sizes = [para.look.size for para in lines]
    largest = max(sizes, default=0.0)
    if min(sizes, default=0.0) > largest - 1 or not all(sizes):
        return
    main = [place for place, size in enumerate(sizes) if size > largest - 1]
    for place, para in enumerate(lines):
        if para.look.size <= largest - 1:
            para.label = Label.KICKER if place < main[0] else Label.SUBTITLE


def _is_author(para: Para, lines: Sequence[Para]) -> bool:
    """Say whether the last short line names who wrote it: a person, or a unit under a whole title."""
    if patterns.is_person(para.text) or patterns.names_author(para.text) or patterns.BULLET.match(para.text):
        return not patterns.BULLET.match(lines[0].text)
    above = lines[-2].text
    if could_be_name(para.text) and not patterns.TITLE_KIND.search(para.text) and len(above) >= 5:
        return True
    whole = len(above) >= 6 or len(lines) > 2
    return whole and patterns.is_signer(para.text) and not patterns.is_unit(above)


def _is_left_heading(para: Para) -> bool:
    """Say whether a short line below a headline is a heading by its look: bold or so, and at the left."""
    return para.look.align is CellAlign.LEFT and para.prominence >= looks.HEADING


def _head_label(para: Para) -> Label:
    if para.shape is Shape.BRACKETS:
        if patterns.DATE.search(para.text):  # （2024年1月19日…会议通过）
            return Label.DATE
        return Label.CREDIT if patterns.is_signer(para.text[1:-1].strip()) else Label.SUBTITLE
    if para.shape is Shape.SHORT:
        if _signs(para) or could_be_name(para.text):
            return Label.CREDIT
        return Label.HEADING1 if _is_left_heading(para) else Label.SUBTITLE
    return {
        Shape.DASHED: Label.SUBTITLE,
        Shape.DATE: Label.DATE,
        Shape.SIGNED: Label.SIGNATURE,
        Shape.CREDIT: Label.CREDIT,
        Shape.NOTE: Label.NOTE,
        Shape.COLON: Label.KICKER,
    }[para.shape]
