"""Submission forms: who sent a manuscript, above or below it. They are data, no text.

`报送单位：… 联系人：… 电话：…`, as lines, several to a line, or as a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletin_desktop.document.model import Table
from bulletin_desktop.intake.paragraphs import Para
from bulletin_desktop.intake.recognition import Why
from bulletin_desktop.intake.shapes import Shape
from bulletin_desktop.intake.vocabulary import FORM_KEYS, alternatives

_LONGEST = 120  # characters of a line of a form
_ALL_KEYS = {key: field for field, keys in FORM_KEYS.items() for key in keys}
# Keys that stand in no letter, notice or imprint: one of them makes what stands beside it a form.
_SURE = re.compile(
    r"(?:报送|投稿|来稿|推荐|呈报|上报)(?:单位|部门|人员?|时间|日期|科室|渠道)|(?:稿件|信息)(?:类别|类型|来源|编号)|(?:报送|投稿)信息"
)
_KEY = re.compile(rf"(?P<key>{alternatives(_ALL_KEYS)})\s*(?:[（(].{{1,8}}[)）])?\s*[：:]\s*")
_TITLE = re.compile(
    r".{0,12}(?:信息|稿件|投稿|来稿)\s*(?:报送|上报|呈报|投稿|登记|审批|送审)?\s*(?:单|表|卡|笺)?$"
)
_TITLE_WORD = re.compile(r"报送|上报|投稿|登记|送审|审批")
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff]{1,2}\s*[：:])")


def fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the fields a line has, as (name in `FORM_KEYS`, value), in order."""
    text = _SPACED.sub("", text)
    found = list(_KEY.finditer(text))
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        yield _ALL_KEYS[match["key"]], text[match.end() : end].strip(" \u3000，,;；、|丨（()）")


def table_fields(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the fields a table has: a cell with a key, and the cell to its right."""
    for row in table.rows:
        texts = ["".join(cell.text.split()).rstrip("：:") for cell in row]
        for key, value in zip(texts, [cell.text.strip() for cell in row][1:], strict=False):
            if key in _ALL_KEYS:
                yield _ALL_KEYS[key], value


def is_form_table(table: Table) -> bool:
    """Say whether a table is a submission form rather than part of a text."""
    texts = ["".join(cell.text.split()) for row in table.rows for cell in row]
    return any(_SURE.match(text) for text in texts) and len(list(table_fields(table))) >= 2


def mark_forms(paras: Sequence[Para]) -> None:
    """Turn the lines of submission forms into dividers."""
    for block in _blocks(paras):
        title = _title(paras, block[0].place)
        sure = title or any(_SURE.match(_bare(para.text)) for para in block)
        keys = sum(len(list(fields(para.text))) for para in block)
        above = bool(title) or block[0].place == 0 or paras[block[0].place - 1].shape is Shape.DIVIDER
        if not sure or (keys < 2 and not above):
            continue
        for para in (*title, *block):
            para.shape, para.why = Shape.DIVIDER, Why.FORM


def _blocks(paras: Sequence[Para]) -> Iterator[list[Para]]:
    """Yield runs of lines that begin with a key."""
    held: list[Para] = []
    for para in paras:
        if _has_key(para):
            held.append(para)
        elif held:
            yield held
            held = []
    if held:
        yield held


def _has_key(para: Para) -> bool:
    text = _bare(para.text)
    if len(text) > _LONGEST or "。" in text or para.why not in (Why.NONE, Why.IMPRINT):
        return False
    return bool(_KEY.match(text))


def _bare(text: str) -> str:
    return _SPACED.sub("", text).lstrip("（(【[")


def _title(paras: Sequence[Para], first: int) -> tuple[Para, ...]:
    """Return the heading of a form, if it has one: 信息报送单."""
    if first == 0:
        return ()
    para = paras[first - 1]
    named = len(para.text) <= 20 and _TITLE.match(para.text) and _TITLE_WORD.search(para.text)
    return (para,) if named and para.shape is Shape.SHORT else ()
