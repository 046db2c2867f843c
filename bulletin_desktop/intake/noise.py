"""Lines that are no part of any text: what surrounds it on a web page, and page numbers."""

from __future__ import annotations

import re

from bulletin_desktop.intake.cleaner import Rule, Switches
from bulletin_desktop.intake.recognition import Why

SWITCH = {Why.WEB_NOISE: Rule.WEB_NOISE, Why.PAGE_NUMBER: Rule.PAGE_NUMBERS}

_LONGEST = 120  # characters; longer lines are read as text whatever they begin with

_PAGE_NUMBER = re.compile(
    r"(?:[-—－–·]\s*[0-9]{1,3}\s*[-—－–·]|第\s*[0-9]{1,3}\s*页(?:\s*[/，,共]?\s*共?\s*[0-9]{1,3}\s*页)?"
    r"|[0-9]{1,3}\s*/\s*[0-9]{1,3}|Page\s*[0-9]+(?:\s*of\s*[0-9]+)?)$"
)

_CLOCK = r"(?:20|19)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?"
_BUTTON = (
    "打印(?:[本此]?[页文]|文章)?|关闭(?:[本此]页|页面|窗口)?|返回(?:顶部|首页|列表)?|收藏|举报|纠错|推荐|顶部|"
    "微信|微博|朋友圈|在看|点赞|转发|赞|回到(?:目录|顶部|首页)|下载|我要纠错|朗读|复制链接|只看楼主|快速回复"
)
_WEB = re.compile(
    "(?:"
    + "|".join(
        (
            r"[（(【\[]?(?:信息|文章|稿件|新闻)?来源[）)】\]]?\s*[：:].{0,80}",
            rf"(?:发布|发表|更新|创建|录入|添加)(?:时间|日期)\s*[：:]\s*{_CLOCK}.{{0,60}}",
            r"(?:时间|日期)\s*[：:]\s*(?:20|19)[0-9]{2}[-/.].{0,60}",
            r"(?:发布者?|发布人|发布机构|信息来源|索引号|编辑日期|录入者?|信息录入|作者)\s*[：:].{0,30}(?:时间|日期|来源|浏览|点击|阅读).{0,60}",
            rf"{_CLOCK}\s+[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?.{{0,50}}",
            r".{0,20}(?:浏览|点击|阅读|访问)(?:次数|人次|量|数)?\s*[：:]\s*[0-9\[次]?.{0,40}",
            r"(?:浏览|点击|阅读|访问)(?:次数|人次|量|数)\s*[0-9]*",
            r"[【\[（(]?\s*字(?:体|号)\s*(?:大小)?\s*[：:]?.{0,20}",
            r"[【\[]?\s*(?:超?大|中|小)\s*[】\]]?(?:\s*[【\[|]?\s*(?:大|中|小)\s*[】\]]?)+",
            r".{0,12}(?:扫一扫|扫描二维码|长按.{0,6}二维码|识别.{0,4}二维码).{0,30}",
            rf"{_CLOCK}\s*[|｜/]?\s*(?:来源|作者|编辑|点击|浏览|阅读).{{0,80}}",
            r"分享(?:(?:到|至).{0,12}|本文)?(?:[：:].{0,40})?",
            rf"(?:[【\[]?\s*(?:{_BUTTON})\s*[】\]]?[\s|·]*)+",
            r"[<《«]?\s*(?:上|下|前|后)一(?:篇|条|页)\s*[>》»]?\s*(?:[：:].{0,80})?",
            r"(?:您?当前的?位置|您?(?:现在)?的?位置|您所在的?位置|现在位置)(?:是|在)?\s*[：:].{0,80}",
            r"首页\s*[>›»/|—-].{0,60}",
            r"(?:相关(?:链接|阅读|新闻|文章|附件|推荐)|延伸阅读|热门推荐|猜你喜欢|推荐阅读|更多(?:内容|精彩|资讯|新闻)?)[：:>]*",
            r"(?:点击(?:查看|下载|上方|蓝字|下方).{0,20}|阅读原文|查看原文|关注我们|往期(?:回顾|推荐).{0,10})[：:>↓]*",
            rf"(?:原创\s*)?\S{{2,20}}\s+{_CLOCK}\s+[0-9]{{1,2}}:[0-9]{{2}}.{{0,20}}",
            r".{0,80}(?:ICP备|公网安备).{0,60}|版权所有.{0,50}|Copyright.{0,80}|网站地图.{0,30}|主办单位：.{0,40}技术支持.{0,40}",
            r"(?:[(（\[]\s*)?\S{0,40}\.(?:jpe?g|png|gif|bmp|webp|JPE?G|PNG|GIF)\s*[)）\]]?",
            r"[\[【(（]?(?:图片|配图|图|视频|此处(?:有|插入)?图片?)[0-9]{0,2}[\]】)）]?",
            r"(?:微信图片|mmexport|IMG|DSC|QQ图片)_?[0-9]{4,}\S{0,20}",
            r".{0,16}更多\s*[>》»]+.{0,6}",
            r"https?://[!-~]{4,}",
            r"(?:转载|引用)(?:请|时请|须|需)(?:注明|标明).{0,80}|(?:©|版权).{0,60}版权所有.{0,20}|©.{0,60}",
            r"《[^》]{2,14}》\s*[（(].{4,24}第?\s*[0-9A-Z]{1,3}\s*版\s*[)）]",
            r"(?:(?:索引号|主题分类|发文机构|发文字号|发文日期|组配分类|信息分类|生成日期|生效时间|废止时间|公文目录|成文日期|归档时间)\s*[：:].{0,40})+",
            r"(?:相关标签|评论列表|新闻推荐|热门标签|网友评论|发表评论|最新评论)[：:]?.{0,20}",
            r".{0,12}本期共\s*[0-9]+\s*版.{0,20}",
            r"[-—·\s]*(?:END|The End)[-—·\s]*",
        )
    )
    + ")$"
)


_FILE = re.compile(r"\S{1,110}\.(?:jpe?g|png|gif|bmp|webp)\s*[)）\]]?$", re.I)  # its name may be a sentence
_PICTURE = re.compile(
    r"(?:.*\.(?:jpe?g|png|gif|bmp|webp)\s*[)）\]]?|.*图片.*|IMG.*|DSC.*|mmexport.*|[\[【(（]?图[0-9]*[\]】)）]?)$",
    re.I,
)


def is_picture(text: str) -> bool:
    """Say whether a line of noise stands for a picture, which an article has inside, not around it."""
    return bool(_PICTURE.match(text))


def reason(text: str) -> Why:
    """Say why the line is set aside, or `Why.NONE`; it stands between paragraphs without parting them."""
    if len(text) > _LONGEST:
        return Why.NONE
    if _FILE.match(text):
        return Why.WEB_NOISE
    if "。" in text:
        return Why.NONE
    if _PAGE_NUMBER.match(text):
        return Why.PAGE_NUMBER
    return Why.WEB_NOISE if _WEB.match(text) else Why.NONE


def set_aside(text: str, switches: Switches) -> Why:
    """Say the same as far as *switches* want such lines set aside."""
    why = reason(text)
    return why if why and SWITCH[why] in switches else Why.NONE
