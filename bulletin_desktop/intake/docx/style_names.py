"""What a named style is, in English and in Chinese, as Word and WPS name their own and offices theirs."""

from __future__ import annotations

import re

from bulletin_desktop.document.model import Mark
from bulletin_desktop.intake.source import Style

_HEADING = re.compile(r"(?:heading|标题|標題|公文标题|章标题|节标题)\s*([1-9])(?:\s*(?:char|字符))?")
_CHINESE_HEADING = re.compile(r"(?:公文)?([一二三四])级标题|(?:标题|公文)([一二三四])级|标题([一二三四])")
_KINDS: tuple[tuple[re.Pattern[str], Style], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"(?:toc|目录|目錄)\s*[1-9]|toc heading|(?:toc|目录)\s*标题|图表目录|contents|"
         r"table of (?:figures|authorities)",
         Style.CONTENTS),
        (r"subtitle|副标题|副標題|公文副标题", Style.SUBTITLE),
        (r"title|标题|標題|大标题|主标题|公文标题|文章标题|book title", Style.TITLE),
        (r"salutation|称呼|稱呼|主送机关?|抬头", Style.SALUTATION),
        (r"signature|签名|簽名|closing|结束语|署名|落款|e-mail signature|电子邮件签名|发文机关署名",
         Style.SIGNATURE),
        (r"date|日期|成文日期|落款日期", Style.DATE),
        (r"caption|题注|題注|图注|表题|图题|图名|表名", Style.CAPTION),
        (r"(?:intense )?quote|block text|引文|引用|明显引用|文本块", Style.QUOTE),
        (r"header|footer|page number|页眉|页脚|頁眉|頁腳|页码", Style.RUNNING),
        (r"(?:footnote|endnote) text|脚注文本|尾注文本", Style.NOTE),
        (r"list(?: paragraph| bullet| number| continue)?(?:\s*[1-9])?|列表段落|"
         r"列出段落\s*[1-9]?|列表(?:项目符号|编号|接续)?(?:\s*[1-9])?",
         Style.LIST),
    )
)  # fmt: skip
_LINK = re.compile(r"(?:followed)?hyperlink|超链接|访问过的超链接|已访问的超链接")
_HEITI = re.compile(r"黑体|(?<![a-z])(?:simhei|fzhei|stheiti|heiti)", re.IGNORECASE)
_KAITI = re.compile(r"楷体|楷书|kaiti|(?:^|[\s\"',])st?kai|fzkai", re.IGNORECASE)


def kind(name: str) -> tuple[Style, int]:
    """Return what a style of this *name* is, and its level if it is a heading's."""
    plain = " ".join(name.lower().replace("_", " ").split())
    if found := _HEADING.fullmatch(plain):
        return Style.HEADING, int(found[1])
    if found := _CHINESE_HEADING.fullmatch(plain):
        return Style.HEADING, "一二三四".index(next(filter(None, found.groups()))) + 1
    return next((style for pattern, style in _KINDS if pattern.fullmatch(plain)), Style.NONE), 0


def is_link(name: str) -> bool:
    """Tell whether a character style of this *name* is that of links."""
    return _LINK.fullmatch(" ".join(name.lower().split()).replace(" ", "")) is not None


def face(font: str) -> Mark | None:
    """Return the mark that an East Asian *font* stands for."""
    if _HEITI.search(font):
        return Mark.HEITI
    return Mark.KAITI if _KAITI.search(font) else None
