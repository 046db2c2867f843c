"""What frames the articles of a pasted old issue: masthead, list of contents, imprint.

Each function turns the paragraphs it recognises into dividers with their reason, so that nothing
of the frame becomes a headline.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bulletin_desktop.intake import patterns
from bulletin_desktop.intake.characters import NUMERAL
from bulletin_desktop.intake.paragraphs import Para
from bulletin_desktop.intake.recognition import Label, Why
from bulletin_desktop.intake.shapes import Shape

_ISSUE_NUMBER = re.compile(
    rf"(?:[12][0-9]{{3}}\s*年?度?\s*[〕）)\]]?\s*)?(?:总|累计)?\s*第\s*[0-9{NUMERAL}]+\s*期|增刊(?:第?[0-9{NUMERAL}]+期?)?"
)
_DOCUMENT_NUMBER = re.compile(r".{0,14}[〔\[（(【]\s*[12][0-9]{3}\s*[〕\]）)】]\s*第?\s*[0-9]+\s*号$")
_BESIDE_NUMBER = re.compile(
    r"[\s（()）【】\[\]〔〕|·—-]+|(?:星期|周)[一二三四五六日天]|(?:主办|编印|编发|编)$"
)
_PUBLICATION = re.compile(
    r"(?:简报|信息|动态|会刊|通讯|专报|快报|参阅|要情|内参|摘报|月报|周报|专刊|通报|文件|工作|政协|参考|摘要|内刊|快讯|纪要|要闻|周刊|导报|月刊|季刊|会讯|汇编|信息简报|每周要情|要情|快递|内部参考|决策参考|领导参阅|调研与参考)(?:[（(].{1,10}[)）])?$"
)
_MASTHEAD = re.compile(
    r"[（(]?(?:内部资料|内部刊物|内部文件|注意保存|免费交流|妥善保管|.{0,6}准印证|主办[：:]|主管[：:]|承办[：:]|编印[：:]|编辑出版|密级[：:]|(?:绝密|机密|秘密)(?:★.{0,6})?$|份号[：:]|签发人?[：:]|[0-9]{6}$"
    r"|.{2,30}(?:办公室|委员会|编辑部|办|部|局|委|室|会|处|院|校|中心|组|社|公司|政协|政府)(?:主办|编印|编发|编)(?:\s.*)?$)"
)
_CONTENTS = re.compile(
    r"[【〖\[★☆◆]?\s*(?:本期)?(?:目\s*录|目\s*次|要\s*目|导\s*读|内容提要)\s*[】〗\]★☆◆]?[：:]?$"
)
_PAGE_REFERENCE = re.compile(
    r"^.{3,70}?(?:[.．…·‥]{2,}\s*[（(]?\s*[0-9]{1,3}\s*[)）]?|\s*[（(]\s*[0-9]{1,3}\s*[)）]|[\s\t]+[0-9]{1,3})$"
)
_DUTY = (
    r"(?:责任编辑|责任校对|责\s*编|编\s*辑|主\s*编|副主编|执行主编|总编|编\s*审|审\s*核|审\s*稿|审\s*校|审\s*阅|核\s*稿|核\s*对"
    r"|校\s*对|校\s*核|签\s*发|编\s*发|审\s*签|印\s*发|拟\s*稿|排版|美编|监\s*制|统筹|制作|录入|值班编辑|值班主任"
    r"|本[期版](?:责任)?(?:编辑|审核|校对)|[一二三初复终]\s*审|主题词|本文原发表人)(?:人|员)?"
)
_BY_SPACE = re.compile(rf"[（(【\[]?{_DUTY}\s+(?P<names>[^：]+?)[)）】\]]?$")
_OPENED = re.compile(r"[（(【\[][^)）】\]]*$")
_CLOSED = re.compile(r"[^（(【\[]{1,12}[)）】\]]$")
_IMPRINT = re.compile(
    r"[（(【\[]?\s*(?:本期)?(?:(?:报|送|发|抄报|抄送|呈报|报送|分送|发送|印送|主送|主报|主发|报\s*送|抄\s*送)\s*[：:]"
    r"|[（(]?\s*(?:本期)?共?印(?:发|制|数)?\s*[：:]?\s*[0-9]+\s*份.{0,6}$"
    rf"|{_DUTY}\s*[：:/／丨|]"
    r"|编辑部?(?:地址|电话|邮箱)|投稿(?:邮箱|热线|信箱))"
)
_PRINTED = re.compile(r".{2,40}[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日\s*(?:印发|编发|印)$")
_REACHED_AT = re.compile(
    r"(?:联系|咨询|编辑部?|投稿)?(?:电话|邮箱|地址|传真|网址|电子邮[箱件]|邮编|方式)(?:[（(].{1,6}[)）])?\s*[：:]"
)
_LISTED = 60  # lines that a list of contents has at most, where nothing names it
_REACH = 400  # paragraphs after a list of contents in which what it lists is looked for
_NAME = 12  # characters of a bulletin's name
_ABOVE = 4  # lines of a masthead above its number, and below


def without_running_heads(paras: Sequence[Para]) -> tuple[list[Para], list[Para]]:
    """Part the heads that a print repeats on its pages from the rest: (rest, heads).

    A line with the issue's number that stands more than once is the masthead the first time only.
    """
    rest: list[Para] = []
    heads: list[Para] = []
    seen: set[str] = set()
    for para in paras:
        if para.text in seen and is_issue_number(para):
            para.label, para.why = Label.ASIDE, Why.MASTHEAD
            heads.append(para)
            continue
        if is_issue_number(para):
            seen.add(para.text)
        para.place = len(rest)
        rest.append(para)
    return rest, heads


def mark_frames(paras: Sequence[Para]) -> None:
    """Turn mastheads, contents and imprints among *paras* into dividers."""
    _mark_imprints(paras)
    for index, para in enumerate(paras):
        if is_issue_number(para):
            _mark_masthead(paras, index)
    _mark_contents(paras)
    _mark_bare_contents(paras)
    _mark_numbered_headlines(paras)


def _mark_imprints(paras: Sequence[Para]) -> None:
    for para in paras:
        if len(para.text) <= 160 and _is_imprint(para.text):
            _set_aside(para, Why.IMPRINT)
    for above, para in pairwise(paras):
        if above.why is not Why.IMPRINT:
            continue
        goes_on = _OPENED.search(above.text) and _CLOSED.match(para.text)
        if goes_on or (len(para.text) <= 60 and _REACHED_AT.match(para.text)):
            _set_aside(para, Why.IMPRINT)


def _is_imprint(text: str) -> bool:
    if _IMPRINT.match(text) or _PRINTED.match(text):
        return True
    match = _BY_SPACE.match(text)
    return match is not None and patterns.are_names(match["names"])


def publication(text: str) -> str:
    """Return the line's text if it is the name of a bulletin, else nothing."""
    named = 2 <= len(text) <= 20 and _PUBLICATION.search(text) and not _MASTHEAD.match(text)
    return text if named and not _DOCUMENT_NUMBER.match(text) else ""


def is_issue_number(para: Para) -> bool:
    """Say whether the line is an issue's number, with nothing but date, unit and name beside it."""
    text = para.text
    if len(text) > 60 or patterns.INSIDE.search(text):
        return False
    if _DOCUMENT_NUMBER.match(text):
        return True
    rest, found = _ISSUE_NUMBER.subn("", text)
    rest = _BESIDE_NUMBER.sub("", patterns.DATE.sub("", rest))
    if not found:
        return False
    return (
        not rest
        or patterns.is_unit(rest)
        or bool(_MASTHEAD.match(rest))
        or (len(rest) <= 14 and bool(_PUBLICATION.search(rest)))
    )


def _mark_masthead(paras: Sequence[Para], index: int) -> None:
    _set_aside(paras[index], Why.MASTHEAD)
    at_top = all(para.shape is Shape.DIVIDER or not para.is_prose for para in paras[:index])
    for para in reversed(paras[max(0, index - _ABOVE) : index]):
        if para.shape is Shape.DIVIDER:
            continue
        named = bool(_PUBLICATION.search(para.text) or _MASTHEAD.match(para.text))
        named = named or (at_top and para.place == index - 1 and _could_name(para))
        if para.is_prose or len(para.text) > 20 or not (named or (at_top and _is_masthead_piece(para))):
            break
        _set_aside(para, Why.MASTHEAD)
    for place in range(index + 1, min(index + 1 + _ABOVE, len(paras))):
        para = paras[place]
        below = paras[place + 1].text if place + 1 < len(paras) else ""
        if para.shape is Shape.SHORT and patterns.CONTINUES_HEADLINE.match(below):
            break  # a unit, and what it issued: a headline
        if para.shape is not Shape.DIVIDER and not _is_masthead_piece(para):
            break
        _set_aside(para, Why.MASTHEAD if para.why is Why.NONE else para.why)


def _could_name(para: Para) -> bool:
    """Say whether the line right above an issue's number could be the bulletin's name: 社情民意."""
    short = para.shape in (Shape.SHORT, Shape.SECTION) and len(para.text) <= _NAME
    return short and not patterns.EVENT.search(para.text)


def _is_masthead_piece(para: Para) -> bool:
    if para.shape in (Shape.SIGNED, Shape.DATE):
        return True
    return bool(_MASTHEAD.match(para.text)) or (
        para.shape is Shape.SHORT and patterns.is_unit(para.text) and len(para.text) <= 24
    )


def _mark_contents(paras: Sequence[Para]) -> None:
    bare = functools.cache(_bare)  # an input may hold many issues, each with its contents
    for index, para in enumerate(paras):
        if _CONTENTS.match(para.text):
            _set_aside(para, Why.CONTENTS)
            for entry in paras[index + 1 : _contents_end(paras, index + 1, bare)]:
                _set_aside(entry, Why.CONTENTS)
    entries = [
        para
        for para in paras
        if para.shape is not Shape.DIVIDER and _PAGE_REFERENCE.match(para.text) and "。" not in para.text
    ]
    dotted = [para for para in entries if re.search(r"[.．…·‥]{2,}", para.text)]
    for para in entries if len(entries) >= 3 and dotted else dotted:
        _set_aside(para, Why.CONTENTS)


def _mark_bare_contents(paras: Sequence[Para]) -> None:
    """Set aside a list of contents that nothing names: short lines below a masthead that all come again."""
    for above, first in pairwise(paras):
        if above.why is not Why.MASTHEAD or first.is_prose or first.shape is Shape.DIVIDER:
            continue
        block: list[Para] = []
        seen: set[str] = set()
        for para in paras[first.place : first.place + _LISTED]:
            text = _bare(para.text)
            if para.is_prose or para.shape is Shape.DIVIDER or text in seen:
                break
            seen.add(text)
            block.append(para)
        rest = paras[first.place + len(block) : first.place + _REACH]
        again = seen & {_bare(para.text) for para in rest if not para.is_prose}
        if len(again) >= 2 and _bare(first.text) in again:
            for para in block:
                _set_aside(para, Why.CONTENTS)
            _name_sections(rest, seen)


def _name_sections(paras: Sequence[Para], listed: set[str]) -> None:
    """Let a short line that the contents list, right above another that they list, be a section's name."""
    for above, para in pairwise(paras):
        both = _bare(above.text) in listed and _bare(para.text) in listed
        if both and above.shape is Shape.SHORT and len(above.text) <= _NAME and para.shape is Shape.SHORT:
            above.shape = Shape.SECTION


def _contents_end(paras: Sequence[Para], start: int, bare: Callable[[str], str]) -> int:
    """Return the index after the entries: the first line that an entry announced, or the first prose."""
    entries: list[str] = []
    later = {bare(para.text) for para in paras[start : start + _REACH] if not para.is_prose}
    end = start
    for index in range(start, len(paras)):
        text = bare(paras[index].text)
        announced = any(entry == text or (len(text) >= 4 and text in entry) for entry in entries)
        if announced:
            named = index > start and paras[index - 1].shape is Shape.SECTION  # the section it stands in
            return index - 1 if named else index
        refers = bool(_PAGE_REFERENCE.match(paras[index].text))
        if (paras[index].is_prose and not refers) or len(paras[index].text) > 80:
            break
        entries.append(text)
        if refers or any(text != other and other in text for other in later):
            end = index + 1
    return end


def _mark_numbered_headlines(paras: Sequence[Para]) -> None:
    """Let 1. 2. 3. be headlines where they number the short pieces of an issue: right below its masthead,
    contents or section, with no headline above, each a sentence about somebody who did something.
    """
    for index, para in enumerate(paras):
        first = para.shape is Shape.HEADING and para.level == 3 and para.number == 1
        if not first or (index and paras[index - 1].shape not in (Shape.DIVIDER, Shape.SECTION)):
            continue
        pieces = [para]
        for at in range(index + 1, min(index + _REACH, len(paras))):
            if paras[at].shape in (Shape.DIVIDER, Shape.SECTION):
                break
            if paras[at].level == 3 and paras[at].number == len(pieces) + 1:
                pieces.append(paras[at])
        whole = [piece for piece in pieces if _is_piece(paras, piece)]
        if len(pieces) > 1 and len(whole) == len(pieces):
            for piece in pieces:
                piece.shape, piece.level = Shape.SHORT, 0


def _is_piece(paras: Sequence[Para], piece: Para) -> bool:
    """Say whether a numbered line names who does what, with its text below."""
    below = paras[piece.place + 1] if piece.place + 1 < len(paras) else None
    _, _, text = patterns.heading(piece.text) or (0, 0, "")
    says = len(text) >= 8 and (patterns.ENTITY.match(text) or patterns.EVENT.search(text))
    return bool(says) and piece.shape is Shape.HEADING and below is not None and below.is_prose


def _bare(text: str) -> str:
    return re.sub(r"[\s.．…·‥]+[（(]?[0-9]*[)）]?$|\s|[（(][0-9]{1,3}[)）]$|[【】\[\]★☆◆●■▲·]", "", text)


def _set_aside(para: Para, why: Why) -> None:
    para.shape, para.why = Shape.DIVIDER, why
