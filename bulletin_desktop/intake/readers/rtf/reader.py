"""The tokens of an RTF file, followed group by group into a draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from bulletin_desktop.intake.docx import style_names
from bulletin_desktop.intake.readers.rtf.fonts import Font
from bulletin_desktop.intake.readers.rtf.pictures import Picture
from bulletin_desktop.intake.readers.rtf.tables import Rows
from bulletin_desktop.intake.readers.rtf.tokens import CLOSE, OPEN, UNITS, Token, singly, tokens, units
from bulletin_desktop.intake.readers.rtf.words import CHARACTERS, FORMATS, HEADERS, KEPT, SKIPPED, Look
from bulletin_desktop.intake.readers.rtf.writing import BLANK, Writing
from bulletin_desktop.intake.readers.word_draft import Story, too_much
from bulletin_desktop.intake.readers.word_package import packed
from bulletin_desktop.values import dataclass

_DEEPEST = 2_000  # groups inside each other
_MOST_TOKENS, _MOST_GROUPS = 4_000_000, 200_000  # a book of 300 pages has a tenth of it
_MOST_STYLES = 5_000
_LONGEST_LABEL = 40


@dataclass(slots=True)
class _Group:
    """What comes back at a group's end, and what is to be done then."""

    look: Look
    place: str
    story: Story
    rows: dict[int, Rows]
    end: Callable[[], None] | None = None


@dataclass(slots=True)
class Reader(Writing):
    """One reading. *name* is the file's, for errors."""

    _groups: list[_Group] = field(default_factory=list)
    _opened: int = 0
    _to_skip: int = 0
    _half: str = ""  # the first half of a character beyond the first plane
    _starred: bool = False
    _fresh: bool = False  # the group has just begun
    _style: int = 0  # that is defined
    _style_level: int = 0
    _author: str = ""
    _at: str = ""
    _picture: Picture = field(default_factory=Picture)
    _endnote: bool = False

    def package(self, content: bytes) -> bytes:
        """Return *content* as a package of Word's. Raises `UserError` for more than any manuscript has."""
        if b"\\bin" not in content and content.count(b"{") > _MOST_GROUPS:
            raise too_much(self.name)
        for count, token in enumerate(tokens(content)):
            if count > _MOST_TOKENS:
                raise too_much(self.name)
            if token is OPEN:
                self._count_group()
                self._open()
            elif token is CLOSE:
                if not self._close():
                    break
            elif self.place != "skip":
                self._read(token)
        while len(self._groups) > 1:
            self._close()
        self._flush()
        if self._story.written:
            self._end_paragraph()
        self._end_tables(0)
        return packed(self.draft, self._body)

    def _read(self, token: Token) -> None:
        if token.word == "bin":
            if self.place == "picture":
                self._picture.take_bytes(token.data)
        elif token.word == UNITS:
            self._units(token)
        elif token.word:
            self._word(token.word, token.number)
        else:
            self._take(token.data)

    def _count_group(self) -> None:
        self._opened += 1
        if self._opened > _MOST_GROUPS:
            raise too_much(self.name)

    def _open(self) -> None:
        if self._data:
            self._flush()
        if len(self._groups) >= _DEEPEST:
            raise too_much(self.name)
        self._groups.append(_Group(self.look, self.place, self._story, self._rows))
        self._fresh, self._starred = True, False

    def _close(self) -> bool:
        """End a group; tell whether any is left."""
        if self._data:
            self._flush()
        if not self._groups:
            return False
        group = self._groups.pop()
        if group.end is not None:
            self._around = (
                group.rows[1].open_cell() if group.look.in_table and 1 in group.rows else group.story
            )
            group.end()
        self.look, self.place = group.look, group.place
        self._story, self._rows = group.story, group.rows
        self._fresh = self._starred = False
        self._to_skip = 0
        return bool(self._groups)

    def _take(self, data: bytes) -> None:
        self._fresh = False
        if self._to_skip and self.place != "picture":
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if self.place == "picture":
            self._picture.take_hexadecimals(data)
        else:
            self._data += data

    def _word(self, word: str, number: int | None) -> None:
        if word == "*":
            self._starred = True
            return
        fresh, self._fresh = self._fresh, False
        if fresh and self._begin_place(word):
            return
        if word == "u":
            self._unicode(number or 0)
            return
        if word == "'" or (self._to_skip and word in CHARACTERS):
            self._to_skip = max(0, self._to_skip - 1)
            return
        if self._data:
            self._flush()
        if word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif (change := FORMATS.get(word)) is not None:
            self.look = change(self.look, number)
            if word in ("f", "s", "outlinelevel"):
                self._note_definition(word, number or 0)
        elif (act := _ACTS.get(word)) is not None:
            act(self, number)
        elif self.place == "picture":
            self._picture.take_word(word, number)

    def _begin_place(self, word: str) -> bool:
        """Tell whether *word* says where the text of the group that has just begun goes."""
        group = self._groups[-1]
        if word in HEADERS:
            self._begin_story(self._end_header)
        elif word in ("footnote", "annotation", "shptxt"):
            ends = {"footnote": self._end_note, "annotation": self._end_comment, "shptxt": self._end_box}
            self._begin_story(ends[word])
        elif word in ("listtext", "pntext"):
            self._begin_said("said", self._end_label)
        elif word in ("atnauthor", "atndate", "title", "author") and (self._starred or self.place == "info"):
            self._begin_said("said", lambda: self._end_said(word))
        elif word in ("fonttbl", "stylesheet", "info"):
            self.place = {"fonttbl": "fonts", "stylesheet": "styles"}.get(word, word)
            group.end = self._end_definition if word != "info" else None
        elif word == "pict":
            self.place, self._picture = "picture", Picture()
            group.end = self._end_picture
        elif word in SKIPPED or (self._starred and word not in KEPT and not self._defines(word)):
            self.place = "skip"
        else:
            return self._begin_definition(word)
        return True

    def _defines(self, word: str) -> bool:
        """Whether a starred group is a style of characters or tables, none of which is kept."""
        return self.place == "styles" and word in ("cs", "ts", "ds")

    def _begin_definition(self, word: str) -> bool:
        """Begin a font or a style, which are groups of their own in their tables."""
        if self.place in ("fonts", "styles"):
            self._said = []
            self._groups[-1].end = self._end_definition
            self._style, self._style_level = (-1 if word in ("cs", "ts", "ds") else 0), 0
        return word in ("shppict", "result", "fldrslt")

    def _note_definition(self, word: str, number: int) -> None:
        if self.place == "fonts" and word == "f":
            self._font = number
            self.fonts.fonts.setdefault(number, Font())
        elif self.place == "styles" and word == "s":
            self._style = number
        elif self.place == "styles" and word == "outlinelevel":
            self._style_level = number + 1

    def _end_definition(self) -> None:
        said = "".join(self._said).partition(";")[0].strip()
        self._said = []
        if self.place == "fonts" and self._font in self.fonts.fonts and said:
            self.fonts.fonts[self._font].name = said
        elif self.place == "styles" and said and self._style >= 0 and len(self._styles) < _MOST_STYLES:
            level = 0 if style_names.kind(said)[1] else self._style_level  # unless the name says it
            self._styles[self._style] = (said, level)

    def _begin_said(self, place: str, end: Callable[[], None]) -> None:
        self.place, self._said = place, []
        self._groups[-1].end = end

    def _end_said(self, word: str) -> None:
        said = " ".join("".join(self._said).split())
        match word:
            case "title":
                self.draft.title = said
            case "author":
                self.draft.author = said
            case "atnauthor":
                self._author = said
            case _:
                self._at = ""
        self._said = []

    def _end_label(self) -> None:
        self._label = "".join(self._said)[:_LONGEST_LABEL]
        self._said = []

    def _begin_story(self, end: Callable[[], None]) -> None:
        self._story, self._rows = self.draft.story(), {}
        self.look = BLANK._replace(skip=self.look.skip)
        self.place = "text"
        self._groups[-1].end = end

    def _finished(self) -> Story:
        """The story of the group that ends, with what is open in it ended."""
        if self._story.written:
            self._end_paragraph()
        self._end_tables(0)
        return self._story

    def _end_header(self) -> None:
        self.draft.headers.append(self._finished())

    def _end_note(self) -> None:
        story = self._finished()
        self._groups_story().note(story, self._endnote)
        self._endnote = False

    def _end_comment(self) -> None:
        story = self._finished()
        self._groups_story().comment(story, self._author, self._at)

    def _end_box(self) -> None:
        story = self._finished()
        self._groups_story().box(story)

    def _groups_story(self) -> Story:
        """The story around the group that ends: `_close` has taken the group off, and not its story yet."""
        return self._around

    def _end_picture(self) -> None:
        content = self._picture.content()
        self._cell_story().picture(content, *self._picture.size())

    def _units(self, several: Token) -> None:
        """Take several characters, each of them with what stands for it."""
        if self.look.skip == several.number and not self._half:
            self._fresh = False
            self._to_skip = 0
            if self._data:
                self._flush()
            self._write(units(several.data))
            return
        for token in singly(several.data):
            if token.word:
                self._word(token.word, token.number)
            else:
                self._take(token.data)

    def _unicode(self, number: int) -> None:
        unit = number & 0xFFFF
        if self._data:
            self._flush()
        character = chr(unit)
        if 0xD800 <= unit < 0xDC00:
            self._half = character
        elif self._half and 0xDC00 <= unit < 0xE000:
            pair = (self._half + character).encode("utf-16-le", "surrogatepass")
            self._half = ""
            self._write(pair.decode("utf-16-le"))
        else:
            self._half = ""
            self._write(character)
        self._to_skip = self.look.skip

    def _set_default(self, number: int) -> None:
        self.look = self.look._replace(font=number)

    def _take_charset(self, number: int) -> None:
        if self.place == "fonts" and self._font in self.fonts.fonts:
            self.fonts.fonts[self._font].take_charset(number)

    def _mark_endnote(self, _number: int | None) -> None:
        self._endnote = True


def _defining(word: str) -> Callable[[Reader, int | None], None]:
    return lambda reader, number: reader._define(word, number)


_ACTS: dict[str, Callable[[Reader, int | None], None]] = {
    "par": Reader._paragraph,
    "sect": Reader._paragraph,
    "line": Reader._line,
    "lbr": Reader._line,
    "softline": Reader._line,
    "page": Reader._page,
    "cell": Reader._end_cell,
    "row": Reader._end_row,
    "nestrow": Reader._nested_row,
    "trowd": Reader._begin_row,
    "ftnalt": Reader._mark_endnote,
    "ansicpg": lambda reader, number: reader.fonts.take_page(number or 0),
    "deflangfe": lambda reader, number: reader.fonts.take_language(number or 0),
    "deff": lambda reader, number: reader._set_default(number or 0),
    "fcharset": lambda reader, number: reader._take_charset(number or 0),
    **{word: _defining(word) for word in ("cellx", "trleft", "trhdr", "clmgf", "clmrg", "clvmgf", "clvmrg")},
}
