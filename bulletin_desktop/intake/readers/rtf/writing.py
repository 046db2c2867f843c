"""Text, paragraphs and tables of an RTF file on their way into a draft."""

from __future__ import annotations

from dataclasses import field

from bulletin_desktop.intake.docx import symbols
from bulletin_desktop.intake.readers.rtf.fonts import Fonts
from bulletin_desktop.intake.readers.rtf.tables import Definition, Rows
from bulletin_desktop.intake.readers.rtf.words import Look
from bulletin_desktop.intake.readers.word_draft import Draft, Story
from bulletin_desktop.values import dataclass

BLANK = Look()
_MOST_SAID = 1_000


@dataclass(slots=True)
class Writing:
    """Where the text goes that is read. *name* is the file's, for errors."""

    name: str
    draft: Draft = field(init=False)
    fonts: Fonts = field(default_factory=Fonts)
    look: Look = BLANK
    place: str = "text"  # text, skip, fonts, styles, said, picture, info
    _body: Story = field(init=False)
    _story: Story = field(init=False)
    _around: Story = field(init=False)  # the story that the one of the group that ends stands in
    _rows: dict[int, Rows] = field(default_factory=dict)
    _data: bytearray = field(default_factory=bytearray)
    _said: list[str] = field(default_factory=list)  # text of a label, a title, a font's name
    _font: int = 0  # that is defined
    _styles: dict[int, tuple[str, int]] = field(default_factory=dict)  # names and outline levels
    _label: str = ""
    _faces: dict[tuple[int, int], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.draft = Draft(self.name)
        self._body = self._story = self._around = self.draft.story()

    def _flush(self) -> None:
        """Write the bytes gathered, in the encoding of the font that holds for them."""
        if self._data:
            font = self.look.other_font if self.look.other and self.look.other_font >= 0 else self.look.font
            if self.place == "fonts":
                font = self._font
            text = self.fonts.decode(bytes(self._data), font)
            self._data.clear()
            self._write(text)

    def _write(self, text: str) -> None:
        if self.place == "text":
            self._write_text(text)
        elif self.place in ("said", "fonts", "styles") and len(self._said) < _MOST_SAID:
            self._said.append(text)

    def _write_text(self, text: str) -> None:
        look = self.look
        font = self.fonts.fonts.get(look.font)
        if font is not None and font.signs and not look.other:
            text = symbols.shown(text, font.name)[0]
        elif "\uf020" <= text[:1] <= "\uf0ff":
            text = symbols.shown(text, font.name if font else "")[0]
        face = self._face(look.font, look.other_font)
        self._cell_story().text(text, look.format._replace(face=face) if face else look.format)

    def _face(self, *numbers: int) -> str:
        """The East Asian font among the two that hold."""
        known = self._faces.get((numbers[0], numbers[1]))
        if known is None:
            fonts = (self.fonts.fonts.get(number) for number in reversed(numbers))
            known = next((font.name for font in fonts if font is not None and font.is_east_asian), "")
            self._faces[numbers[0], numbers[1]] = known
        return known

    def _cell_story(self) -> Story:
        """Where text goes: into the cell that is open, or the story itself."""
        if self.look.in_table:
            return self._table(1).open_cell()
        self._end_tables(None)
        return self._story

    def _table(self, depth: int) -> Rows:
        if depth not in self._rows:
            self._rows[depth] = Rows(self.draft)
        return self._rows[depth]

    def _end_paragraph(self) -> None:
        shape = self.look.shape
        name, level = self._styles.get(self.look.style, ("", 0))
        shape = shape._replace(style=name, level=shape.level or level, label=self._label)
        self._label = ""
        self._cell_story().end_paragraph(shape)
        if shape.page:
            self.look = self.look._replace(shape=self.look.shape._replace(page=False))

    def _end_tables(self, _number: int | None) -> None:
        rows = self._rows.get(1)
        if rows is not None and not rows.is_empty:
            if self._story.written:
                self._story.end_paragraph()
            rows.put(self._story)

    def _end_cell(self, _number: int | None) -> None:
        self.look = self.look._replace(in_table=True)
        cell = self._cell_story()
        if cell.written or cell.is_empty:
            self._end_paragraph()
        self._table(1).end_cell()

    def _end_row(self, _number: int | None) -> None:
        self._table(1).end_row()

    def _paragraph(self, _number: int | None) -> None:
        if self.place == "text" and self.look.format.fate != "deleted":
            self._end_paragraph()

    def _line(self, _number: int | None) -> None:
        if self.place == "text":
            self._cell_story().line_break()

    def _page(self, _number: int | None) -> None:
        if self.place == "text" and not self.look.in_table:
            self._story.line_break(page=True)

    def _begin_row(self, _number: int | None) -> None:
        if not self.look.in_table and self._story.written:
            self._end_paragraph()
        self._table(1).definition = Definition()
        self.look = self.look._replace(in_table=True)  # some programs leave \intbl out

    def _define(self, word: str, number: int | None) -> None:
        """Take a word of the definition of a row."""
        definition = self._table(1).definition
        match word:
            case "cellx":
                definition.end_cell(number or 0)
            case "trleft":
                definition.left = number or 0
            case "trhdr":
                definition.head = True
            case "clmgf":
                definition.coming.first = True
            case "clmrg":
                definition.coming.merged = True
            case "clvmgf":
                definition.coming.begins = True
            case _:
                definition.coming.continues = True

    def _nested_row(self, _number: int | None) -> None:
        if self.place == "text":
            self._cell_story().line_break()
