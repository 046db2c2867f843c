"""What the launchers run: the program, or one sentence if its own files are not whole."""

from __future__ import annotations

import sys
from importlib.machinery import SourcelessFileLoader
from pathlib import Path

_DAMAGED = {
    "zh": "程序文件不完整（缺少“{part}”），无法启动。资料库没有受到影响。"
    "请重新安装，或重新解压完整的免安装包。",
    "en": "The program's files are not complete (“{part}” is missing), so it cannot start. Your library is "
    "not affected. Install the program again, or unpack the whole portable archive again.",
}
_ERROR = 0x10  # MB_ICONERROR
_PLATFORM = "lib/PySide6/plugins/platforms/qwindows.dll"  # without it Qt ends the process, in English
_LANG_ENGLISH = 0x09  # a LANGID's lower ten bits; all others are spoken to in Chinese, as by the program


def main() -> int:
    """Run the program; return its exit code."""
    if not (Path(__file__).parents[1] / _PLATFORM).is_file():
        _tell(_PLATFORM)
        return 1
    _tell_damaged_modules()
    try:
        from bulletin_desktop.app import main as program

        return program()
    except (ImportError, FileNotFoundError) as error:
        part = _part(error)
        if part is None:
            raise
        _tell(part)
        return 1


def _tell_damaged_modules() -> None:
    """Let a module whose file was cut off be one that cannot be imported.

    Python says that a file ended (EOFError), which on a command line means that the person wants no more.
    """
    read = SourcelessFileLoader.get_code

    def get_code(self: SourcelessFileLoader, fullname: str) -> object:
        try:
            return read(self, fullname)
        except (EOFError, TypeError, ValueError) as error:
            raise ImportError(str(error), name=fullname, path=self.path) from error

    SourcelessFileLoader.get_code = get_code  # type: ignore[assignment,method-assign]


def _part(error: Exception) -> str | None:
    """What of the program is missing; None if the error is not about the program's files."""
    if isinstance(error, ImportError):
        return error.name or str(error)
    missing = Path(str(getattr(error, "filename", "") or ""))
    return missing.name if Path(__file__).parent.parent in missing.parents else None


def _tell(part: str) -> None:
    import ctypes

    windows = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
    english = windows.kernel32.GetUserDefaultUILanguage() & 0x3FF == _LANG_ENGLISH
    words = _DAMAGED["en" if english else "zh"].format(part=part)
    if sys.stderr is not None:
        sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr,unused-ignore]
        print(words, file=sys.stderr)
    else:
        windows.user32.MessageBoxW(None, words, "Bulletin Desktop" if english else "简报编辑台", _ERROR)


if __name__ == "__main__":
    sys.exit(main())
