"""Line shapes for what is not simply filled: long headlines and contents titles.

GB/T 9704-2012 (7.3.1) asks that a headline's lines form a trapezium or a lozenge and that no word is
divided. Without a dictionary of everything, good places (after marks, around particles) and a
short list of words that bulletins use are preferred.
"""

from __future__ import annotations

from itertools import pairwise

from bulletin_desktop.typeset.breaker import Lines, may_break
from bulletin_desktop.typeset.portions import Spread

_GOOD_AFTER = frozenset("，、；：。！？》）”的和与及暨并等 ")
_GOOD_BEFORE = frozenset("《（“和与及暨并在对为赴向将")
# Pairs of characters that a line end should not part.
_COMMON = (
    "会议 工作 精神 部署 建设 发展 调研 督导 情况 关于 通知 委员 政协 党组 学习 传达 贯彻 落实 安排 "
    "推进 组织 开展 召开 活动 经济 社会 服务 管理 改革 创新 改善 保障 安全 生产 防控 疫情 领导 小组 "
    "办公 公室 全市 全省 全县 我市 我省 我县 政府 市委 省委 县委 中央 国务 务院 机关 干部 群众 人民 "
    "代表 大会 常委 主席 书记 主任 视察 检查 专题 座谈 谈会 协商 提案 建议 意见 报告 计划 方案 项目 "
    "企业 农村 乡村 振兴 城市 环境 生态 文化 教育 教体 体系 科技 卫生 健康 医疗 交通 旅游 招商 投资 "
    "基层 治理 监督 民主 统一 战线 助力 强化 深化 提升 提高 加强 扎实 全面 切实 认真 积极 主动 持续 "
    "进一 一步 倡议 议书 实施 总结 表彰 培训 启动 举行 举办 成立 考察 "
)
_WORDS = frozenset(_COMMON.split())
_DIVIDED_WORD = 30.0
_PLAIN_PLACE = 4.0
_FILLED = 0.25  # a good place is worth four characters of room


def shaped(spread: Spread, width: float) -> Lines:
    """Return the lines of a centred text: its own, and those too long for *width* divided in shape."""
    lines: list[tuple[int, int]] = []
    start = 0
    for part in spread.text.split("\n"):
        end = start + len(part)
        if spread.width(start, end) <= width:
            lines.append((start, end))
        else:
            lines += divided(spread, start, end, width, width)
        if end < len(spread.text):
            lines[-1] = lines[-1][0], end + 1
        start = end + 1
    return tuple(lines)


def divided(
    spread: Spread, start: int, end: int, width: float, last: float, *, filled: bool = False
) -> list[tuple[int, int]]:
    """Divide characters [start, end) into the fewest lines of *width*, the last at most *last* wide.

    *filled* lines are as long as good places allow, otherwise all are of about one length.
    Falls back to one line if there is no legal division (a single endless word).
    """
    places = [start, *(at for at in range(start + 1, end) if may_break(spread, at)), end]
    for count in range(2, len(places)):
        found = _best(spread, places, count, width, last, filled=filled)
        if found is not None:
            return list(pairwise(found))
    return [(start, end)]


def _best(
    spread: Spread, places: list[int], count: int, width: float, last: float, *, filled: bool
) -> list[int] | None:
    """The cheapest division at *places* into *count* lines, None if none fits."""
    em = spread.portions[0].font.em
    ideal = width if filled else spread.width(places[0], places[-1]) / count
    weight = _FILLED if filled else 1.0
    # best[k]: cheapest way to have ended a line at places[k], with the way itself
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [places[0]])}
    for line in range(1, count + 1):
        final = line == count
        following: dict[int, tuple[float, list[int]]] = {}
        for k, (cost, way) in best.items():
            ends = [len(places) - 1] if final else range(k + 1, len(places) - 1)
            for m in ends:
                size = spread.width(places[k], places[m])
                if size > (last if final else width):
                    break
                off = 0.0 if final and filled else weight * ((size - ideal) / em) ** 2
                total = cost + off + (0.0 if final else _place_cost(spread.text, places[m]))
                if m not in following or total < following[m][0]:
                    following[m] = total, [*way, places[m]]
        best = following
    if not best:
        return None
    return best[len(places) - 1][1]


def _place_cost(text: str, at: int) -> float:
    before, after = text[at - 1], text[at]
    if text[at - 1 : at + 1] in _WORDS:
        return _DIVIDED_WORD
    return 0.0 if before in _GOOD_AFTER or after in _GOOD_BEFORE else _PLAIN_PLACE
