"""Issues nobody wrote, of one kind of content each: what agreement with the exported file is measured on."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from bulletin_desktop.document.model import Block, Issue, Mark, Role, Span
from bulletin_desktop.document.text import normalise
from tests.fidelity.random_issues import Writer
from tests.fidelity.random_pictures import Album
from tests.fidelity.random_tables import TableWriter

_UNITS = ("%", "％", "‰", "℃", "°C", "km", "m²", "m³", "㎡", "kg/亩", "mg/L", "kW·h", "GB", "μg/m³", "mm")
_CHINESE_UNITS = ("万元", "亿元", "人次", "平方米", "公里", "户", "个百分点", "万千瓦时", "年", "小时", "头")
_NAMES = (
    "GDP", "CPI", "5G", "Wi-Fi", "COVID-19", "H7N9", "PM2.5", "PM10", "CO₂", "A4", "ISO9001", "LED/OLED",
    "Office 365", "WPS Office", "Windows", "e-mail", "App", "APP", "QQ", "iPhone", "No.12", "KM2+300", "B2B",
    "the Internet of Things", "AI", "O2O", "PPP", "K12", "T恤", "X光", "α", "Ω级", "β-2", "x·y", "C++",
    "Ｇ３高速", "Lǐ Míng", "Москва", "R&D", "AT&T", "24×7", "±0.5", "1:5000", "Q1", "v2.0.1", "#3", "@all",
)  # fmt: skip
_PLACES = ("example.gov.cn", "www.example.org", "mail.example.com.cn", "xinxi.example.net")
_BRACKETED = (
    "（{}）", "({})", "“{}”", "《{}》", "【{}】", "[{}]", "〔{}〕", "（含{}，不含（{}））", "‘{}’", '"{}"',
    "——{}——", "{}……", "{}～{}", "{}-{}", "{}—{}", "{}/{}", "{}、{}", "{}：{}", "{}，{}", "{}；{}", "“{}”“{}”",
)  # fmt: skip


class LatinWriter(Writer):
    """Every fourth word is a number with its unit, a date, an address, a name or something in brackets."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed, latin=0.25)

    def _latin_word(self) -> str:
        pick = self._random
        kind = pick.random()
        if kind < 0.3:
            return self._quantity()
        if kind < 0.4:
            return self._date()
        if kind < 0.5:
            return self._address()
        if kind < 0.75:
            return pick.choice(_NAMES)
        form = pick.choice(_BRACKETED)
        fillers = (
            self._chinese() if pick.random() < 0.4 else self._simple() for _ in range(form.count("{}"))
        )
        return form.format(*fillers)

    def _simple(self) -> str:
        return self._random.choice((self._quantity, self._date, lambda: self._random.choice(_NAMES)))()

    def _quantity(self) -> str:
        pick = self._random
        number = pick.choice(
            (
                str(pick.randint(1, 9999)),
                f"{pick.randint(1, 999)}.{pick.randint(0, 99)}",
                f"{pick.randint(1000, 99999999):,}",
                f"{pick.randint(1, 50)}-{pick.randint(51, 99)}",
                f"{pick.randint(1, 9)}/{pick.randint(2, 9)}",
                f"-{pick.randint(1, 30)}",
            )
        )
        return number + pick.choice(pick.choice((_UNITS, _CHINESE_UNITS, ("",))))

    def _date(self) -> str:
        pick = self._random
        year, month, day = pick.randint(1949, 2030), pick.randint(1, 12), pick.randint(1, 28)
        clock = f"{pick.randint(0, 23)}:{pick.randint(0, 59):02}"
        forms = (
            f"{year}年{month}月{day}日",
            f"{month}月{day}日{clock}",
            f"{year}-{month:02}-{day:02}",
            f"{year}.{month}.{day}",
            f"{year}/{month}/{day}",
            f"{year}—{year + 5}年",
            f"〔{year}〕{day}号",
            f"{clock}—{clock}",
        )
        return pick.choice(forms)

    def _address(self) -> str:
        pick, place = self._random, self._random.choice(_PLACES)
        path = "/".join(pick.choice(("info", "2026", "a-b", "index.html", "?id=12&p=3")) for _ in range(3))
        forms = (
            f"http://{place}", f"https://{place}/{path}", place, f"bangongshi_{pick.randint(1, 99)}@{place}",
            f"0{pick.randint(10, 99)}-{pick.randint(10**7, 10**8 - 1)}",
        )  # fmt: skip
        return pick.choice(forms)


class MarksWriter(Writer):
    """Bodies in several stretches of marks, one to three together, over Latin words too."""

    def __init__(self, seed: int, only: Mark | None = None) -> None:
        super().__init__(seed, latin=0.08)
        self._marks = list(Mark) if only is None else [only]

    def _spans(self, text: str) -> list[Span]:
        pick = self._random
        if len(text) < 12 or pick.random() < 0.2:
            return [Span(text)]
        cuts = sorted(pick.sample(range(1, len(text)), min(2 * pick.randint(1, 4), len(text) - 1)))
        edges = [0, *cuts, len(text)]
        spans = []
        for nth, (start, end) in enumerate(pairwise(edges)):
            marks = frozenset(pick.sample(self._marks, min(pick.choice((1, 1, 1, 2, 3)), len(self._marks))))
            stop = min(end, start + 6) if marks & {Mark.SUPERSCRIPT, Mark.SUBSCRIPT} else end
            spans.append(Span(text[start:stop], marks if nth % 2 else frozenset()))
            spans.append(Span(text[stop:end]))
        return list(normalise(spans))


class RareWriter(Writer):
    """Characters that fonts may lack, that stand between scripts or that have no width."""

    _RARE = (
        *"㐀𠀀😀①㈠Ⅲⅳ㎡℃×÷·•№§±≤≥≠∞→↑■□●○★☆◆△※é　〇々〆ー…‰′″⼯囧镕﹏︰～―–‐ˉˇ¨㏑㎏㎜½³₂™©®\ufeff",
        "②⑩", "αβγ", "Ωμ", "Россия", "wǒmen", "nǐ hǎo", "lǜ", "ＡＢＣ", "１２３", "（１）", "カタ", "ひら",
        "한글", "¥5", "￥5", "€7", "￡3", "$9", "a\u00adb", "中\u200b文", "x\u200by", "1\u00a0000",
        "〈〉", "〝〞",
    )  # fmt: skip

    def __init__(self, seed: int) -> None:
        super().__init__(seed, latin=0.12)

    def _latin_word(self) -> str:
        return self._random.choice(self._RARE)


class LetterWriter(Writer):
    """Letters: salutation, text, a closing, signatures and dates of many lengths."""

    def _blocks(self) -> list[Block]:
        pick = self._random
        blocks: list[Block] = [self._paragraph(Role.SALUTATION, self._words(pick.randint(1, 12)) + "：")]
        blocks += [self._paragraph(Role.BODY, self._text()) for _ in range(pick.randint(1, 9))]
        if pick.random() < 0.6:
            blocks.append(self._paragraph(Role.BODY, "此致"))
            blocks.append(self._paragraph(Role.SALUTATION, "敬礼！"))
        for _ in range(pick.choice((1, 1, 1, 2))):
            blocks.append(self._paragraph(Role.SIGNATURE, self._words(pick.randint(1, 7))))
        if pick.random() < 0.9:
            date = dt.date(2026, pick.randint(1, 12), pick.randint(1, 28))
            blocks.append(self._paragraph(Role.DATE, f"{date.year}年{date.month}月{date.day}日"))
        if pick.random() < 0.2:
            blocks.append(self._paragraph(Role.ATTACHMENT, "附件"))
            blocks.append(self._paragraph(Role.BODY, self._text()))
        return blocks


class FurnitureWriter(Writer):
    """Headline blocks of every make upon little text."""

    def _blocks(self) -> list[Block]:
        pick = self._random
        blocks: list[Block] = []
        if pick.random() < 0.3:
            blocks.append(self._paragraph(Role.NOTE, "编者按：" + self._text()))
        for number in range(pick.randint(1, 3)):
            role = pick.choice((Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4, Role.QUOTE))
            blocks.append(self._paragraph(role, f"{number + 1}．{self._words(pick.randint(2, 14))}"))
            blocks.append(self._paragraph(Role.BODY, self._text()))
        if pick.random() < 0.2:
            blocks.append(self._paragraph(Role.CAPTION, self._words(3)))
        return blocks

    def _headline(self) -> tuple[str, ...]:
        pick = self._random
        return tuple(self._words(pick.randint(2, 9)) for _ in range(pick.choice((1, 1, 2, 3))))


class Made(NamedTuple):
    """An issue and the bytes of its pictures."""

    issue: Issue
    pictures: Mapping[str, bytes] = MappingProxyType({})


Maker = Callable[[int], Made]


def _plain(seed: int) -> Made:
    return Made(Writer(seed, latin=0.0).issue(2 + seed % 6))


def _latin(seed: int) -> Made:
    return Made(LatinWriter(seed).issue(2 + seed % 6))


def _marks(seed: int) -> Made:
    return Made(MarksWriter(seed).issue(2 + seed % 6))


def _letters(seed: int) -> Made:
    return Made(LetterWriter(seed, latin=0.03).issue(2 + seed % 6))


def _rare(seed: int) -> Made:
    return Made(RareWriter(seed).issue(2 + seed % 6))


def _furniture(seed: int) -> Made:
    """Many short articles in sections, long names in masthead and imprint."""
    pick, writer = random.Random(seed), FurnitureWriter(seed, latin=0.05)
    issue = writer.issue(pick.randint(6, 24))
    return Made(replace(issue, supplement=pick.random() < 0.2))


def _tables(seed: int) -> Made:
    return Made(TableWriter(seed).issue(2 + seed % 4))


def _pictures(seed: int) -> Made:
    album = Album(seed)
    return Made(album.issue(2 + seed % 6), album.pictures)


def _mark(mark: Mark) -> Maker:
    return lambda seed: Made(MarksWriter(seed, mark).issue(2 + seed % 6))


KINDS: Mapping[str, Maker] = MappingProxyType(
    {
        "plain": _plain,
        "latin": _latin,
        "marks": _marks,
        "letters": _letters,
        "furniture": _furniture,
        "tables": _tables,
        "pictures": _pictures,
        "rare": _rare,
    }
)
MARKS: Mapping[str, Maker] = MappingProxyType({mark.value: _mark(mark) for mark in Mark})
