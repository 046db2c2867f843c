"""What the launchers run: the program, or one sentence if its own files are not whole."""

from __future__ import annotations

import sys
from pathlib import Path

_DAMAGED = {
    "zh": "程序文件不完整（缺少“{part}”），无法启动。资料库没有受到影响。"
    "请重新安装，或重新解压完整的免安装包。",
    "en": "The program's files are not complete (“{part}” is missing), so it cannot start. Your library is "
    "not affected. Install the program again, or unpack the whole portable archive again.",
}
_ERROR = 0x10  # MB_ICONERROR


def main() -> int:
    """Run the program; return its exit code."""
    try:
        from bulletin_desktop.app import main as program

        return program()
    except (ImportError, FileNotFoundError) as error:
        part = _part(error)
        if part is None:
            raise
        _tell(part)
        return 1


def _part(error: Exception) -> str | None:
    """What of the program is missing; None if the error is not about the program's files."""
    if isinstance(error, ImportError):
        return error.name or str(error)
    missing = Path(str(getattr(error, "filename", "") or ""))
    return missing.name if Path(__file__).parent.parent in missing.parents else None


def _tell(part: str) -> None:
    import ctypes

    windows = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
    chinese = windows.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x04
    words = _DAMAGED["zh" if chinese else "en"].format(part=part)
    if sys.stderr is not None:
        sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr,unused-ignore]
        print(words, file=sys.stderr)
    else:
        windows.user32.MessageBoxW(None, words, "简报编辑台" if chinese else "Bulletin Desktop", _ERROR)


if __name__ == "__main__":
    sys.exit(main())
