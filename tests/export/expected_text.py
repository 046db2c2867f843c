"""What every format without pages must say, taken from the issue alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from bulletin_desktop.document import text
from bulletin_desktop.document.model import Article, Issue, Picture
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.compose_parts import date_text, issue_number

Caption = Callable[[str], str]


def squeezed(words: str) -> str:
    """Without anything that only makes space."""
    return "".join(words.split())


def whole(issue: Issue, caption: Caption) -> str:
    """Every character of *issue* in print order; *caption* says how a picture's is written."""
    return squeezed("".join(_pieces(issue, caption)))


def _pieces(issue: Issue, caption: Caption) -> Iterator[str]:
    head, foot, words = issue.masthead, issue.imprint, template.load("jianbao").words
    yield from (head.classification, head.copy_number, head.name, issue_number(issue, words), head.unit)
    yield date_text(issue.date, words)
    if sum(1 for _ in issue.articles()) >= 2:
        yield "目录"
        for section in issue.sections:
            titles = [article.title for article in section.articles if article.title]
            yield from (section.title, *titles) if titles else ()
    for section in issue.sections:
        yield f"【{section.title}】" if section.title and section.articles else ""
        for article in section.articles:
            yield from _article(article, caption)
    lists = (("报：", foot.report_to), ("送：", foot.send_to), ("发：", foot.distribute_to))
    people = (("编辑：", foot.editor), ("审核：", foot.reviewer), ("签发：", foot.issuer))
    yield from (label + names for label, names in (*lists, *people) if names)
    yield f"共印{foot.copies}份" if foot.copies else ""


def _article(article: Article, caption: Caption) -> Iterator[str]:
    """`text.lines`, with pictures told by *caption* and the credit where it is printed: at the end."""
    told = tuple(
        replace(block, caption=caption(block.caption)) if isinstance(block, Picture) else block
        for block in article.blocks
    )
    subtitle = re.sub(r"^[\s—―─－-]+", "", article.subtitle)
    subtitle = f"——{subtitle}" if subtitle else ""
    yield from text.lines(replace(article, blocks=told, credit="", subtitle=subtitle))
    yield article.credit
