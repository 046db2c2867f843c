"""A fictional issue to look at a template with, where the publication has none to show yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import accumulate

from bulletin_desktop import paths
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Cell,
    Imprint,
    Issue,
    Masthead,
    Paragraph,
    Role,
    Section,
    Span,
    Table,
)
from bulletin_desktop.intake import assemble
from bulletin_desktop.intake.recogniser import recognise

_FILE = "sample-bulletin.txt"
_HARVEST = (("乡镇", "走访户数", "办结事项"), ("青石乡", "320", "46"), ("柳湾镇", "285", "39"))
_CHARACTERS = 30_000  # some forty pages: what comes later looks no different


def sample_issue(name: str, unit: str) -> Issue:
    """Return an issue of the publication *name*, issued by *unit*, with all a template has a style for."""
    recognition = recognise((paths.resources() / "samples" / _FILE).read_text(encoding="utf-8"))
    sections = tuple(
        Section(new_id(), each.title, tuple(one.article for one in each.articles))
        for each in assemble.articles(recognition)
    )
    day = dt.date(2026, 3, 2)
    return Issue(
        new_id(),
        name,
        day.year,
        3,
        day,
        Masthead(name, unit, classification="内部资料", copy_number="000018"),
        running_number=27,
        imprint=Imprint(
            "省政协办公厅，市委、市政府领导",
            "市政协各专门委员会，各县（市、区）政协，市直有关单位",
            "",
            80,
            "陈雨",
            "周宁",
            "沈岳",
        ),
        sections=(*sections, Section(new_id(), "调查与建议", (_with_everything(),))),
    )


def shortened(issue: Issue) -> Issue:
    """Return *issue* without the articles that come after its first `_CHARACTERS` characters."""
    sizes = [sum(len(block.text) for block in article.paragraphs()) for article in issue.articles()]
    kept = {
        article.id
        for article, before in zip(issue.articles(), accumulate([0, *sizes]), strict=False)
        if before < _CHARACTERS
    }
    sections = tuple(
        replace(section, articles=tuple(one for one in section.articles if one.id in kept))
        for section in issue.sections
    )
    return replace(issue, sections=tuple(section for section in sections if section.articles))


def _with_everything() -> Article:
    said = (
        (Role.NOTE, "编者按：走访所见，问题具体，建议可行，现予刊发，供参阅。"),
        (Role.BODY, "2月中旬，调研组走访青石乡、柳湾镇605户，梳理群众反映的事项85件。"),
        (Role.HEADING1, "一、主要情况"),
        (Role.HEADING2, "（一）渠系老化较为普遍"),
        (Role.BODY, "渠道衬砌破损46处，末级渠系利用系数约0.48，春灌高峰时下游用水紧张。"),
        (Role.HEADING3, "1.管护责任有待落实"),
        (Role.HEADING4, "（1）台账不全"),
        (Role.BODY, "部分村组没有管护台账，巡查次数难以核实。"),
        (Role.CAPTION, "走访情况统计"),
    )
    rows = tuple(tuple(Cell((Span(text),)) for text in row) for row in _HARVEST)
    after = (
        (Role.BODY, "建议建立县、乡、村三级管护制度，分段定人，按季公示。"),
        (Role.SIGNATURE, "云溪市政协农业和农村委员会"),
        (Role.DATE, "2026年2月27日"),
    )
    return Article(
        new_id(),
        ("关于末级渠系管护情况的调查",),
        kicker="春耕备耕专题之二",
        subtitle="来自两个乡镇的走访",
        credit="农业和农村委员会供稿",
        blocks=(
            *(Paragraph(new_id(), role, (Span(text),)) for role, text in said),
            Table(new_id(), (400, 300, 300), rows, header_rows=1),
            *(Paragraph(new_id(), role, (Span(text),)) for role, text in after),
        ),
    )
