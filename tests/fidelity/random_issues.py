"""Issues nobody wrote, different for every seed, with everything the page can hold."""

from __future__ import annotations

import datetime as dt
import random

from bulletin_desktop.document.model import (
    Article,
    Block,
    Imprint,
    Issue,
    Mark,
    Masthead,
    Paragraph,
    Role,
    Section,
    Span,
)

_WORDS = (
    "全县", "各乡镇", "各部门", "干部群众", "信息工作", "调查研究", "春耕生产", "水利设施", "农业农村",
    "营商环境", "政务服务", "老旧小区", "改造提升", "项目建设", "安全生产", "隐患排查", "防汛抗旱",
    "乡村振兴", "基层治理", "网格管理", "民生实事", "教育医疗", "就业创业", "生态环境", "污染防治",
    "督促检查", "整改落实", "统筹推进", "协调配合", "责任到人", "定期通报", "及时上报", "深入一线",
    "了解情况", "征求意见", "形成合力", "取得成效", "要", "和", "的", "对", "在", "把", "了", "与",
    "并", "进一步", "切实", "认真", "积极", "不断", "有关", "主要", "目前", "今年以来", "下一步",
    "会议指出", "会议要求", "同志", "强调",
)  # fmt: skip
_STOPS = "，，，，，，、、、；。。。：！？"
_LATIN = (
    "GDP", "5G", "Wi-Fi", "COVID-19", "PPT", "2026年", "3.5%", "1,200万元", "24小时",
    "http://www.example.gov.cn", "A4", "No.12", "KM2+300", "PM2.5", "ISO9001", "e-mail", "12345热线",
    "(2026)第5号", "50kg/亩", "±0.5℃", "x·y", "100m³", "Office",
)  # fmt: skip
_QUOTED = ("“{}”", "《{}》", "（{}）", "‘{}’", "——{}——", "“{}……”", "〔{}〕", "{}·{}")
_NUMBERS = "一二三四五六七八九十"


class Writer:
    """Writes random articles; *latin* is the share of words that are Latin, *marked* of spans with marks."""

    def __init__(self, seed: int, latin: float = 0.04, marked: float = 0.0) -> None:
        self._random = random.Random(seed)
        self._latin = latin
        self._marked = marked
        self._count = 0

    def issue(self, articles: int) -> Issue:
        """Return an issue of *articles* articles in one to three sections."""
        pick = self._random
        cuts = sorted(pick.sample(range(1, articles), min(articles - 1, pick.randrange(3))))
        groups = [list(range(a, b)) for a, b in zip([0, *cuts], [*cuts, articles], strict=True)]
        titled = len(groups) > 1
        sections = tuple(
            Section(f"s{n}", self._words(2)[:6] if titled else "", tuple(self._article() for _ in group))
            for n, group in enumerate(groups)
        )
        imprint = Imprint(
            report_to=self._words(pick.randint(1, 20)),
            send_to=self._words(pick.randint(1, 12)) if pick.random() < 0.7 else "",
            distribute_to=self._words(pick.randint(1, 9)) if pick.random() < 0.5 else "",
            copies=pick.choice([0, 60, 120]),
            editor="张某某" if pick.random() < 0.7 else "",
            issuer="王某",
        )
        head = Masthead(self._words(2)[:7], self._words(4)[:14], pick.choice(["", "内部资料"]), "000123")
        date = dt.date(2026, pick.randint(1, 12), pick.randint(1, 28))
        running = pick.choice([0, 105])
        return Issue(
            "i", "p", 2026, pick.randint(1, 60), date, head, running, imprint=imprint, sections=sections
        )

    def _article(self) -> Article:
        pick = self._random
        blocks = self._blocks()
        self._count += 1
        return Article(
            f"a{self._count}",
            self._headline(),
            kicker=self._words(3) if pick.random() < 0.2 else "",
            subtitle="——" + self._words(3) if pick.random() < 0.2 else "",
            credit=f"（{self._words(2)}供稿）" if pick.random() < 0.3 else "",
            blocks=tuple(blocks),
        )

    def _headline(self) -> tuple[str, ...]:
        pick = self._random
        return tuple(self._words(pick.randint(2, 6))[:22] for _ in range(pick.choice([1, 1, 1, 2, 2, 3])))

    def _blocks(self) -> list[Block]:
        pick = self._random
        blocks: list[Block] = (
            [self._paragraph(Role.SALUTATION, self._words(3) + "：")] if pick.random() < 0.2 else []
        )
        for number in range(pick.randint(1, 6)):
            if pick.random() < 0.4:
                heading = f"{_NUMBERS[number]}、{self._words(pick.randint(2, 4))}"
                blocks.append(self._paragraph(Role.HEADING1, heading))
            if pick.random() < 0.2:
                blocks.append(self._paragraph(Role.HEADING2, f"（{_NUMBERS[number]}）{self._words(3)}"))
            blocks += [self._paragraph(Role.BODY, self._text()) for _ in range(pick.randint(1, 3))]
        if pick.random() < 0.3:
            blocks.append(self._paragraph(Role.SIGNATURE, self._words(pick.randint(2, 4))))
            blocks.append(self._paragraph(Role.DATE, "2026年3月15日"))
        return blocks

    def _paragraph(self, role: Role, text: str) -> Paragraph:
        self._count += 1
        return Paragraph(f"b{self._count}", role, tuple(self._spans(text)))

    def _spans(self, text: str) -> list[Span]:
        if self._random.random() >= self._marked or len(text) < 12:
            return [Span(text)]
        start, end = sorted(self._random.sample(range(1, len(text)), 2))
        marks = [
            Mark.BOLD,
            Mark.UNDERLINE,
            Mark.EMPHASIS,
            Mark.HEITI,
            Mark.KAITI,
            Mark.STRIKE,
            Mark.HIGHLIGHT,
        ]
        mark = self._random.choice(marks)
        return [Span(text[:start]), Span(text[start:end], frozenset({mark})), Span(text[end:])]

    def _text(self) -> str:
        pieces = []
        for _ in range(self._random.randint(1, 12)):
            clause = self._words(self._random.randint(1, 8))
            if self._random.random() < 0.15:
                form = self._random.choice(_QUOTED)
                clause += form.format(*(self._words(2) for _ in range(form.count("{}"))))
            pieces.append(clause + self._random.choice(_STOPS))
        return "".join(pieces)[:-1] + "。"

    def _words(self, count: int) -> str:
        pick = self._random
        return "".join(
            self._latin_word() if pick.random() < self._latin else self._chinese() for _ in range(count)
        )

    def _chinese(self) -> str:
        return self._random.choice(_WORDS)

    def _latin_word(self) -> str:
        return self._random.choice(_LATIN)
