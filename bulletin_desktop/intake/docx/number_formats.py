"""Numbers of lists as Word writes them: the formats of ECMA-376 part 1, 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_HIGHEST = 1_000_000  # what is beyond is written in digits
_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_TRADITIONAL_DIGITS = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED = [chr(0x2460 + n) for n in range(20)]  # digits from 21 on, as the standard says
_CIRCLED_CHINESE = [chr(0x3280 + n) for n in range(10)]
_WITH_STOP = [chr(0x2488 + n) for n in range(20)]
_IN_BRACKETS = [chr(0x2474 + n) for n in range(20)]
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_HANGUL = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_AIUEO_HALF = "".join(map(chr, (*range(0xFF71, 0xFF9D), 0xFF66, 0xFF9D)))
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def written(number: int, kind: str) -> str:
    """Return *number* in the format that w:numFmt calls *kind*; digits for what is not known.

    decimal3 is Word's custom 001, 002, …
    """
    write = _FORMATS.get(kind)
    if write is None and kind.startswith("decimal") and kind[7:].isdigit():
        return str(number).zfill(int(kind[7:]))
    if write is None or not 0 <= number < _HIGHEST:
        return str(number)
    return write(number)


def counted(number: int, digits: str = _DIGITS, units: Sequence[str] = _UNITS, ten: str = "") -> str:
    """Return *number* as it is counted in Chinese: 一百〇三, 一万二千.

    The first of *digits* fills gaps: Word writes 〇 where a person writes 零.

    *ten* "一" writes 一十 for 10 to 19, as amounts of money do.
    """
    if number == 0:
        return digits[0]
    high, low = divmod(number, 10_000)
    if high:
        head = counted(high, digits, units, ten) + "万"
        return head + ("" if not low else (digits[0] if low < 1000 else "") + _below(low, digits, units))
    text = _below(low, digits, units)
    if not ten and 10 <= number < 20:
        return text[1:]
    return text


def _below(number: int, digits: str, units: Sequence[str]) -> str:
    """A number below 10,000, the first of *digits* for gaps inside it."""
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + units[place]
            gap = False
        else:
            gap = True
    return text


def _digitwise(number: int, digits: str = _DIGITS) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _chinese_counting(number: int) -> str:
    """Counted up to 99, digit by digit from there on: Word writes 一〇〇."""
    return counted(number) if number < 100 else _digitwise(number)


def _japanese(number: int) -> str:
    """The same without 〇, and 百 and 千 alone for one of them: 百三."""
    if number == 0:
        return "〇"
    if number >= 10_000:
        return _japanese(number // 10_000) + "万" + (_japanese(number % 10_000) if number % 10_000 else "")
    text = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ("" if digit == 1 and place else _DIGITS[digit]) + _UNITS[place]
    return text


def roman(number: int) -> str:
    """Return small Roman numerals."""
    if not 0 < number < 40_000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """A to z, then aa to zz, aaa: the same letter again, as Word counts on."""
    if not 0 < number <= 26 * 30:
        return str(number)
    times, which = divmod(number - 1, 26)
    return chr(ord("a") + which) * (times + 1)


def _one_of(signs: Sequence[str]) -> Callable[[int], str]:
    def write(number: int) -> str:
        return signs[number - 1] if 0 < number <= len(signs) else str(number)

    return write


def _around(signs: Sequence[str]) -> Callable[[int], str]:
    def write(number: int) -> str:
        return signs[(number - 1) % len(signs)] if number > 0 else str(number)

    return write


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _words(number: int) -> str:
    if number == 0:
        return "zero"
    parts = []
    if number >= 1000:
        parts.append(f"{_words(number // 1000)} thousand")
    if number % 1000 >= 100:
        parts.append(f"{_ONES[number % 1000 // 100]} hundred")
    rest = number % 100
    if rest >= 20:
        parts.append(_TENS[rest // 10] + (f"-{_ONES[rest % 10]}" if rest % 10 else ""))
    elif rest:
        parts.append(_ONES[rest])
    return " ".join(parts)


def _ordinal_words(number: int) -> str:
    text = _words(number)
    head, last = (
        text[: len(text) - len(text.replace("-", " ").split()[-1])],
        text.replace("-", " ").split()[-1],
    )
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def _chicago(number: int) -> str:
    return "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 % 30 + 1) if number > 0 else "0"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "ordinal": _ordinal,
    "cardinalText": lambda number: _words(number).capitalize(),
    "ordinalText": lambda number: _ordinal_words(number).capitalize(),
    "chicago": _chicago,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "russianLower": _around(_RUSSIAN),
    "russianUpper": _around(_RUSSIAN.upper()),
    "chineseCounting": _chinese_counting,
    "chineseCountingThousand": counted,
    "chineseLegalSimplified": lambda number: counted(number, _LEGAL_DIGITS, _LEGAL_UNITS, "壹"),
    "ideographDigital": _digitwise,
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": _digitwise,
    "japaneseLegal": lambda number: counted(number, "〇壱弐参四伍六七八九", ("", "拾", "百", "阡"), "壱"),
    "taiwaneseCounting": _chinese_counting,
    "taiwaneseCountingThousand": counted,
    "taiwaneseDigital": lambda number: _digitwise(number, "○一二三四五六七八九"),
    "ideographLegalTraditional": lambda number: counted(number, _TRADITIONAL_DIGITS, _LEGAL_UNITS, "壹"),
    "koreanDigital": lambda number: _digitwise(number, "영일이삼사오육칠팔구"),
    "koreanDigital2": lambda number: _digitwise(number, "零一二三四五六七八九"),
    "ideographTraditional": _around(_STEMS),
    "ideographZodiac": _around(_BRANCHES),
    "ideographZodiacTraditional": _around([_STEMS[n % 10] + _BRANCHES[n % 12] for n in range(60)]),
    "decimalEnclosedCircle": _one_of(_CIRCLED),
    "decimalEnclosedCircleChinese": _one_of(_CIRCLED),
    "ideographEnclosedCircle": _one_of(_CIRCLED_CHINESE),
    "decimalEnclosedFullstop": _one_of(_WITH_STOP),
    "decimalEnclosedParen": _one_of(_IN_BRACKETS),
    "ganada": _around(_HANGUL),
    "chosung": _around(_CHOSUNG),
    "aiueo": _around(_AIUEO_HALF),
    "aiueoFullWidth": _around(_AIUEO),
    "iroha": _around(_IROHA),
    "irohaFullWidth": _around(_IROHA),
    "none": lambda _number: "",
    "bullet": lambda _number: "",
}
