"""One pass over the paragraphs: where articles begin, and what each paragraph is."""

from __future__ import annotations

import re

from bulletin_desktop.intake import appearance, boundaries, heads, looks, patterns
from bulletin_desktop.intake.characters import has_han
from bulletin_desktop.intake.looks import Setting
from bulletin_desktop.intake.paragraphs import Para
from bulletin_desktop.intake.recognition import Doubt, Label
from bulletin_desktop.intake.shapes import Shape

_BETWEEN = (
    Shape.SHORT,
    Shape.BRACKETS,
    Shape.DASHED,
    Shape.DATE,
    Shape.SIGNED,
    Shape.CREDIT,
    Shape.NOTE,
    Shape.SECTION,
    Shape.DIVIDER,
)
_HEADINGS = (Label.HEADING1, Label.HEADING2, Label.HEADING3, Label.HEADING4)
_KICKER = 16  # characters of a kicker that ends in ：
_TOP = 8  # paragraphs from an article's first among which its headline is
_NEAR = 200  # paragraphs within which the numbers of one article follow each other


class Walk:
    """One pass over the paragraphs, article by article."""

    def __init__(self, paras: list[Para], setting: Setting | None) -> None:
        self._paras = paras
        self._setting = setting
        self._manner = boundaries.habits(paras, setting)
        self._start = 0  # index of the current article's first paragraph
        self._open = False  # whether an article has begun
        self._letter = False  # whether the current article has a salutation

    def run(self) -> None:
        """Label all paragraphs."""
        position = 0
        while position < len(self._paras):
            end = self._gap_end(position)
            if end > position or not self._open:
                self._gap(position, end)
            if end < len(self._paras):
                self._text(end)
            position = end + 1
        self._close(len(self._paras))

    def _gap_end(self, position: int) -> int:
        while position < len(self._paras) and (
            self._paras[position].shape in _BETWEEN or self._is_kicker(position)
        ):
            position += 1
        return position

    def _is_kicker(self, position: int) -> bool:
        """Say whether the line is a kicker ending in ： above a headline, no address or announcement."""
        para = self._paras[position]
        below = self._paras[position + 1] if position + 1 < len(self._paras) else None
        if para.shape is not Shape.COLON or below is None or below.shape is not Shape.SHORT:
            return False
        return (
            len(para.text) <= _KICKER
            and not patterns.is_address(para.text)
            and not patterns.announces(para.text)
        )

    def _gap(self, position: int, end: int) -> None:
        """Settle paragraphs [position, end), which stand between text and text."""
        items = self._paras[position:end]
        before = self._paras[position - 1] if self._open else None
        after = self._paras[end] if end < len(self._paras) else None
        gap = heads.part(items, before, after, self._letter, self._manner.sectioned)
        heads.label_tail(gap.tail, at_end=after is None)
        self._settle_hard(gap)
        if after is None:
            if gap.head:
                self._trailing(gap)
            return
        if before is None or gap.hard:
            self._begin_surely(gap, after)
        elif gap.head:
            self._begin_or_not(gap, boundaries.weigh(gap, self._around(gap, position, end), self._manner))

    def _around(self, gap: heads.Gap, position: int, end: int) -> boundaries.Around:
        article = self._paras[max(self._start, position - _NEAR) : position]
        own = [para for para in self._paras[self._start : self._start + _TOP] if para.label is Label.HEADLINE]
        place = gap.headline[0].place if gap.headline else position
        return boundaries.Around(
            article,
            self._paras[end : end + _NEAR],
            boundaries.company(self._paras, self._start, end - 1),
            max(own, key=lambda para: para.prominence, default=None),
            appearance.family(self._paras, self._start, place) if self._setting else 0,
        )

    def _settle_hard(self, gap: heads.Gap) -> None:
        before = None
        for para in gap.hard:
            if para.shape is Shape.DIVIDER:
                para.label = Label.ASIDE
            elif para.shape is Shape.SECTION:
                para.label = Label.SECTION
            else:  # caught between two dividers: a headline without a text, or a piece of a masthead
                para.label = Label.HEADLINE
                if before is None or before.shape in (Shape.DIVIDER, Shape.SECTION):
                    para.starts, para.doubt = True, Doubt.BOUNDARY
            before = para

    def _trailing(self, gap: heads.Gap) -> None:
        """Short lines after the last divider: of an article without text, if anything."""
        for para in gap.head:
            para.doubt = Doubt.ROLE
        gap.head[0].starts = True
        gap.head[0].doubt = Doubt.BOUNDARY
        self._begin(gap.head[0])

    def _begin_surely(self, gap: heads.Gap, after: Para) -> None:
        heads.label_head(gap)
        first = gap.head[0] if gap.head else after
        if not gap.headline:
            dividers = [para for para in gap.hard if para.shape is Shape.DIVIDER]
            first.doubt = Doubt.BOUNDARY if dividers and self._open else Doubt.NO_HEADLINE
        self._begin(first)

    def _begin_or_not(self, gap: heads.Gap, score: float) -> None:
        headline = gap.headline
        for para in gap.head:
            para.score = score
        if headline and score >= boundaries.BEGINS:
            heads.label_head(gap)
            self._begin(gap.head[0])
            return
        heads.label_tail([para for para in gap.head if para not in headline], at_end=False)
        for para in headline:
            para.label = self._bare_heading(para) if self._heads_text(headline) else Label.BODY
            para.doubt = Doubt.NONE

    def _heads_text(self, headline: list[Para]) -> bool:
        """Say whether a block that begins no article is a heading in one, by its look or its wording."""
        if len(headline) != 1 or not appearance.is_plain(headline, self._setting):
            return len(headline) == 1
        line = headline[0]
        near = (
            self._paras[max(self._start, line.place - _NEAR) : line.place],
            self._paras[line.place + 1 : line.place + _NEAR],
        )
        return patterns.is_subhead(line.text) or boundaries.has_sibling(line, *near)

    def _bare_heading(self, line: Para) -> Label:
        """Return the level of a heading without a number, below the numbered ones above it, or text.

        A style that names a level does, counted from below the headline's. An exclamation is text, and so is
        what alone stands between two numbered headings: a time, a motto.
        """
        around = self._paras[line.place - 1 : line.place + 2 : 2]
        if line.text.endswith(("！", "!")) or all(para.shape is Shape.HEADING for para in around):
            return Label.BODY
        above = self._paras[self._start : line.place]
        if self._paras[line.place - 1].label is Label.ATTACHMENT:  # what is attached begins
            return Label.HEADING1
        if line.look.level:
            title = max((para.look.level for para in above if para.label is Label.HEADLINE), default=0)
            return _HEADINGS[min(max(line.look.level - title, 1), 4) - 1]
        for para in above:  # those without a number are of one level
            if para.shape is Shape.SHORT and para.label in _HEADINGS:
                return para.label
        levels = [
            para.level for para in above if para.shape is Shape.HEADING and para.label is not Label.BODY
        ]
        return _HEADINGS[min(max(levels, default=0), 3)]

    def _begin(self, first: Para) -> None:
        position = first.place
        self._close(position)
        first.starts = True
        self._open, self._start, self._letter = True, position, False

    def _close(self, end: int) -> None:
        """Doubt an article whose last paragraph stops in the middle of a sentence."""
        if not self._open:
            return
        bodies = [
            para
            for para in self._paras[self._start : end]
            if para.label is not Label.ASIDE and para.label is not Label.SECTION
        ]
        last = bodies[-1] if bodies else None
        if (
            last
            and last.label is Label.BODY
            and last.shape in (Shape.PROSE, Shape.NUMBERED, Shape.COLON)
            and not _is_finished(last.text)
        ):
            last.doubt = Doubt.CUT_OFF

    def _text(self, position: int) -> None:
        """Label one paragraph of text."""
        para = self._paras[position]
        before = self._paras[position - 1] if position else None
        after = self._paras[position + 1] if position + 1 < len(self._paras) else None
        if para.shape is Shape.COLON:
            headless = position == self._start and self._open
            opens = headless or (before is not None and before.label in _HEAD_LABELS)
            named = para.given is Label.SALUTATION
            if named or (opens and patterns.is_address(para.text)) or patterns.CALL.match(para.text):
                para.label = Label.SALUTATION
                self._letter = True
        elif para.shape is Shape.ATTACHMENT:
            para.label = Label.ATTACHMENT
        elif para.shape in (Shape.HEADING, Shape.NUMBERED):
            self._number(para, before, after)
        elif para.given is not None:
            para.label = para.given

    def _number(self, para: Para, before: Para | None, after: Para | None) -> None:
        if before and before.label is Label.ATTACHMENT and para.level == 3 and not para.text.endswith("。"):
            para.label = Label.ATTACHMENT
        elif para.shape is Shape.HEADING and (
            para.prominence >= looks.HEADING or not _is_listed(para, before, after)
        ):
            para.label = _HEADINGS[para.level - 1]


_LATIN_END = re.compile("[a-z][.!?][”\"’')]*$")
_HEAD_LABELS = (Label.HEADLINE, Label.SUBTITLE, Label.DATE, Label.CREDIT, Label.KICKER, Label.NOTE)


def _is_listed(para: Para, before: Para | None, after: Para | None) -> bool:
    """Say whether a numbered line is an item of a list: its neighbours count on without text between."""
    if after is None or after.shape in (Shape.SIGNED, Shape.DATE, Shape.CREDIT):
        return True
    follows = after.level == para.level and after.number == para.number + 1
    leads = (
        before is not None
        and before.level == para.level
        and before.number == para.number - 1
        and before.label is Label.BODY
    )
    alike = before is not None and before.shape is Shape.HEADING
    deeper = after.level > para.level
    sentence = para.text.endswith("。") and not deeper and (after.level or not after.is_prose)
    return bool(follows or sentence or (leads and (alike or para.text.endswith("。"))))


def _is_finished(text: str) -> bool:
    return (
        bool(patterns.SENTENCE_END.search(text))
        or text.endswith(("；", "）", ")", "】", "》", "："))
        or "\t" in text
        or not has_han(text)
        or bool(_LATIN_END.search(text))
    )
