"""HTML from outside before it is parsed: pictures and styles taken out, what keeps a parser busy refused.

The parser (lexbor) takes ten seconds for 50,000 elements inside each other and as long for 40,000 attributes
of one tag, and repeats unclosed formats in every paragraph. What is real stays far below these limits.
"""

from __future__ import annotations

import re
from collections import Counter

from bulletin_desktop.values import dataclass

LONGEST = 64 * 1024 * 1024  # characters with pictures inside
_LONGEST_MARKUP = 16 * 1024 * 1024  # and without
_MOST_CSS = 256 * 1024
_MOST_TAGS = 120_000  # both ends: a hundred printed pages of Word's have 40,000
_DEEPEST = 512
_MOST_STEPS = 2_000_000  # open formats at each tag: as many elements more the parser may make of them
_MOST_ATTRIBUTES = 500
_LONG_TAG = 2000
_MOST_BODIES = 20

_NEVER = re.compile("[\x00\ud800-\udfff]")
_DATA_URL = re.compile(r"data:image/[\w.+-]{1,40};base64,", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
_CUT = re.compile(r"<(style|script)\b", re.IGNORECASE)
_CUT_END = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("style", "script")}
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*)((?:[^<>"']|"[^"]*"|'[^']*')*)""")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_ENDED_BY_NEXT = frozenset(("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup"))
_EMPTY = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
_FORMATS = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
_BOUNDARIES = frozenset(("table", "object", "applet", "marquee", "template", "select", "button"))


class TooComplex(ValueError):  # noqa: N818 - no error of the program: the text is taken instead
    """HTML made to keep its reader busy, or more than any page has."""


@dataclass(frozen=True, slots=True)
class Source:
    """HTML fit to be parsed. *data* are the data URLs' contents; the markup has `data:#` with a number."""

    markup: str
    css: str
    data: tuple[str, ...]


def prepared(html: str) -> Source:
    """Return *html* fit to be parsed, in a time in proportion to its length. Raises `TooComplex`."""
    if len(html) > LONGEST:
        raise TooComplex
    markup, data = _without_data(_NEVER.sub("", html))
    markup, css = _without_styles(markup)
    if len(markup) > _LONGEST_MARKUP or markup.count("<") > _MOST_TAGS:
        raise TooComplex
    _check(markup)
    return Source(markup, css, data)


def _without_data(html: str) -> tuple[str, tuple[str, ...]]:
    kept: list[str] = []
    data: list[str] = []
    end = 0
    for found in _DATA_URL.finditer(html):
        if found.start() < end:
            continue
        kept.append(f"{html[end : found.start()]}data:#{len(data)}")
        content = _BASE64.match(html, found.end())
        end = content.end() if content else found.end()
        data.append(html[found.end() : end])
    return "".join([*kept, html[end:]]), tuple(data)


def _without_styles(html: str) -> tuple[str, str]:
    """*html* without what styles and scripts hold, and the styles."""
    kept: list[str] = []
    css: list[str] = []
    end = 0
    while begin := _CUT.search(html, end):
        kept.append(html[end : begin.start()])
        close = _CUT_END[begin[1].lower()].search(html, begin.end())
        stop = close.start() if close else len(html)
        if begin[1].lower() == "style":
            css.append(html[begin.end() : stop][:_MOST_CSS].partition(">")[2])
        after = html.find(">", stop)
        end = after + 1 if after >= 0 else len(html)
    return "".join([*kept, html[end:]]), "\n".join(css)[:_MOST_CSS]


def _check(markup: str) -> None:
    """Follow the tags as the parser will, roughly, and refuse what would take it more than a moment."""
    nesting = _Nesting()
    for tag in _TAG.finditer(markup):
        closing, name, attributes = tag.groups()
        if len(attributes) > _LONG_TAG and len(_QUOTED.sub("", attributes).split()) > _MOST_ATTRIBUTES:
            raise TooComplex
        nesting.take(name.lower(), bool(closing))


class _Nesting:
    """The elements that are open, and what following them costs."""

    def __init__(self) -> None:
        self._stack: list[str] = []
        self._open: Counter[str] = Counter()
        self._bodies = self._formats = self._steps = 0

    def take(self, name: str, closing: bool) -> None:
        """Follow one tag. Raises `TooComplex`."""
        if name in _EMPTY or name in _ENDED_BY_NEXT:
            self._steps += self._formats  # each may take the open formats over
        elif closing:
            if self._open[name]:
                self._close(name)
        else:
            self._stack.append(name)
            self._open[name] += 1
            self._formats += name in _FORMATS
            self._bodies += name in ("body", "html")
            self._steps += self._formats
        if len(self._stack) > _DEEPEST or self._bodies > _MOST_BODIES or self._steps > _MOST_STEPS:
            raise TooComplex

    def _close(self, name: str) -> None:
        """Close the innermost *name* and what is inside it, unless a table or the like stands between."""
        place = len(self._stack) - 1
        while self._stack[place] != name:
            if self._stack[place] in _BOUNDARIES and name not in _BOUNDARIES:
                self._steps += len(self._stack) - place
                return
            place -= 1
        closed = self._stack[place:]
        del self._stack[place:]
        self._steps += len(closed)
        self._open.subtract(closed)
        self._formats -= sum(each in _FORMATS for each in closed)
