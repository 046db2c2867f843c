"""Cleaning rules for single characters. Each takes a line and yields (index, what it becomes)."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Sequence

from bulletin_desktop.intake.characters import HAN, NUMERAL, OPENING, has_han, is_chinese, is_han

Edits = Iterator[tuple[int, str]]

# XML 1.0 Char (2.2), and characters without width that web pages leave behind. A tab is kept: it
# parts the cells of a pasted table.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_DIGITS = re.compile("[０-９]|(?<=[0-9０-９])．(?=[0-9０-９])")
_LETTERS = re.compile("[Ａ-Ｚａ-ｚ]")
_QUOTES = re.compile("[\"＂'＇]")
_LEFT_QUOTE = re.compile('(?<![0-9])["＂]')
_MARKS = re.compile("[,:;?!()]")
_HAN = re.compile(f"[{HAN}]")
_STOP = re.compile(rf"(?<=[{HAN}”’）》】%％])\.(?![.A-Za-z…·\s])")
_LAST_STOP = re.compile(rf"(?:[{HAN}”’）》】%％]\.|[！？])[”’）]*(?:（[^（）]*）)?$")
_CLOSES_OR_OPENS = "”’）“‘（《"
_NUMBER = 8  # characters within which a line's number stands
_NUMBERED = re.compile(rf"[（]?(?:第?[{NUMERAL}]+|附[件注表]?|注)[）]?[是]?$")
# Characters that write the sounds of foreign names; between two of them a point parts a name.
_FOREIGN = frozenset(
    "阿艾巴比伯布达德迪多尔法菲弗戈格古哈汗翰赫吉加杰卡凯克肯库拉莱兰劳勒雷里力利丽林卢鲁路伦罗洛马玛迈曼米莫"
    "穆纳内尼努诺帕佩皮普乔热萨赛沙莎史斯苏塔泰坦特提廷图吐瓦韦维沃乌西希夏辛雅亚伊依易尤约扎詹珍兹提买木孜江"
)
_WIDE = str.maketrans(",:;?!()", "，：；？！（）")

_ADDRESS = (
    r"(?:https?|ftp)://[\x21-\x7e]*[A-Za-z0-9/=_#&-]"
    r"|www\.[\x21-\x7e]*[A-Za-z0-9/=_#&-]"
    r"|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_ENDINGS = (
    "docx?|docm|dotx?|wps|wpt|xlsx?|xlsm|et|csv|pptx?|dps|pdf|ofd|caj|txt|rtf|odt|html?|mht|eml|xml|zip|rar|7z"
    "|jpe?g|png|gif|bmp|tiff?|webp|mp[34]|wav|avi|mov|exe"
)
# What Windows lets a file be called, up to what no name in running text has.
_FILE_NAME = rf"[^\s:?*\"<>|,;!，。；：、？！《》“”]{{1,120}}\.(?:{_ENDINGS})(?![A-Za-z0-9])"
_ADDRESSES = re.compile(_ADDRESS)
# Where a half-width mark is part of a name or a number.
_NAMES = re.compile(rf"{_ADDRESS}|{_FILE_NAME}|(?<![A-Za-z])[A-Za-z]:\\", re.IGNORECASE)
_MAY_BE_NAME = re.compile(r"[.:@][A-Za-z0-9/\\]")
_IN_NUMBER = re.compile("(?<=[0-9])[,:](?=[0-9])")
_LONGEST_MODEL = 8
_MODEL = re.compile(f"[A-Za-z0-9+/-]{{1,{_LONGEST_MODEL}}}")  # in brackets behind a letter or figure: DF-5(B)


def forbidden(text: str) -> Edits:
    """Drop what a Word file cannot hold and what cannot be seen."""
    return ((match.start(), "") for match in _FORBIDDEN.finditer(text))


def fullwidth_digits(text: str) -> Edits:
    """Turn full-width digits, and the point between digits, half-width."""
    return ((match.start(), chr(ord(match[0]) - 0xFEE0)) for match in _DIGITS.finditer(text))


def fullwidth_letters(text: str) -> Edits:
    """Turn full-width Latin letters half-width."""
    return ((match.start(), chr(ord(match[0]) - 0xFEE0)) for match in _LETTERS.finditer(text))


def addresses(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the web and mail addresses in the text."""
    return [match.span() for match in _ADDRESSES.finditer(text)]


def straight_quotes(text: str) -> Edits:
    """Pair straight quotes beside Chinese; a line whose quotes do not pair is left to the person."""
    if not has_han(text) or not _QUOTES.search(text):
        return
    for straight, pair in (('"＂', "“”"), ("'＇", "‘’")):
        places = [place for place, character in enumerate(text) if character in straight]
        if pair == "‘’":
            places = [place for place in places if not _is_apostrophe(text, place)]
        yield from _paired(text, frozenset(places), pair)


def has_unpaired_quote(text: str) -> bool:
    """Say whether a straight quote was left in Chinese text; inches and seconds (5") are none."""
    return has_han(text) and bool(_LEFT_QUOTE.search(text))


def _paired(text: str, places: Collection[int], pair: str) -> Edits:
    """Yield what the straight quotes at *places* become, or nothing if they leave a doubt.

    Beside curly quotes that pair by themselves the straight ones pair with each other, outside of
    them; otherwise a straight one closes what is open and opens what is not (“一题一策").
    """
    alone = _is_balanced(character for character in text if character in pair)
    turns: list[tuple[int, str]] = []
    is_open = inside = False
    for place, character in enumerate(text):
        if character in pair:
            inside = character == pair[0]
            if alone and is_open:
                return
            is_open = is_open if alone else inside
        elif place in places:
            if alone and inside:
                return
            turns.append((place, pair[is_open]))
            is_open = not is_open
    paired = dict(turns)
    after = (paired.get(place, character) for place, character in enumerate(text))
    if not is_open and _is_balanced(character for character in after if character in pair):
        yield from turns


def _is_balanced(quotes: Iterable[str]) -> bool:
    """Say whether opening and closing quotes take turns, beginning with an opening one."""
    turn = 0
    for quote in quotes:
        if (quote in "“‘") != (turn % 2 == 0):
            return False
        turn += 1
    return turn % 2 == 0


def _is_apostrophe(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return before.isascii() and after.isascii() and before.isalnum()


def halfwidth_marks(text: str) -> Edits:
    """Turn , : ; ? ! ( ) . full-width where they belong to Chinese; numbers, addresses, Latin keep theirs.

    They are judged together, since each is judged by those beside it.
    """
    marks = [match.start() for match in _MARKS.finditer(text)]
    if (not marks and "." not in text) or not has_han(text):
        return
    kept = _kept(text)
    open_to_change = [place for place in marks if place not in kept]
    characters = list(text)
    wide = set(_brackets(characters, [place for place in open_to_change if characters[place] in "()"]))
    for place in wide:
        characters[place] = characters[place].translate(_WIDE)
    for place in open_to_change:
        if characters[place] in ",:;?!" and _belongs_to_chinese(characters, place):
            characters[place] = characters[place].translate(_WIDE)
            wide.add(place)
    for place in _stops(characters):
        if place not in kept:
            characters[place] = "。"
            wide.add(place)
    yield from ((place, characters[place]) for place in sorted(wide))


def _kept(text: str) -> set[int]:
    """Return the places of marks that are part of a word or a number."""
    kept = {match.start() for match in _IN_NUMBER.finditer(text)}
    if _MAY_BE_NAME.search(text):
        for match in _NAMES.finditer(text):
            kept.update(range(*match.span()))
    return kept


def _stops(characters: list[str]) -> Iterator[int]:
    """Yield the points that end a Chinese sentence: surely those at the end and beside quotes.

    Inside a line they are stops only where the line has no 。 and ends with a point, and neither a
    numeral stands before them (一.) nor sounds of foreign names around them (卡尔.马克思).
    """
    text = "".join(characters)
    throughout = "。" not in text and bool(_LAST_STOP.search(text))
    for match in _STOP.finditer(text):
        place = match.start()
        left, right = text[place - 1], text[place + 1 : place + 2]
        sure = not right or right in _CLOSES_OR_OPENS
        likely = throughout and not (left in _FOREIGN and right in _FOREIGN)
        numbered = place <= _NUMBER and _NUMBERED.match(text[:place])
        if (sure or likely) and not numbered:
            yield place


def _brackets(characters: list[str], places: Sequence[int]) -> Iterator[int]:
    """Yield the brackets to widen: pairs by what is in and around them, single ones by their neighbours."""
    opened: list[int] = []
    han = [match.start() for match in _HAN.finditer("".join(characters))] if places else []
    for place in places:
        if characters[place] == "(":
            opened.append(place)
        elif opened:
            start = opened.pop()
            if bisect(han, place) > bisect(han, start) or _pair_is_chinese(characters, start, place):
                yield from (start, place)
        elif is_chinese(_near(characters, place, -1)) or is_chinese(_near(characters, place, 1)):
            yield place
    yield from (
        place
        for place in opened
        if is_chinese(_near(characters, place, -1)) or is_chinese(_near(characters, place, 1))
    )


def _pair_is_chinese(characters: list[str], start: int, end: int) -> bool:
    """Say the same of a pair with no Chinese character inside."""
    inside = "".join(characters[start + 1 : min(end, start + 2 + _LONGEST_MODEL)])
    before = "".join(characters[start - 1 : start])
    if before.isascii() and (before.isalpha() or (before.isdigit() and _MODEL.fullmatch(inside))):
        return False  # f(x), Article(1), DF-5(B)
    return is_chinese(_near(characters, start, -1)) or is_chinese(_near(characters, end, 1))


def _belongs_to_chinese(characters: list[str], place: int) -> bool:
    left, right = _near(characters, place, -1), _near(characters, place, 1)
    if is_chinese(left):
        return True
    if not left or not right:
        return is_chinese(right) or _ends_a_chinese_word(characters, place)
    return is_han(right) or right in OPENING or left in "%％℃‰°"


def _ends_a_chinese_word(characters: list[str], place: int) -> bool:
    """Say whether the mark ends the line after one Latin word or number in Chinese text (建设5G!)."""
    start = place
    while start and characters[start - 1].isascii() and not characters[start - 1].isspace():
        start -= 1
    return 0 < start < place and is_chinese(characters[start - 1])


def _near(characters: list[str], place: int, step: int) -> str:
    """Return the next character that is no space, or the empty string at the line's end."""
    place += step
    while 0 <= place < len(characters) and characters[place].isspace():
        place += step
    return characters[place] if 0 <= place < len(characters) else ""
