"""How sure recognition is of a line: the share of such lines that are right.

The figures were set on the bulletins in tests/intake/bulletins, on their articles in other company, and on
official texts of other people's; tests/bench/bench_recognition.py prints how far they hold.
"""

from __future__ import annotations

import math

from bulletin_desktop.intake import boundaries, looks
from bulletin_desktop.intake.looks import Setting
from bulletin_desktop.intake.paragraphs import Para
from bulletin_desktop.intake.recognition import Doubt, Label, ReadLine, Why
from bulletin_desktop.intake.shapes import Shape

DOUBTFUL = 0.78  # below this a person is asked
_SLOPE = 0.8  # how fast evidence turns into certainty
_LONG = 30  # characters of a line that is text whatever else may be

_BELOW = (Label.CREDIT, Label.SUBTITLE, Label.DATE, Label.NOTE)  # a headline's doubt is theirs
_HEADINGS = (Label.HEADING1, Label.HEADING2, Label.HEADING3, Label.HEADING4)

_ASIDE = {
    Why.WEB_NOISE: 0.97,
    Why.PAGE_NUMBER: 0.99,
    Why.SEPARATOR: 0.98,
    Why.IMPRINT: 0.97,
    Why.MASTHEAD: 0.93,
    Why.CONTENTS: 0.93,
    Why.FORM: 0.95,
}
_BODY = {
    Shape.PROSE: 0.95,
    Shape.NUMBERED: 0.98,
    Shape.FIXED: 0.97,
    Shape.COLON: 0.95,
    Shape.HEADING: 0.9,
    Shape.SHORT: 0.7,
}
_LABELS = {
    Label.SALUTATION: 0.98,
    Label.DATE: 0.98,
    Label.NOTE: 0.97,
    Label.ATTACHMENT: 0.97,
    Label.CAPTION: 0.97,
    Label.QUOTE: 0.97,
    Label.SECTION: 0.95,
    Label.SIGNATURE: 0.93,
    Label.KICKER: 0.88,
}
# The shape a label usually has, how sure it is with that, and with any other.
_SHAPED = {
    Label.HEADLINE: (Shape.SHORT, 0.96, 0.85),
    **dict.fromkeys(_HEADINGS, (Shape.HEADING, 0.98, 0.9)),
    Label.SUBTITLE: (Shape.DASHED, 0.97, 0.78),
    Label.CREDIT: (Shape.CREDIT, 0.97, 0.88),
}


def rate(para: Para, setting: Setting | None) -> float:
    """Return how sure label and beginning of a paragraph are."""
    sure = _begun(para) * _by_label(para)
    if para.doubt is Doubt.NO_HEADLINE:
        sure = min(sure, 0.8)
    elif para.doubt is Doubt.ROLE:
        sure = min(sure, 0.72)
    if setting is not None and setting.title is not None:
        sure *= _agreement(para)
    return round(sure, 3)


def doubt(para: Para, confidence: float) -> Doubt:
    """Return what a person is asked about a paragraph, if anything."""
    if para.doubt is not Doubt.NONE or confidence >= DOUBTFUL or para.label is Label.ASIDE:
        return para.doubt
    if para.score is None:
        return Doubt.ROLE
    return Doubt.NONE if para.label in _BELOW else Doubt.BOUNDARY


def rate_aside(line: ReadLine) -> float:
    """Return the same for a line that was set aside by itself."""
    return _ASIDE.get(Why(line.why), 1.0)


def _begun(para: Para) -> float:
    """Return how sure it is that an article begins there, or that none does, where that was weighed."""
    if para.score is None:
        return 1.0
    margin = para.score - boundaries.BEGINS
    return 1 / (1 + math.exp(-_SLOPE * abs(margin)))


def _by_label(para: Para) -> float:
    label, shape = para.label, para.shape
    if label is Label.ASIDE:
        return _ASIDE.get(para.why, 0.95)
    if label is Label.BODY:
        long = len(para.text) >= _LONG and shape is Shape.PROSE
        return 0.99 if long else _BODY.get(shape, 0.8)
    usual, likely, else_ = _SHAPED.get(label, (shape, _LABELS.get(label, 0.95), 0.0))
    return likely if shape is usual else else_


def _agreement(para: Para) -> float:
    """Return less than 1 where the look of a line contradicts what was made of it."""
    if para.label is Label.HEADLINE and para.prominence < looks.HEADING:
        return 0.7
    if para.label is Label.BODY and para.prominence >= looks.TITLE and para.shape is not Shape.FIXED:
        return 0.6
    return 1.0
