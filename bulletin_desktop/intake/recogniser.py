"""Text to labelled lines: where articles begin, and what each line is.

Recognition is a proposal for a person: what is uncertain carries a doubt, and every line of the
input, blank ones too, is in the result exactly once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bulletin_desktop.document.model import Table
from bulletin_desktop.intake import certainty, cleaner, facts, forms, looks, noise
from bulletin_desktop.intake.cleaner import ALL, Replacements, Rule, Switches
from bulletin_desktop.intake.frames import mark_frames, without_running_heads
from bulletin_desktop.intake.looks import Setting
from bulletin_desktop.intake.paragraphs import Para, paragraphs
from bulletin_desktop.intake.readers import text_file
from bulletin_desktop.intake.recognition import (
    Doubt,
    Label,
    ReadLine,
    Recognition,
    Why,
    legal,
    without_empty_sections,
)
from bulletin_desktop.intake.source import Source, Style
from bulletin_desktop.intake.walk import Walk
from bulletin_desktop.intake.wrapping import mark_joins


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
    setting = looks.settle(paras)
    mark_frames(paras)
    forms.mark_forms(paras)
    setting = looks.with_title(setting, paras)
    Walk(paras, setting).run()
    lines = without_empty_sections(_written_back(cleaned, [*paras, *running_heads], setting))
    said = facts.gather(paras, cleaned)
    return Recognition(name, lines, facts=said, told=source.told, comments=source.comments)


def _first_look(line: ReadLine, switches: Switches) -> ReadLine:
    if isinstance(line.content, Table):
        if forms.is_form_table(line.content):
            return replace(line, label=Label.ASIDE, why=Why.FORM)
        return replace(line, label=Label.TABLE)
    if line.content is not None:
        return replace(line, label=Label.PICTURE)
    if not line.text.strip():
        return replace(line, label=Label.BLANK)
    if line.look.style is Style.RUNNING:
        return replace(line, label=Label.ASIDE, why=Why.PAGE_NUMBER)
    why = noise.set_aside(line.text, switches)
    return replace(line, label=Label.ASIDE, why=why) if why else line


def _written_back(
    lines: Sequence[ReadLine], paras: Sequence[Para], setting: Setting | None
) -> tuple[ReadLine, ...]:
    result = [
        replace(line, confidence=certainty.rate_aside(line)) if line.label is Label.ASIDE else line
        for line in lines
    ]
    for para in paras:
        sure = certainty.rate(para, setting)
        para.doubt = certainty.doubt(para, sure)
        for index in range(para.first, para.last + 1):
            line = result[index]
            if line.label not in (Label.BLANK, Label.ASIDE) and line.content is None:
                result[index] = _labelled(line, para, index, sure)
    return legal(result)


def _labelled(line: ReadLine, para: Para, index: int, sure: float) -> ReadLine:
    """Return the line at *index* with what was made of its paragraph."""
    if para.label is Label.ASIDE:
        return replace(line, label=Label.ASIDE, why=para.why, doubt=Doubt.NONE, confidence=sure)
    leads = index == para.first
    here = index == para.last if para.doubt is Doubt.CUT_OFF else leads
    return replace(
        line,
        label=para.label,
        starts=para.starts and leads,
        doubt=(para.doubt if here else Doubt.NONE) or line.doubt,
        confidence=sure,
    )
