"""Which installed font stands for one of the template's, on screen.

A missing font keeps its name in the file; here the nearest of its kind is shown. Kinds are told by
the name, because a font that is not there cannot be asked.
"""

from __future__ import annotations

from collections.abc import Collection

_SONG = ("SimSun", "宋体", "NSimSun", "Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN")
# Each kind: what its fonts' names contain, and who may stand for one, best first.
_KINDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("小标宋", "XBSong", "中宋", "Zhongsong"),
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", *_SONG),
    ),
    (
        ("仿宋", "FangSong"),
        ("仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "华文仿宋", "STFangsong", *_SONG),
    ),
    (
        ("楷", "Kai"),
        (
            "楷体",
            "KaiTi",
            "楷体_GB2312",
            "KaiTi_GB2312",
            "华文楷体",
            "STKaiti",
            "AR PL UKai CN",
            "LXGW WenKai",
            *_SONG,
        ),
    ),
    (
        ("黑", "Hei"),
        (
            "黑体",
            "SimHei",
            "Microsoft YaHei",
            "微软雅黑",
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "WenQuanYi Zen Hei",
        ),
    ),
    (("宋", "Song", "Sun", "Ming"), _SONG),
)


def resolve(family: str, installed: Collection[str]) -> str:
    """Return *family* if it is among *installed*, else the nearest of its kind there, else *family*."""
    if family in installed:
        return family
    for signs, candidates in _KINDS:
        if any(sign in family for sign in signs):
            return next((name for name in candidates if name in installed), family)
    return next((name for name in _SONG if name in installed), family)
