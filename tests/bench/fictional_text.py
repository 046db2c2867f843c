"""Articles that nobody wrote, always the same: offices, places and people that do not exist."""

from __future__ import annotations

import random
from typing import NamedTuple

PLACES = [
    "云溪县",
    "柳湾镇",
    "青石乡",
    "望江街道",
    "南坪社区",
    "白鹭洲村",
    "松岭镇",
    "双桥区",
    "临川办事处",
    "碧潭乡",
]
OFFICES = [
    "县委办公室",
    "县政府办",
    "农业农村局",
    "水利局",
    "教育局",
    "民政局",
    "镇党委",
    "社区服务中心",
    "信息中心",
    "财政所",
]
ACTIONS = [
    "召开专题会议",
    "组织实地走访",
    "开展集中排查",
    "建立工作台账",
    "举办业务培训",
    "公开办事流程",
    "完善值班制度",
    "听取群众意见",
    "推进项目建设",
    "落实包联责任",
    "整修灌溉渠道",
    "更新宣传栏目",
]
AIMS = [
    "方便群众办事",
    "保障春耕用水",
    "提高服务质量",
    "压实工作责任",
    "防范安全风险",
    "改善人居环境",
    "增加农户收入",
    "缩短办理时限",
    "摸清基本情况",
    "巩固整治成果",
]
RESULTS = [
    "收到意见建议{n}条，已办结{m}条",
    "走访农户{n}户，登记需求{m}项",
    "整修道路{m}公里，惠及{n}人",
    "参加人员{n}人次，发放资料{m}份",
    "新增便民窗口{m}个，日均办件{n}件",
]
OPENINGS = [
    "据悉",
    "其间",
    "会后",
    "与此同时",
    "下一步",
    "目前",
    "按照安排",
    "在此基础上",
    "针对这一情况",
    "从实际效果看",
]


class Story(NamedTuple):
    """A headline and its paragraphs."""

    headline: str
    paragraphs: tuple[str, ...]


def stories(count: int, characters: int, seed: int = 2026) -> list[Story]:
    """Return *count* stories with *characters* characters of text each, in five paragraphs."""
    chance = random.Random(seed)
    return [_story(chance, characters) for _ in range(count)]


def _story(chance: random.Random, characters: int) -> Story:
    headline = f"{chance.choice(PLACES)}{chance.choice(OFFICES)}{chance.choice(ACTIONS)}{chance.choice(AIMS)}"
    size = characters // 5
    sizes = [size] * 4 + [characters - 4 * size]
    return Story(headline, tuple(_paragraph(chance, size) for size in sizes))


def _paragraph(chance: random.Random, size: int) -> str:
    text = ""
    while len(text) < size:
        text += _sentence(chance)
    return text[: size - 1] + "。"


def _sentence(chance: random.Random) -> str:
    result = chance.choice(RESULTS).format(n=chance.randint(20, 980), m=chance.randint(2, 19))
    who = f"{chance.choice(PLACES)}{chance.choice(OFFICES)}"
    what = f"{chance.choice(ACTIONS)}、{chance.choice(ACTIONS)}"
    return f"{chance.choice(OPENINGS)}，{who}{what}，{chance.choice(AIMS)}，{result}。"
