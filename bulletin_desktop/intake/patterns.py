"""What lines of Chinese official prose look like.

Every pattern and predicate looks at one cleaned line, without context. Context is weighed in
`heads`, `boundaries` and `frames`; word lists are in `vocabulary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin_desktop.document.numbering import numeral
from bulletin_desktop.intake import vocabulary
from bulletin_desktop.intake.characters import HAN, NUMERAL, could_be_name, is_han, is_name
from bulletin_desktop.intake.vocabulary import alternatives

_OPEN = r"(?:[×xX*＊_＿Ｘ]+)"  # a number left out: ××年×月×日
_TWO = rf"(?:[0-9]{{1,2}}|[{NUMERAL}]{{1,3}}|{_OPEN})"
_YEAR = rf"(?:[12][0-9]{{3}}|[二一][{NUMERAL}OoＯ]{{3}}|(?:[12][0-9]{{1,2}}|二[{NUMERAL}])?{_OPEN})"
_DATE = rf"{_YEAR}\s*年\s*{_TWO}\s*月\s*(?:{_TWO}\s*日)?"
_ISO = "(?<![0-9])(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])"
DATE = re.compile(f"{_DATE}|{_ISO}")
DATE_LINE = re.compile(
    rf"{_DATE}(?:[（(](?:星期|周)[一二三四五六日天][)）])?$|(?:19|20)[0-9]{{2}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}$"
)
DATE_IN_BRACKETS = re.compile(rf"[（(]\s*{_DATE}\s*[)）]$")

# An ending that closes a sentence or leads into the next line, with what may close after it.
SENTENCE_END = re.compile(r"[。！？!?…][”’）)」』】》]*$")
OPEN_END = re.compile(r"[，、；：,;:][”’]?$")
CONTINUES_HEADLINE = re.compile("关于|印发|批转|转发|——|在")
INSIDE = re.compile(r"[。；;]")

DASHED = re.compile(r"(?:—{1,3}|-{2,3}|－{1,2}|─{1,3})\s*[^\s—－─-]")
DIVIDER = re.compile(
    r"(?:[-—－─━_＿=＝*＊★☆◆◇■□●○~～·.…#+]\s*){3,}$"
    rf"|第?\s*[0-9{NUMERAL}]+\s*版(?:[：:\s].{{0,8}}|[（(].{{0,8}}[)）])?$"
    r"|[-—=─*＊]{2,}[^-—=─*＊]{1,6}[-—=─*＊]{2,}$|(?:专栏|栏目)[：:]$"
    rf"|[（【(\[]?第\s*[0-9{NUMERAL}]+\s*篇[）】)\]]?[：:]?$"
    rf"|(?:稿件|来稿|稿|文章|篇)\s*[0-9{NUMERAL}]+[：:]?$|(?:No|NO|№)\s*[.．]?\s*[0-9]{{1,3}}$"
)

_NOTE_WORD = "编者按语?|编者的话|编后[语记]|编者注|编前话?|编辑部按|按语|开栏的?[话语]|编者絮语|导读语"
NOTE = re.compile(
    rf"[【〔\[（]?\s*(?:{_NOTE_WORD}|编后|按)\s*(?:[】〕\]）]\s*[：:]?|[：:])|(?:{_NOTE_WORD}|编后)$|编者按\s"
)
ATTACHMENT = re.compile(r"附\s*件?\s*[0-9一二三四五六七八九十]*\s*(?:[：:]|$)|附表\s*[0-9]*[：:]?$")
KEY_VALUE = re.compile(rf"(?:会议|活动|联系|报名|培训)?{alternatives(vocabulary.KEYS)}(?:人员|人|单位)?[：:]")
CLOSING = re.compile(
    r"(?:核心阅读|核心提示|阅读提示|内容摘要|新闻背景|背景链接|知识链接|小贴士)[：:]?$"
    r"|(?:尊敬的.{2,10}，)?(?:大家|你们?|您|各位.{0,8}|.{0,6}们)(?:早上|上午|中午|下午|晚上|新年)?好[！!。]?$"
    r"|(?:最后，)?(?:散会|会议到此结束.{0,10}|此致|敬礼|特此.{2,6}|(?:谨?祝(?!贺|福)|预祝|衷心祝愿).{2,30}|谢谢(?:大家|各位)?|以上.{0,8}(?:报告|意见|汇报|请示|发言).{0,8}|妥否.{0,8}|谨此|完|未完待续"
    r"|[（(](?:[^（）。]{0,10}按.{1,14}(?:序|排列)|排名不分先后|[下上][转接].{1,8}|.{2,6}完毕|全文完|完|略|下略|此页无正文|此件.{0,12}|未完待续|掌声.{0,4})[)）])[。！!]?$"
)
CAPTION = re.compile(
    r"[（(]?图\s*(?:为|片说明|[0-9一二三四五六]|[：:])[^。]{0,40}|.{0,10}(?:现场|合影)(?:图|照)?[）)]?$|[▲△↑↓←→◀▼▽]\s*[^。]{2,40}$"
)
_PHOTOGRAPHED = re.compile(rf"(?P<shown>.{{6,60}}?)[\s（(]+[{HAN}]{{2,4}}\s*[/／]?\s*(?:摄影|摄|图)[）)]?$")
SPEAKER = re.compile(
    r"(?:[▲△▶■□●○◆◇]\s*)?(?:问|答|[^，。：\s]{0,10}记者|主持人|[QA]|[（(]?[问答][）)]?)\s*[0-9一二三四五六七八九十]*\s*[：:]"
)
BULLET = re.compile(r"[█▌▍▎▋▊▉▮❖✦✧◉⊙▷◈●○◆◇■□▲△★☆※➢►▶•·◎√]\s*")

_CALLED = alternatives(vocabulary.CALLED)
_ADDRESS = re.compile(
    r"^(?:尊敬|敬爱|亲爱|可敬|可亲|各|全|广大|同志|朋友|女士|先生|市|县|区|省|本)"
    rf"|(?:{_CALLED}|{alternatives(vocabulary.UNIT_ENDS)}|{alternatives(vocabulary.OFFICES)}|们|会)(?:（.*）)?[：:]$"
)
_INTRODUCES = re.compile(
    r"如下|以下|下列|指出|强调|要求|认为|表示|说|是|有|问|答|包括|即|做法|时间|地点|主要|汇报"
)
CALL = re.compile(
    rf"^(?:(?:尊敬的?)?各位[^，]{{1,20}}|.{{0,12}}(?:{_CALLED})们)(?:[、，](?:各位.{{1,10}}|.{{0,8}}们))*[：:！]$"
)

_HEADINGS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第([{NUMERAL}]+)(?:部分|章|节|单元|板块)[：:\s、]*(?=\S)")),
    (1, re.compile(rf"([{NUMERAL}]{{1,3}})[、.．]\s*(?=\S)")),
    (2, re.compile(rf"[（(]([{NUMERAL}]{{1,3}})[）)][、.．]?\s*(?=\S)")),
    (3, re.compile(r"([0-9]{1,2})(?:[.．](?![0-9])|、)\s*(?=\S)")),
    (4, re.compile(r"[（(]([0-9]{1,2})[）)][、.．]?\s*(?=\S)")),
    (4, re.compile(r"([0-9]{1,2})[）)]\s*(?=\S)")),
)

_UNIT_END = re.compile(rf"{alternatives(vocabulary.UNIT_ENDS)}(?:[（(].{{1,12}}[)）])?$")
# A word of doing right before the end of a unit's name is part of it: 文史和学习委员会, 政务服务中心, 调研组.
_TASK = re.compile(
    "(?:调研|视察|考察|督导|学习|服务|推进|促进|加强|提升)(?=(?:联络)?(?:委|组|局|中心|办|站|科|处|队))"
)
_PLACE = re.compile(f"[{HAN}]{{2,12}}[省市县区州镇乡村]$")
_HOLDER = re.compile("[员人长师士工家任记手者生户]$")  # how what a person is ends: 致富带头人
_SAYING = re.compile(alternatives(vocabulary.SAYING))
_PERSON = re.compile(
    rf"(?P<office>.{{0,28}}{alternatives(vocabulary.OFFICES)})?\s*"
    rf"(?P<name>[{HAN}](?:\s*[{HAN}]){{1,3}})(?:（.{{1,20}}）)?$"
)
_CREDIT_WORD = alternatives(vocabulary.CREDITS)
CREDIT_IN_BRACKETS = re.compile(rf"[（(【\[].{{0,40}}{_CREDIT_WORD}.{{0,40}}[)）】\]]$")
_BY_BEHIND = re.compile(r"(?P<names>.+?)\s*(?:文/图|图/文|文图|图文|供图|摄影|\s文|\s图|\s摄)$")
_TRADE = re.compile("[^，。；：的]{2,}(?:记者|通讯员|通讯组|报道组|采访组|评论员)$")
_BYLINE = re.compile(
    rf"[^，。；：]{{0,16}}?(?:记者|通讯员|特约撰稿人|信息员|{_CREDIT_WORD})[\s：:/／|丨]+(?P<names>.+)$"
)
_BULLETED_CREDIT = re.compile(r"(?:[□■◎●○◇◆☆★▲]|—+(?![—记访致写看论谈读听]))\s*(?P<rest>.+)")
CREDIT_LINE = re.compile(
    rf"(?:{_CREDIT_WORD}|(?:本报|本刊|本网|.{{2,14}}(?:报|社|台|媒体))?[^，。：]{{0,6}}记者)\s*[：:/／|丨].{{1,40}}$"
    r"|(?:本报|本刊|特约|见习|实习|全媒体)?(?:记者|通讯员)\s*[^，。；：的]{2,24}$"
    r"|[^，。；：\s]{0,12}(?:报社|日报|晚报|电视台|融媒体?|传媒|本[报刊网台])[^，。；：\s]{0,12}(?:记者|通讯员)$"
    r"|[^，。；：]{2,24}\s*(?:供稿|撰稿|供图|摄影报道|摄|撰文)$"
)
# A short line that goes on telling: no headline, though its full stop was left out.
TELLS = re.compile(
    r"(?:本次|此次)?(?:会议|大会|活动)(?:还|也)?(?:审议|听取|指出|强调|要求|传达|研究|通过|决定|认为|学习|明确|由|邀请)"
    r"|(?:会上|会后|会前|据悉|据了解|随后|截至|此外|另外|其间|期间)[，,]?|(?:与会|参会)(?:人员|同志|委员|代表)"
)
_PRESIDED = re.compile(
    rf"[{HAN}、]{{2,12}}?(?:主持|出席|参加|讲话|陪同|列席|致辞|作报告|通报)(?:会议|并讲话)?$"
)
IN_COLUMN = re.compile(r"[【〖][^】〗]{2,10}[】〗]\s*\S{2}")  # a headline behind the name of its column
SIGNED_BY = re.compile(r"(?:倡议单位|倡议人|报告人|申请人|汇报人|述职人|发起单位|发起人|主办单位|署名)[：:]")
INLINE_CREDIT = re.compile(
    rf"[。！？”][（(].{{0,24}}(?:{_CREDIT_WORD}|政协|委|局|办|[{HAN}]{{2,3}}).{{0,10}}[)）]$"
)

_SECTION_END = re.compile(
    r"(?:动态|要闻|之窗|天地|风采|论坛|园地|传真|选登|快讯|简讯|专栏|视窗|视点|综述|巡礼|掠影|集锦|纵横|荟萃|看台|之声|心声|之家|摘编|选编|快递|直通车|速览|速递|一览|集萃|撷英|播报|扫描|讲堂)$"
)
_ORNAMENT = r"[★☆◆◇■●▲※—－\-·\s]{1,6}"
_MARKED = re.compile(
    r"(?:[【〖\[［〔「『<＜]\s*(?P<bracketed>[^】〗\]］〕」』>＞]{2,12})\s*[】〗\]］〕」』>＞]"
    rf"|{_ORNAMENT}(?P<ornamented>[^★☆◆◇■●▲※—－\-，。\s]{{2,8}}){_ORNAMENT}"
    r"|(?:栏目|专栏)[：:]\s*(?P<named>\S{2,12}))$"
)

TITLE_KIND = re.compile(
    rf"{alternatives(vocabulary.DOCUMENTS)}(?:[（(].{{1,12}}[)）]|》)?$|.讯[{NUMERAL}0-9]+[则条]$"
)
EVENT = re.compile(rf"(?<![小微大]){alternatives(vocabulary.EVENTS)}|开展.*(?:活动|工作)")
ENTITY = re.compile(
    rf"^[“]?[{HAN}]{{0,10}}?{alternatives(vocabulary.ENTITIES)}|^[{HAN}]{{1,5}}(?<![城都小园景辖片山库灾])[市县区州]"
)
URGES = re.compile(
    r"(?:亟待|亟需|亟须|值得|应|需|宜|当).{2,8}$|不容忽视$|迫在眉睫$|(?:现象|问题|隐患).{0,6}突出$"
)
_PART = "(?:问题|建议|对策|现状|成效|经验|启示|做法|原因|困难|措施|背景|体会|感悟|思考)"
_COUNTED = (
    "(?:问题|建议|对策|做法|经验|措施|亮点|特点|案例|关键词|镜头|故事|场景|变化|启示|体会|短板|创新|步骤)"
)
_SUBHEAD = re.compile(
    rf"^(?:{alternatives(vocabulary.SUBHEAD_STARTS)}|“[^”]+”|(?:存在)?{_PART}(?:及.{{1,6}})?(?:[：:]|$)"
    rf"|{_COUNTED}之?[{NUMERAL}0-9]{{1,2}}(?:[：:、\s]|$)|[^，。]{{0,6}}之[{NUMERAL}][：:]|[{NUMERAL}]是)"
)

LEAD = re.compile(
    r"(?:[【（(\[〔].{0,24}(?:电|讯|报道|消息)[】）)\]〕]|本[报刊网台市县区]讯|[^，。]{0,12}[讯电]\s*[（(]|新华社.{0,12}[讯电]\s"
    r"|(?:[12][0-9]{3}年)?\s*[0-9]{1,2}\s*月\s*(?:[0-9]{1,2}\s*日|[上中下]旬|初|底|份)"
    r"|日前|近日|近期|近来|最近|连日来|前不久|昨日|今日|昨天|今天|上周|本周|周[一二三四五六日]|[0-9]{1,2}日[，上下]|[0-9]{1,2}月[，以]|为期|记者从|[^，。]{2,10}(?:前夕|之际)，|[（(][^）)]{0,12}(?:记者|通讯员))"
)
LEAD_INSIDE = re.compile(r"^[^。]{0,36}?(?:[0-9]{1,2}月\s*[0-9]{1,2}\s*日|日前|近日)")
SOFT_LEAD = re.compile(
    r"(?:为(?!了?什么)|根据|按照|据|有?(?:市|县|区)?(?:政协)?委员.{0,5}反映|今年以来|近年来|自.{2,20}以来|在.{2,30}(?:之际|期间|来临)|随着|春节|党的|习近平|大家好|现将|经|各位"
    r"|(?:初|早|盛|仲|暮|深|金|寒|隆|入|立)?[春夏秋冬][日天时里之的以季节夜]|腊月|正月|清晨|傍晚|凌晨|周末|“[^”]{4,}”|[^，。]{2,20}是|[^，。]{0,6}位于)"
)
CONTINUES = re.compile(
    r"(?:会议|会上|会后|会前|座谈会上|据了解|据悉|同时|此外|另外|其次|再次|最后|随后|下一步|其中|该|一是|二是|首先|第一|要|与会|参会"
    r"|活动中|活动现场|调研组?(?:强调|指出|要求|认为|一行|组?还)|督导组(?:要求|强调|指出|对)|与此同时|接下来|截至)"
)


def heading(text: str) -> tuple[int, int, str] | None:
    """Return (level, number, what follows the number) if the line begins with the number of a heading."""
    for level, pattern in _HEADINGS:
        match = pattern.match(text)
        if match:
            return level, numeral(match[1]), text[match.end() :]
    return None


def is_unit(text: str) -> bool:
    """Say whether the line is nothing but the name of an office."""
    bare = re.sub(r"\s+", "", text)
    if not 3 <= len(bare) <= 30 or re.search("[，。？！：“”]", bare):
        return False
    return bool(_UNIT_END.search(bare)) and not _SAYING.search(_TASK.sub("", bare))


def is_signer(text: str) -> bool:
    """Say whether the line names who wrote: a unit, a person, or a unit with a person (县中医院  文秀)."""
    if is_unit(text) or is_person(text):
        return True
    held, *name = text.rsplit(maxsplit=1)
    if name and is_name(name[0]) and _HOLDER.search(held) and not _SAYING.search(held):
        return len(held) <= 28
    unit, *names = text.split(maxsplit=1)
    if not names or _SAYING.search(names[0]):
        return False
    if (is_unit(unit) and are_names(names[0])) or is_from_place(text):
        return True
    return (
        _known(names[0])
        and any(  # 云溪市方晓雨 白洁
            is_name(unit[-length:]) and (_PLACE.match(unit[:-length]) or is_unit(unit[:-length]))
            for length in (2, 3)
        )
    )


def is_from_place(text: str) -> bool:
    """Say whether a place is followed by nothing but names: 湖南郴州市 谭涛峰 陈维."""
    place, *names = text.split(maxsplit=1)
    return bool(names) and bool(_PLACE.match(place)) and _known(names[0])


def names_author(text: str) -> bool:
    """Say whether the line names a unit or place and then persons: who wrote it, hardly who signs it."""
    pieces = text.split()
    return len(pieces) > 1 and are_names(" ".join(pieces[1:])) and is_signer(text) and not is_person(text)


def _known(text: str) -> bool:
    """Say whether it is names most of which are common."""
    names = list(named(text))
    return are_names(text) and 2 * sum(map(is_name, names)) > len(names)


def are_names(text: str) -> bool:
    """Say whether there is nothing but names, where names are due: a family name may be rare."""
    names = list(named(text))
    return bool(names) and all(could_be_name(name) for name in names)


def named(text: str) -> Iterator[str]:
    """Yield the pieces of a list of names, single characters joined in pairs: 白 洁 方晓雨."""
    held = ""
    for piece in re.split(r"[\s、，,/／]+", text.strip()):
        if len(piece) == 1 and not held:
            held = piece
            continue
        yield held + piece
        held = ""
    if held:
        yield held


def is_roll(text: str, fewest: int) -> bool:
    """Say whether the line is *fewest* or more names, of which some may be spread: 肖  柏　高一鸣."""
    names = list(named(text))
    if len(names) < fewest or not all(2 <= len(name) <= 4 for name in names):
        return False
    known = sum(map(is_name, names))
    return known >= 0.6 * len(names) and all(is_han(character) for name in names for character in name)


def is_person(text: str) -> bool:
    """Say whether the line is one person, perhaps with the office held, or several names."""
    match = _PERSON.match(text)
    if match:
        office = match["office"] or ""
        apart = text[len(office) :][:1].isspace()
        if is_name(match["name"]):
            return not _SAYING.search(office) or apart
        if office and apart and could_be_name(match["name"]):
            return True
    names = re.split(r"[\s、]+", text)
    return len(names) > 1 and all(is_name(name) for name in names)


def is_address(text: str) -> bool:
    """Say whether a line ending in ： addresses readers rather than introducing what follows."""
    if len(text) > 60 or "。" in text or not _ADDRESS.search(text):
        return False
    return not _INTRODUCES.search(text.rsplit("，", 1)[-1])


def is_photograph(text: str) -> bool:
    """Say whether it tells what a picture shows, and who took it: 座谈会会场 王达 摄."""
    match = _PHOTOGRAPHED.match(text)
    return (
        match is not None and not is_signer(match["shown"]) and not CREDIT_LINE.match(match["shown"] + " 某")
    )


def is_byline(text: str) -> bool:
    """Say whether a person's trade and nothing but names follow each other: 特邀记者 方晓雨 白 洁."""
    pieces = text.split()
    if len(pieces) > 1 and any(_TRADE.search(piece) for piece in pieces):  # 县委通讯组 云溪日报记者
        return all(is_unit(piece) or _TRADE.search(piece) for piece in pieces) or _by_name(text)
    return _by_name(text)


def _by_name(text: str) -> bool:
    found = (pattern.match(text) for pattern in (_BYLINE, _BY_BEHIND))
    return any(match is not None and are_names(match["names"]) for match in found)


def is_bulleted_credit(text: str) -> bool:
    """Say whether a bullet is followed by nothing but a name or a unit: □ 方晓雨, ■ 市政协办公室."""
    match = _BULLETED_CREDIT.match(text)
    if match is None:
        return False
    return bool(CREDIT_LINE.match(match["rest"])) or is_person(match["rest"]) or is_unit(match["rest"])


def tells_presence(text: str) -> bool:
    """Say whether it tells who was there, as a line below a headline does: 程晓岚主持　郑望舒出席."""
    return all(_PRESIDED.match(piece) for piece in re.split(r"[，\s]+", text.strip()))


def announces(text: str) -> bool:
    """Say whether a line ending in ： introduces what follows it."""
    return bool(_INTRODUCES.search(text))


def section_name(text: str) -> str | None:
    """Return the bare name if the line is the name of a section set off by marks: 【栏目】, ★要闻★."""
    match = _MARKED.match(text)
    name = next((group for group in match.groups() if group), "").strip() if match else ""
    return name if 2 <= len(name) <= 10 and not EVENT.search(name[2:]) else None


def is_section_word(text: str) -> bool:
    """Say whether the bare line is what offices call their sections."""
    bare = re.sub(r"\s+", "", BULLET.sub("", text, count=1))
    if bare in vocabulary.SECTIONS:
        return True
    return 3 <= len(bare) <= 8 and bool(_SECTION_END.search(bare)) and not EVENT.search(bare)


def is_subhead(text: str) -> bool:
    """Say whether a bare line is worded like a heading inside an article."""
    if ENTITY.match(text) or EVENT.search(text) or TITLE_KIND.search(text):
        return False
    return bool(_SUBHEAD.match(text))
