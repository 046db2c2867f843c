"""Which font file stands for a font name, on this machine.

LibreOffice, measured on Linux, replaces a missing font per script exactly as fontconfig does for
"family:lang=zh-cn" or "family:lang=en", so fontconfig is asked where it exists. Elsewhere the
fonts folders are read by the names inside the files.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from bulletin_desktop.typeset import sfnt
from bulletin_desktop.values import dataclass

_FONTCONFIG = "libfontconfig.so.1"
_SUFFIXES = {".ttf", ".ttc", ".otf", ".otc"}
_WEIGHT_BOLD = 200  # FC_WEIGHT_BOLD
# What stands for a missing font where there is no fontconfig, first installed first; Word itself
# falls back to 宋体 for Chinese and Times New Roman for Latin text.
_STAND_INS_EAST = ("宋体", "SimSun", "Noto Serif CJK SC", "Noto Sans CJK SC", "微软雅黑", "PingFang SC")
_STAND_INS_LATIN = ("Times New Roman", "Liberation Serif", "DejaVu Serif", "Arial")


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face in a file: *index* counts the faces of a collection; *family* is its installed name."""

    path: Path
    index: int
    family: str


class FontFinder(Protocol):
    """Answers which file stands for a family."""

    def find(self, family: str, bold: bool = False, latin: bool = False, char: str = "") -> FontFile | None:
        """Return the file that sets *family*, replaced if it is missing; None if there is no font at all.

        With *char*, which *family* lacks, the file that lends it; the caller looks whether it really has it.
        """
        ...


def finder() -> FontFinder:
    """Return this system's finder."""
    try:
        return Fontconfig()
    except OSError:
        return FontFolders(_system_folders())


class Fontconfig:
    """Asks the fontconfig library. Raises OSError if it is not there."""

    def __init__(self) -> None:
        library = ctypes.CDLL(_FONTCONFIG)
        pattern, text = ctypes.c_void_p, ctypes.c_char_p
        library.FcNameParse.restype = pattern
        library.FcNameParse.argtypes = [text]
        library.FcPatternCreate.restype = pattern
        library.FcPatternAddString.argtypes = [pattern, text, text]
        library.FcPatternAddInteger.argtypes = [pattern, text, ctypes.c_int]
        library.FcConfigSubstitute.argtypes = [pattern, pattern, ctypes.c_int]
        library.FcDefaultSubstitute.argtypes = [pattern]
        library.FcFontMatch.restype = pattern
        library.FcFontMatch.argtypes = [pattern, pattern, ctypes.POINTER(ctypes.c_int)]
        library.FcPatternGetString.argtypes = [pattern, text, ctypes.c_int, ctypes.POINTER(text)]
        library.FcPatternGetInteger.argtypes = [pattern, text, ctypes.c_int, ctypes.POINTER(ctypes.c_int)]
        library.FcPatternDestroy.argtypes = [pattern]
        library.FcCharSetCreate.restype = pattern
        library.FcCharSetAddChar.argtypes = [pattern, ctypes.c_uint32]
        library.FcCharSetDestroy.argtypes = [pattern]
        library.FcPatternAddCharSet.argtypes = [pattern, text, pattern]
        library.FcPatternAddBool.argtypes = [pattern, text, ctypes.c_int]
        self._library = library

    def find(self, family: str, bold: bool = False, latin: bool = False, char: str = "") -> FontFile | None:
        """See `FontFinder.find`. For a missing character LibreOffice asks for a font by its code, too."""
        library = self._library
        wanted = library.FcPatternCreate()
        library.FcPatternAddString(wanted, b"family", family.encode())
        library.FcPatternAddString(wanted, b"lang", b"en" if latin else b"zh-cn")
        if bold:
            library.FcPatternAddInteger(wanted, b"weight", _WEIGHT_BOLD)
        if char:
            codes = library.FcCharSetCreate()
            library.FcCharSetAddChar(codes, ord(char))
            library.FcPatternAddCharSet(wanted, b"charset", codes)
            library.FcCharSetDestroy(codes)
            library.FcPatternAddBool(wanted, b"scalable", 1)
        library.FcConfigSubstitute(None, wanted, 0)
        library.FcDefaultSubstitute(wanted)
        found = library.FcFontMatch(None, wanted, ctypes.byref(ctypes.c_int()))
        library.FcPatternDestroy(wanted)
        if not found:
            return None
        try:
            return self._font_file(found, family)
        finally:
            library.FcPatternDestroy(found)

    def _font_file(self, found: int, family: str) -> FontFile:
        names = list(self._strings(found, b"family"))
        path = next(self._strings(found, b"file"))
        index = ctypes.c_int(0)
        self._library.FcPatternGetInteger(found, b"index", 0, ctypes.byref(index))
        folded = family.casefold()
        name = next((n for n in names if n.casefold() == folded), names[0])
        return FontFile(Path(path), index.value & 0xFFFF, name)

    def _strings(self, found: int, key: bytes) -> Iterator[str]:
        value = ctypes.c_char_p()
        nth = 0
        while self._library.FcPatternGetString(found, key, nth, ctypes.byref(value)) == 0:
            yield (value.value or b"").decode("utf-8", "replace")
            nth += 1


class FontFolders:
    """Looks through folders, reading the names inside each font file once, when first asked."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._faces: dict[tuple[str, bool], FontFile] | None = None

    def find(self, family: str, bold: bool = False, latin: bool = False, char: str = "") -> FontFile | None:
        """See `FontFinder.find`. A character is lent by the font that stands for the other script."""
        if self._faces is None:
            self._faces = dict(self._read())
        if char:
            family, latin = "", not latin
        stand_ins = _STAND_INS_LATIN + _STAND_INS_EAST if latin else _STAND_INS_EAST + _STAND_INS_LATIN
        for name in (family, *stand_ins):
            key = name.casefold()
            face = self._faces.get((key, bold)) or self._faces.get((key, False))
            if face is not None:
                return FontFile(face.path, face.index, name)
        return next(iter(self._faces.values()), None)

    def _read(self) -> Iterator[tuple[tuple[str, bool], FontFile]]:
        for path in self._files():
            try:
                faces = sfnt.face_names(path)
            except (OSError, ValueError, struct.error):
                continue  # one unreadable font must not hide the others
            for index, (families, bold) in enumerate(faces):
                for family in families:
                    yield (family.casefold(), bold), FontFile(path, index, family)

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            for root, _, names in os.walk(folder):
                for name in sorted(names, reverse=True):
                    path = Path(root, name)
                    if path.suffix.lower() in _SUFFIXES:
                        yield path


def _system_folders() -> tuple[Path, ...]:
    """The machine's fonts last, so that they win over a person's own of the same name."""
    if os.name == "nt":
        own = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        return own, Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
    home = Path.home()
    return (home / "Library/Fonts", home / ".fonts", home / ".local/share/fonts",
            Path("/Library/Fonts"), Path("/System/Library/Fonts"), Path("/usr/share/fonts"))  # fmt: skip
