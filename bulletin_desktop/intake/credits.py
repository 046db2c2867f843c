"""Who wrote a manuscript: what a line of credit says, apart. `read(credit) -> Credit`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletin_desktop.intake import patterns
from bulletin_desktop.intake.characters import HAN, could_be_name, is_name
from bulletin_desktop.intake.vocabulary import MINDING, NOBODY, OFFICES, PICTURING, WRITING, alternatives
from bulletin_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Credit:
    """*unit* sent it, *authors* wrote it, *role* is the word that says so, empty where none does."""

    unit: str = ""
    authors: tuple[str, ...] = ()
    role: str = ""


_MARK = r"\s*[：:/／丨|]\s*"
_KEYED = re.compile(rf"(?P<role>{alternatives(WRITING | PICTURING | MINDING)}){_MARK}")
_LAST = re.compile(
    r"(?P<who>.*?)\s*[/／]?\s*(?P<role>供稿|撰稿|撰文|摄影报道|图文报道|报道"
    r"|摄影|供图|摄|整理|报送|来稿|投稿|图/文|文/图|图文|文图|(?<=[\s/／])[文图])$"
)
_TRADE = re.compile(r"(?P<house>.*?)(?P<role>记者|通讯员|特约撰稿人|信息员|特约评论员)(?P<who>.*)$")
_HOUSE = re.compile(r"(?:本[报刊网台市县区]|特约|特邀|见习|实习|全媒体|融媒体?|首席|驻.{2,6})+$")
_PRESS = re.compile(
    r".+?(?:报社|日报|晚报|早报|商报|时报|电视台|广播台|融媒体中心|传媒集团|通讯社|新闻网|杂志社)"
)
_OFFICE_END = re.compile(rf"(?:{alternatives(OFFICES)})+$")
_BULLET = re.compile(r"^[\s□■◎●○◇◆☆★▲—-]+|[\s。]+$")
_BRACKETED = re.compile(r"[（(【\[〔]\s*(?P<inside>.*?)\s*[）)】\]〕]$")
_LED = re.compile(rf"(?P<role>{alternatives(WRITING | PICTURING)})\s+(?P<who>.+)$")
_INSIDE = re.compile(r"[（(][^（()）]*[)）]")
_PARTS = re.compile(r"[\s、，,；;/／|丨]+")
_PLACE = re.compile(rf"[{HAN}]{{2,}}[省市县区州镇乡村]$")
_ABOUT = re.compile("作者(?:系|为|单位是)")


def read(credit: str) -> Credit:
    """Return what a line of credit says, in or out of brackets.

    Editors, checkers and photographers beside an author are no authors; a photographer alone is.
    """
    text = _BULLET.sub("", credit)
    bracketed = _BRACKETED.match(text)
    text = _BULLET.sub("", bracketed["inside"]) if bracketed else text
    if not text or text in NOBODY or _ABOUT.match(text):
        return Credit()
    found = [(role, *_who(role, words)) for role, words in _roles(text) if role not in MINDING]
    writing = [each for each in found if each[0] not in PICTURING] or found
    unit = next((unit for _, unit, _ in writing if unit), "") or next(
        (unit for _, unit, _ in found if unit), ""
    )
    authors = tuple(dict.fromkeys(name for _, _, names in writing for name in names))
    role = next((role for role, unit, names in writing if role and (unit or names)), "")
    return Credit(unit, authors, role)


def _roles(text: str) -> Iterator[tuple[str, str]]:
    """Yield each role with the words that belong to it; the role is empty for words without one."""
    plain = None if re.search("[：:]", text) else _LED.match(text) or _LAST.match(text)
    keys = [] if plain else list(_KEYED.finditer(text))
    if keys and keys[0].start():
        yield from _unkeyed(text[: keys[0].start()])
    for index, key in enumerate(keys):
        end = keys[index + 1].start() if index + 1 < len(keys) else len(text)
        yield key["role"], text[key.end() : end]
    if not keys:
        yield from _unkeyed(text)


def _unkeyed(text: str) -> Iterator[tuple[str, str]]:
    """Yield roles that no colon follows: 本报记者 方晓雨 通讯员 白洁, 市政协办 供稿."""
    match = _TRADE.match(text)
    if match:
        following = _TRADE.search(match["who"])
        end = len(match["who"]) if following is None else _begin_of_trade(match["who"])
        house = _HOUSE.sub("", match["house"].strip())
        yield match["role"], f"{house} {match['who'][:end].lstrip('：: ')}"
        if following is not None:
            yield from _unkeyed(match["who"][end:])
        return
    led = _LED.match(text)
    if led:
        yield led["role"], led["who"]
        return
    last = _LAST.match(text)
    if last and last["who"].strip():
        yield last["role"].removesuffix("报道") or "报道", last["who"]
    elif text.strip():
        yield "", text


def _begin_of_trade(text: str) -> int:
    """Return where the word begins that ends with the next trade: 白洁 见习记者 米小禾."""
    match = re.search(r"\S*?(?:记者|通讯员|特约撰稿人|信息员|特约评论员)", text)
    return match.start() if match else len(text)


def _who(role: str, words: str) -> tuple[str, tuple[str, ...]]:
    """Return the unit and the names among *words*."""
    unit, names = "", []
    for piece in _joined(_PARTS.split(_INSIDE.sub("", words).strip())):
        office, name = _apart(piece)
        names += [name] if name else []
        unit = unit or office
    if not unit and not names and role and len(words.strip()) >= 3:
        unit = words.strip()
    return unit, tuple(names)


def _joined(pieces: Sequence[str]) -> Iterator[str]:
    """Yield *pieces* with a name's characters put together again: 张 弛."""
    held = ""
    for piece in pieces:
        if len(piece) == 1 and not held:
            held = piece
            continue
        yield held + piece
        held = ""
    if held:
        yield held


def _apart(piece: str) -> tuple[str, str]:
    """Return the unit and the name that one piece is, or is made of."""
    bare = _OFFICE_END.sub("", piece)
    if _is_office(piece):
        return piece, ""
    if could_be_name(piece) and not (bare != piece and len(bare) < 2):
        return "", piece
    for length in (3, 2):  # 云溪市政协办公室方晓雨
        before, name = _OFFICE_END.sub("", piece[:-length]), piece[-length:]
        if is_name(name) and _is_office(before):
            return before, name
    if bare != piece and _is_office(bare):  # 县政协委员
        return bare, ""
    press = _PRESS.match(piece)
    return (press[0], "") if press else ("", "")


def _is_office(text: str) -> bool:
    return patterns.is_unit(text) or bool(_PLACE.match(text))
