"""What lines of Chinese official prose look like: the vocabulary of the recogniser.

Every predicate looks at one cleaned line, without context. Context is weighed in `heads`,
`boundaries` and `frames`.
"""

from __future__ import annotations

import re

from bulletin_desktop.intake.characters import HAN, NUMERAL, is_name
from bulletin_desktop.intake.vocabulary import SECTIONS

_DATE = rf"(?:[12][0-9]{{3}}|[二一][{NUMERAL}]{{3}}|×+|[xX]+)\s*年\s*(?:[0-9]{{1,2}}|[{NUMERAL}]{{1,3}}|×+)\s*月\s*(?:(?:[0-9]{{1,2}}|[{NUMERAL}]{{1,3}}|×+)\s*日)?"
DATE = re.compile(_DATE)
DATE_LINE = re.compile(
    rf"{_DATE}(?:[（(](?:星期|周)[一二三四五六日天][)）])?$|(?:19|20)[0-9]{{2}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}$"
)
DATE_IN_BRACKETS = re.compile(rf"[（(]\s*{_DATE}\s*[)）]$")

# An ending that closes a sentence or leads into the next line, with what may close after it.
SENTENCE_END = re.compile(r"[。！？!?…][”’）)」』】》]*$")
OPEN_END = re.compile(r"[，、；：,;:][”’]?$")
INSIDE = re.compile(r"[。；;]")

DASHED = re.compile(r"(?:—{1,3}|-{2,3}|－{1,2}|─{1,3})\s*[^\s—－─-]")
DIVIDER = re.compile(
    r"(?:[-—－─━_＿=＝*＊★☆◆◇■□●○~～·.…#+]\s*){3,}$"
    rf"|第?\s*[0-9{NUMERAL}]+\s*版(?:[：:\s].{{0,8}})?$"
    rf"|[（【(\[]?第\s*[0-9{NUMERAL}]+\s*篇[）】)\]]?[：:]?$"
    rf"|(?:稿件|来稿|稿)\s*[0-9{NUMERAL}]+[：:]?$"
)

NOTE = re.compile(
    r"[【〔\[（]?\s*(?:编者按|编者的话|编后|编后语|编者注|编前|按语|按)\s*(?:[】〕\]）]\s*[：:]?|[：:])"
)
ATTACHMENT = re.compile(r"附\s*件?\s*[0-9一二三四五六七八九十]*\s*(?:[：:]|$)|附表\s*[0-9]*[：:]?$")
ADDRESS = re.compile(
    r"^(?:尊敬|敬爱|亲爱|各|全|广大|同志|朋友|女士|先生|市|县|区|省|本)"
    r"|(?:同志|委员|代表|朋友|先生|女士|领导|嘉宾|职工|群众|居民|市民|村民|干部|党员|单位|部门|组织|机关|企业|政府|党委|党组|支部|政协|委员会|办公室|局|办|院|校|处|室|公司|们|部|会)(?:（.*）)?[：:]$"
)
CALL = re.compile(
    r"^(?:(?:尊敬的?)?各位.{1,20}|.{0,12}(?:同志|委员|代表|朋友|女士|先生|乡亲)们)(?:[、，](?:各位.{1,10}|.{0,8}们))*[：:！]$"
)
_INTRODUCES = re.compile(
    r"如下|以下|下列|指出|强调|要求|认为|表示|说|是|有|问|答|包括|即|做法|时间|地点|主要|汇报"
)
KEY_VALUE = re.compile(
    r"(?:会议|活动|联系|报名|培训)?(?:时间|地点|主持人?|主讲人?|参加|参会|出席|列席|缺席|请假|记录|记录人|议题|主题|对象|人员|单位|联系人|电话|手机|传真|邮箱|地址|邮编|"
    r"提案者?|承办单位|案号|案由|获奖名单|评委|指导单位|主办单位|协办单位)(?:人员|人|单位)?[：:]"
)
CLOSING = re.compile(
    r"(?:此致|敬礼|特此.{2,6}|谢谢(?:大家|各位)?|以上.{0,8}(?:报告|意见|汇报|请示|发言).{0,8}|妥否.{0,8}|谨此|完|未完待续|[（(](?:完|略|下略|此页无正文|此件.{0,12}|未完待续|掌声.{0,4})[)）])[。！!]?$"
)
SPEAKER = re.compile(r"(?:问|答|记者|主持人|[QA]|[（(]?[问答][）)]?)\s*[0-9]*\s*[：:]")
BULLET = re.compile(r"[●○◆◇■□▲△★☆※➢►▶•·◎√]\s*")

_HEADINGS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第([{NUMERAL}]+)(?:部分|章|节|单元|板块)[：:\s、]*(?=\S)")),
    (1, re.compile(rf"([{NUMERAL}]{{1,3}})[、.．]\s*(?=\S)")),
    (2, re.compile(rf"[（(]([{NUMERAL}]{{1,3}})[）)][、.．]?\s*(?=\S)")),
    (3, re.compile(r"([0-9]{1,2})(?:[.．](?![0-9])|、)\s*(?=\S)")),
    (4, re.compile(r"[（(]([0-9]{1,2})[）)][、.．]?\s*(?=\S)")),
    (4, re.compile(r"([0-9]{1,2})[）)]\s*(?=\S)")),
)

_UNIT_END = re.compile(
    r"(?:办公室|委员会|委员会办公室|政协|人大|政府|党委|党组|党工委|管委会|常委会|专委会|委|局|厅|处|科|室|院|校|学校|中学|小学|大学|中心|支部|总支|工会|协会|商会|学会|联合会|团委|妇联|"
    r"工商联|联络组|活动组|界别组|领导小组|指挥部|工作组|工作队|公司|集团|街道|镇|乡|社区|村|站|所|队|委办|政协办|办|社|部|联席会议|总工会|编辑部|宣传部|组织部|统战部|促进会|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)"
    r"(?:[（(].{1,12}[)）])?$"
)
_VERBS = re.compile(
    r"召开|举行|举办|开展|调研|督导|视察|考察|走访|慰问|赴|率队|莅临|启动|传达|学习|部署|推进|落实|做好|加强|强化|深入|参加|出席|走进|助力|获|"
    r"关于|聚焦|坚持|围绕|服务|打造|建设好|构建|提升|发挥|接待|到访|为|让|用|把|的"
)
_OFFICE = (
    r"党组书记|党组成员|书记|副?主席|副?主任|委员|常委|副?局长|副?部长|副?市长|副?县长|副?区长|副?秘书长|副?会长|副?理事长|副?院长|副?校长|镇长|乡长|科长|处长|干事|"
    r"记者|通讯员|代表|教授|研究员|主委|组长|董事长|总经理|村支书|同志"
)
_PERSON = re.compile(
    rf"(?P<office>.{{0,28}}(?:{_OFFICE}))?\s*(?P<name>[{HAN}](?:\s*[{HAN}]){{1,3}})(?:（.{{1,20}}）)?$"
)
_CREDIT_WORD = r"供稿|撰稿|撰文|撰写|整理|摄影|摄|供图|图文|图片|文图|图/文|文/图|文字|文|图|记者|通讯员|作者|作者单位|执笔|供稿单位|供稿人|报送单位|来稿单位|报送|信息员|信息来源|素材|采写|责编"
CREDIT_IN_BRACKETS = re.compile(rf"[（(【\[].{{0,40}}(?:{_CREDIT_WORD}).{{0,40}}[)）】\]]$")
CREDIT_LINE = re.compile(
    rf"(?:{_CREDIT_WORD})\s*[：:/／|丨].{{1,40}}$"
    r"|[□■◎●○◇◆☆★▲]\s*(?:本报|本刊|特约)?(?:记者|通讯员)?[^，。；]{2,24}$"
    r"|(?:本报|本刊|特约|见习|实习|全媒体)?(?:记者|通讯员)\s*[^，。；：的]{2,24}$"
    rf"|[^，。；：]{{2,24}}\s*(?:供稿|撰稿|供图|摄影报道|摄|撰文)$"
)
INLINE_CREDIT = re.compile(
    rf"[。！？”][（(].{{0,24}}(?:{_CREDIT_WORD}|政协|委|局|办|[{HAN}]{{2,3}}).{{0,10}}[)）]$"
)


_SECTION_END = re.compile(
    r"(?:动态|要闻|之窗|天地|风采|论坛|园地|传真|选登|快讯|简讯|专栏|视窗|视点|综述|巡礼|掠影|集锦|纵横|荟萃|看台|之声|心声|之家|摘编|选编|快递|直通车)$"
)
_MARKED = re.compile(
    r"(?:[【〖\[［〔「『<＜]\s*(?P<a>[^】〗\]］〕」』>＞]{2,12})\s*[】〗\]］〕」』>＞]|[★☆◆◇■●▲※—－\-·\s]{1,6}(?P<b>[^★☆◆◇■●▲※—－\-，。\s]{2,8})[★☆◆◇■●▲※—－\-·\s]{1,6}|(?:栏目|专栏)[：:]\s*(?P<c>\S{2,12}))$"
)

TITLE_KIND = re.compile(
    r"(?:通知|通报|通告|公告|倡议书|讲话|致辞|致词|发言|报告|汇报|意见|方案|办法|规定|细则|决定|决议|纪要|要点|总结|计划|规划|建议|请示|批复|函|公开信|贺信|感谢信|慰问信|名单|章程|条例|提案|主持词|开幕词|闭幕词|综述|侧记|纪实|札记|启示|思考|随笔)"
    r"(?:（.{1,12}）|[（(].{1,12}[)）]|》)?$"
)
EVENT = re.compile(
    r"召开|举行|举办|开展.*(?:活动|工作|调研|视察)|调研|督导|督查|视察|考察|走访|慰问|赴|率队|率团|带队|莅临|揭牌|签约|座谈|培训|会议|会见|传达|部署|来我|协商|启动|到访|看望|检查|宣讲|党课|竞赛|比赛|表彰|"
    r"获评|荣获|喜获|入选|通过|开班|开幕|闭幕|开馆|上线|落户|成立|换届|当选"
)
ENTITY = re.compile(
    rf"^[“]?[{HAN}]{{0,10}}?(?:政协|市委|县委|区委|省委|市政府|县政府|区政府|人大|纪委|监委|政府|党组|机关|办公室|委员会|委员|局|街道|镇|乡|社区|村|专委会|联络组|支部|党支部|工商联|民革|民盟|民建|民进|农工党|致公党|九三学社|我市|我县|我区|全市|全县|全区|全省)"
)
_SUBHEAD = re.compile(
    r"^(?:坚持|强化|聚焦|突出|夯实|创新|加强|健全|完善|抓实|抓好|抓牢|抓细|压实|优化|深化|推动|提升|着力|注重|围绕|立足|把好|做好|做实|做优|做强|建好|用好|严把|当好|搭建|筑牢|发挥|以|在|从|把|让|树牢|守牢|织密|拓宽|延伸|凝聚|激发|打造|建强|建立|构建|高位|精准|多方|多措|统筹|党建|“[^”]+”)"
)

LEAD = re.compile(
    r"(?:[【（(\[〔].{0,24}(?:电|讯|报道|消息)[】）)\]〕]|本报讯|本刊讯|本网讯|[^，。]{0,12}讯\s*[（(]"
    r"|(?:[12][0-9]{3}年)?\s*[0-9]{1,2}\s*月\s*(?:[0-9]{1,2}\s*日|[上中下]旬|初|底|份)"
    r"|日前|近日|近期|连日来|前不久|日前|昨日|今日|昨天|今天|上周|本周|[0-9]{1,2}日[，上下]|[0-9]{1,2}月[，以]|为期|记者从)"
)
LEAD_INSIDE = re.compile(r"^[^。]{0,36}?(?:[0-9]{1,2}月\s*[0-9]{1,2}\s*日|日前|近日)")
SOFT_LEAD = re.compile(
    r"(?:为(?!了?什么)|根据|按照|今年以来|近年来|自.{2,20}以来|在.{2,30}(?:之际|期间|来临)|随着|春节|党的|习近平|大家好|现将|经|各位|[^，。]{2,20}是|[^，。]{0,6}位于)"
)
CONTINUES = re.compile(
    r"(?:会议|会上|会后|会前|会议期间|座谈会上|据了解|据悉|同时|此外|另外|其次|再次|最后|随后|下一步|其中|该|一是|二是|首先|第一|要|与会|参会|活动中|活动现场|调研组?(?:强调|指出|要求|认为|一行|组?还)|督导组(?:要求|强调|指出|对)|与此同时|接下来|截至)"
)

WEB_NOISE = re.compile(
    r"(?:[（(【\[]?(?:信息|文章|稿件|新闻)?来源[）)】\]]?[：:\s]\s*\S{0,24}(?:\s.*)?"
    r"|(?:发布|发表|更新|创建|录入|添加)?(?:时间|日期)[：:]\s*(?:20|19)[0-9]{2}\s*[-年/.].{0,60}"
    r"|(?:发布|发布者|发布人|发布机构|信息来源|索引号|编辑日期)[：:].{1,60}"
    r"|(?:20|19)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}\s+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?.{0,50}"
    r"|.{0,20}(?:浏览|点击|阅读|访问)(?:次数|人次|量|数)?\s*[：:]\s*[0-9\[].{0,30}|(?:浏览|点击|阅读|访问)(?:次数|人次|量|数)\s*[：:]?\s*[0-9]*"
    r"|[【\[（(]?\s*字(?:体|号)\s*(?:大小)?\s*[：:]?.{0,20}"
    r"|[【\[]?\s*(?:超?大|中|小)\s*[】\]]?(?:\s*[【\[|]?\s*(?:大|中|小)\s*[】\]]?)+"
    r"|.{0,12}(?:扫一扫|扫描二维码|长按.{0,6}二维码|识别.{0,4}二维码).{0,30}"
    r"|分享(?:到|至|本文)?(?:[：:].{0,40})?|(?:[【\[]?(?:打印|打印本页|打印本文|关闭窗口|关闭|返回|返回顶部|返回首页|返回列表|收藏|举报|纠错|推荐|顶部|微信|微博|朋友圈)[】\]]?[\s|·]*)+"
    r"|[<《«]?\s*(?:上|下|前|后)一(?:篇|条|页)\s*[>》»]?\s*(?:[：:].{0,80})?"
    r"|(?:您?当前的?位置|您?(?:现在)?的?位置|您所在的?位置|现在位置)(?:是|在)?\s*[：:].{0,80}"
    r"|首页\s*[>›»/|—-].{0,60}"
    r"|(?:相关(?:链接|阅读|新闻|文章|附件|推荐)|延伸阅读|热门推荐|猜你喜欢|推荐阅读|更多(?:内容|精彩|资讯|新闻)?|点击查看.{0,16}|点击下载.{0,16}|点击上方.{0,20}|点击(?:下方)?蓝字.{0,20}|阅读原文|查看原文|关注我们|往期(?:回顾|推荐).{0,10})[：:>]*"
    r"|.{0,24}(?:ICP备|公网安备).{0,40}|版权所有.{0,50}|Copyright.{0,80}|网站地图.{0,30}|主办单位：.{0,40}技术支持.{0,40}"
    r"|(?:[(（\[]?\s*)\S{0,40}\.(?:jpe?g|png|gif|bmp|webp|JPG|PNG|JPEG|GIF)\s*[)）\]]?"
    r"|[\[【(（]?(?:图片|配图|图|视频|此处(?:有|插入)?图片?)[0-9]{0,2}[\]】)）]?"
    r"|(?:微信图片|mmexport|IMG|DSC|QQ图片)_?[0-9]{4,}\S{0,20}"
    r"|[【\[]?(?:在看|点赞|转发|赞|分享收藏)[】\]]?(?:\s.{0,10})?|https?://[!-~]{4,})$"
)
PAGE_NUMBER = re.compile(
    r"(?:[-—－–·]\s*[0-9]{1,3}\s*[-—－–·]|第\s*[0-9]{1,3}\s*页(?:\s*[/，,共]?\s*共?\s*[0-9]{1,3}\s*页)?|[0-9]{1,3}\s*/\s*[0-9]{1,3}|Page\s*[0-9]+(?:\s*of\s*[0-9]+)?)$"
)


def heading(text: str) -> tuple[int, int, str] | None:
    """Return (level, number, what follows the number) if the line begins with the number of a heading."""
    for level, pattern in _HEADINGS:
        match = pattern.match(text)
        if match:
            return level, numeral(match[1]), text[match.end() :]
    return None


def numeral(text: str) -> int:
    """Return the value of a Chinese or Arabic numeral below 1000; 0 if it is none."""
    if text.isdecimal() and text.isascii():
        return int(text)
    digits = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {
        "零": 0,
        "○": 0,
        "两": 2,
    }
    total = pending = 0
    for character in text:
        if character in "十百":
            total += (pending or 1) * (10 if character == "十" else 100)
            pending = 0
        else:
            pending = digits.get(character, 0)
    return total + pending


def is_unit(text: str) -> bool:
    """Say whether the line is nothing but the name of an office."""
    bare = re.sub(r"\s+", "", text)
    return (
        3 <= len(bare) <= 30
        and bool(_UNIT_END.search(bare))
        and not _VERBS.search(bare)
        and not re.search("[，。？！：]", bare)
    )


def is_person(text: str) -> bool:
    """Say whether the line is one person, perhaps with the office held, or several names."""
    match = _PERSON.match(text)
    if match and (match["office"] is None or match["office"].strip()) and is_name(match["name"]):
        return not _VERBS.search((match["office"] or "").replace("的", "")) or " " in text
    names = re.split(r"[\s、]+", text)
    return len(names) > 1 and all(is_name(name) for name in names)


def is_address(text: str) -> bool:
    """Say whether a line ending in ： addresses readers rather than introducing what follows."""
    return (
        len(text) <= 60
        and bool(ADDRESS.search(text))
        and not _INTRODUCES.search(text.rsplit("，", maxsplit=1)[-1])
        and "。" not in text
    )


def section_name(text: str) -> str | None:
    """Return the bare name if the line is the name of a section set off by marks: 【栏目】, ★要闻★."""
    match = _MARKED.match(text)
    name = next((group for group in match.groups() if group), "").strip() if match else ""
    return name if 2 <= len(name) <= 10 and not EVENT.search(name[2:]) else None


def is_section_word(text: str) -> bool:
    """Say whether the bare line is what offices call their sections."""
    bare = re.sub(r"\s+", "", text)
    return bare in SECTIONS or (
        3 <= len(bare) <= 8 and bool(_SECTION_END.search(bare)) and not EVENT.search(bare)
    )


def is_subhead(text: str) -> bool:
    """Say whether a bare line is worded like a heading inside an article."""
    return (
        bool(_SUBHEAD.match(text))
        and not ENTITY.match(text)
        and not EVENT.search(text)
        and not TITLE_KIND.search(text)
    )
