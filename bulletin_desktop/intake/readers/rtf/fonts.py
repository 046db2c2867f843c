"""Fonts of an RTF file, and bytes to text by the character set that the font says."""

from __future__ import annotations

from dataclasses import field

from bulletin_desktop.values import dataclass

# Character sets of Windows' fonts (RTF 1.9.1, \\fcharset) by Python's names
_CHARSETS = {
    128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES = {936: "gb18030", 950: "big5hkscs", 932: "cp932", 949: "cp949", 65001: "utf-8"}
_SIGNS = 2
_FAR_EAST = frozenset(("cp932", "cp949", "gb18030", "big5hkscs"))
_LANGUAGES = {2052: "gb18030", 4100: "gb18030", 1028: "big5hkscs", 3076: "big5hkscs"}


@dataclass(slots=True)
class Font:
    """A font of the table. *encoding* is empty where its character set says nothing."""

    name: str = ""
    encoding: str = ""
    signs: bool = False

    @property
    def is_east_asian(self) -> bool:
        """Whether it is a Chinese, Japanese or Korean font."""
        return self.encoding in _FAR_EAST or not self.name.isascii()

    def take_charset(self, number: int) -> None:
        r"""Take what \fcharset says."""
        self.encoding = _CHARSETS.get(number, "")
        self.signs = number == _SIGNS


@dataclass(slots=True)
class Fonts:
    """All fonts, and the code page of the whole file."""

    fonts: dict[int, Font] = field(default_factory=dict)
    page: str = ""
    language: str = ""

    def take_page(self, number: int) -> None:
        r"""Take what \ansicpg says."""
        self.page = _PAGES.get(number, f"cp{number}" if 1250 <= number <= 1258 else "")

    def take_language(self, number: int) -> None:
        r"""Take what \deflangfe says."""
        self.language = self.language or _LANGUAGES.get(number, "")

    def decode(self, data: bytes, font: int) -> str:
        """Return *data* as it shows in *font*; what fits no encoding is U+FFFD."""
        if data.isascii():
            return data.decode("ascii")
        own = self.fonts[font].encoding if font in self.fonts else ""
        # A Western font may stand at Chinese text whose bytes are the file's, or Windows', own
        for name in (own, self.page if self.page in _FAR_EAST else "", self.language, self.page):
            if name:
                try:
                    return data.decode(name)
                except UnicodeDecodeError:
                    continue
        for name in ("gb18030", "cp1252"):
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                continue
        return data.decode(own or "gb18030", errors="replace")
