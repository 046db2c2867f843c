"""Line shapes for what is not simply filled: long headlines and contents titles.

GB/T 9704-2012 (7.3.1) asks that a headline's lines form a trapezium or a lozenge and that no word is
divided. Without a dictionary of everything, good places (after marks, around particles) and a
short list of words that bulletins use are preferred.
"""

from __future__ import annotations

from bisect import bisect_right
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
    "进一 一步 倡议 议书 实施 总结 表彰 培训 启动 举行 举办 成立 考察 制度 机制 体制 政策 措施 行动 任务 "
    "目标 责任 作风 纪律 廉政 法治 法律 法规 依法 执法 司法 信访 矛盾 纠纷 化解 调解 网格 社区 街道 乡镇 "
    "村民 居民 农民 农业 粮食 耕地 水利 灌溉 防汛 抗旱 森林 防火 消防 应急 救援 质量 标准 技术 数字 数据 "
    "信息 平台 网络 宣传 新闻 舆论 典型 经验 做法 模式 特色 品牌 产业 园区 市场 主体 营商 便民 便捷 高效 "
    "审批 窗口 事项 办事 惠民 民生 就业 创业 养老 托育 医保 社保 救助 扶贫 脱贫 帮扶 捐赠 志愿 公益 慈善 "
    "党员 党建 支部 基地 联盟 联合 协作 合作 交流 对接 走访 慰问 联系 座谈 研究 讨论 审议 通过 印发 关心 "
    "支持 指导 检验 评估 考核 评价 问责 整改 落地 见效 成效 成果 突破 跨越 高质 质量 稳定 和谐 幸福 美丽 "
)
_WORDS = frozenset(_COMMON.split())
_DIVIDED_WORD = 30.0
_PLAIN_PLACE = 4.0
_SHAPES = {  # shares of the mean line: trapeziums and, from three lines on, lozenges
    2: ((1.07, 0.93), (0.93, 1.07)),
    3: ((0.88, 1.24, 0.88), (1.14, 1.0, 0.86), (0.86, 1.0, 1.14)),
    4: ((0.86, 1.14, 1.14, 0.86), (1.15, 1.05, 0.95, 0.85), (0.85, 0.95, 1.05, 1.15)),
}
_LONGEST = 300  # characters that are still weighed
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

    *filled* lines are as long as good places allow, otherwise they form a trapezium or a lozenge.
    Falls back to one line if there is no legal division (a single endless word).
    """
    places = [start, *(at for at in range(start + 1, end) if may_break(spread, at)), end]
    if end - start > _LONGEST:
        return _greedy(spread, places, width, last)
    for count in range(max(2, int(spread.width(start, end) // width)), len(places)):
        shapes = [None] if filled else _SHAPES.get(count, ((1.0,) * count,))
        found = [_best(spread, places, count, (width, last), shape) for shape in shapes]
        best = min((one for one in found if one is not None), default=None)
        if best is not None:
            return list(pairwise(best[1]))
    return [(start, end)]


def _greedy(spread: Spread, places: list[int], width: float, last: float) -> list[tuple[int, int]]:
    """Lines as long as may be, for a text that is no headline any more: weighing would take seconds."""
    lines: list[tuple[int, int]] = []
    start, stop, room = places[0], places[-1], min(width, last)
    while spread.width(start, stop) > room:
        at = bisect_right(places, start)
        while at + 1 < len(places) - 1 and spread.width(start, places[at + 1]) <= room:
            at += 1
        if places[at] == stop:
            break
        lines.append((start, places[at]))
        start = places[at]
    return [*lines, (start, stop)]


def _best(
    spread: Spread,
    places: list[int],
    count: int,
    widths: tuple[float, float],
    shape: tuple[float, ...] | None,
) -> tuple[float, list[int]] | None:
    """The cheapest division at *places* into *count* lines with its cost, None if none fits.

    *shape* says how long each line would best be, in shares of the mean; None is as long as may be.
    """
    em = spread.portions[0].font.em
    mean = spread.width(places[0], places[-1]) / count
    # best[k]: cheapest way to have ended a line at places[k], with the way itself
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [places[0]])}
    for line in range(1, count + 1):
        final = line == count
        ideal = shape[line - 1] * mean if shape else widths[0]
        weight = _FILLED * (not final) if shape is None else 1.0
        following: dict[int, tuple[float, list[int]]] = {}
        for k, (cost, way) in best.items():
            ends = [len(places) - 1] if final else range(k + 1, len(places) - 1)
            for m in ends:
                size = spread.width(places[k], places[m])
                if size > widths[final]:
                    break
                place = 0.0 if final else _place_cost(spread.text, places[m])
                total = cost + weight * ((size - ideal) / em) ** 2 + place
                if m not in following or total < following[m][0]:
                    following[m] = total, [*way, places[m]]
        best = following
    return best.get(len(places) - 1)


def _place_cost(text: str, at: int) -> float:
    before, after = text[at - 1], text[at]
    if text[at - 1 : at + 1] in _WORDS:
        return _DIVIDED_WORD
    return 0.0 if before in _GOOD_AFTER or after in _GOOD_BEFORE else _PLAIN_PLACE
