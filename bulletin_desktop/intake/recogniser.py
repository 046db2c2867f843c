"""Text to labelled lines: where articles begin, and what each line is.

Recognition is a proposal for a person: what is uncertain carries a doubt, and every line of the
input, blank ones too, is in the result exactly once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bulletin_desktop.document.model import Table
from bulletin_desktop.intake import boundaries, cleaner, heads, noise, patterns
from bulletin_desktop.intake.cleaner import ALL, Replacements, Rule, Switches
from bulletin_desktop.intake.forms import mark_forms
from bulletin_desktop.intake.frames import mark_frames, without_running_heads
from bulletin_desktop.intake.paragraphs import Para, paragraphs
from bulletin_desktop.intake.readers import text_file
from bulletin_desktop.intake.recognition import Doubt, Label, ReadLine, Recognition, legal
from bulletin_desktop.intake.shapes import Shape
from bulletin_desktop.intake.source import Source
from bulletin_desktop.intake.wrapping import mark_joins

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


def recognise(text: str, source: str = "", switches: Switches = ALL) -> Recognition:
    """Return every line of *text* cleaned and labelled; *source* names where it came from."""
    return recognise_source(text_file.source(text), source, switches)


def recognise_source(
    source: Source, name: str = "", switches: Switches = ALL, replacements: Replacements = ()
) -> Recognition:
    """Do the same for what a reader made of a file; its items are the lines, numbered from 1."""
    items = cleaner.clean(source.items, switches, replacements)
    cleaned = tuple(_first_look(line, switches) for line in items)
    if Rule.WRAPPED_LINES in switches:
        cleaned = mark_joins(cleaned)
    paras, running_heads = without_running_heads(paragraphs(cleaned))
    mark_frames(paras)
    mark_forms(paras)
    _Walk(paras).run()
    lines = _written_back(cleaned, [*paras, *running_heads])
    return Recognition(name, lines, told=source.told, comments=source.comments)


def _first_look(line: ReadLine, switches: Switches) -> ReadLine:
    if line.content is not None:
        return replace(line, label=Label.TABLE if isinstance(line.content, Table) else Label.PICTURE)
    if not line.text.strip():
        return replace(line, label=Label.BLANK)
    why = noise.set_aside(line.text, switches)
    return replace(line, label=Label.ASIDE, why=why) if why else line


def _written_back(lines: Sequence[ReadLine], paras: Sequence[Para]) -> tuple[ReadLine, ...]:
    result = list(lines)
    for para in paras:
        for index in range(para.first, para.last + 1):
            line = result[index]
            if line.label in (Label.BLANK, Label.ASIDE) or line.content is not None:
                continue
            if para.label is Label.ASIDE:
                result[index] = replace(line, label=Label.ASIDE, why=para.why, doubt=Doubt.NONE)
                continue
            leads = index == para.first
            doubt = (
                para.doubt if (index == para.last if para.doubt is Doubt.CUT_OFF else leads) else Doubt.NONE
            )
            result[index] = replace(
                line, label=para.label, starts=para.starts and leads, doubt=doubt or line.doubt
            )
    return legal(result)


_KICKER = 16  # characters of a kicker that ends in ：
_NEAR = 200  # paragraphs within which the numbers of one article follow each other


class _Walk:
    """One pass over the paragraphs, article by article."""

    def __init__(self, paras: list[Para]) -> None:
        self._paras = paras
        self._manner = boundaries.habits(paras)
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
            article = self._paras[max(self._start, position - _NEAR) : position]
            company = boundaries.company(self._paras, self._start, end - 1)
            rest = self._paras[end : end + _NEAR]
            score = boundaries.weigh(gap, article, rest, self._manner, company)
            self._begin_or_not(gap, score)

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
        if headline and score >= boundaries.BEGINS:
            heads.label_head(gap)
            if score < boundaries.SURE:
                gap.head[0].doubt = Doubt.BOUNDARY
            self._begin(gap.head[0])
            return
        heads.label_tail([para for para in gap.head if para not in headline], at_end=False)
        for para in headline:
            para.label = self._bare_heading(para) if len(headline) == 1 else Label.BODY
            para.doubt = Doubt.BOUNDARY if score >= boundaries.SURELY_NOT else Doubt.NONE

    def _bare_heading(self, line: Para) -> Label:
        """Return the level of a heading without a number, below the numbered ones above it, or text.

        An exclamation is text, and so is what alone stands between two numbered headings: a time, a motto.
        """
        around = self._paras[line.place - 1 : line.place + 2 : 2]
        if line.text.endswith(("！", "!")) or all(para.shape is Shape.HEADING for para in around):
            return Label.BODY
        above = self._paras[self._start : line.place]
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
            if (opens and patterns.is_address(para.text)) or patterns.CALL.match(para.text):
                para.label = Label.SALUTATION
                self._letter = True
        elif para.shape is Shape.ATTACHMENT:
            para.label = Label.ATTACHMENT
        elif para.shape in (Shape.HEADING, Shape.NUMBERED):
            self._number(para, before, after)

    def _number(self, para: Para, before: Para | None, after: Para | None) -> None:
        if before and before.label is Label.ATTACHMENT and para.level == 3 and not para.text.endswith("。"):
            para.label = Label.ATTACHMENT
        elif para.shape is Shape.HEADING and not _is_listed(para, before, after):
            para.label = _HEADINGS[para.level - 1]


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
    )
