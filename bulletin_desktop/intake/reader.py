"""The bytes of a file that a person chose, or one true sentence why they cannot be had."""

from __future__ import annotations

from pathlib import Path

from bulletin_desktop.errors import UserError
from bulletin_desktop.reasons import reason


def raw(path: Path, most: int) -> bytes:
    """Return the bytes of the file at *path*, of a file longer than *most* only one more than that.

    Raises `UserError` for a path that cannot be read.
    """
    try:
        if path.is_dir():
            raise UserError("{path} is a folder; nothing was read. Choose a file inside it.", path=path)
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise UserError(
            "{path} was not found; nothing was read. Check the name and the folder.", path=path
        ) from None
    except PermissionError:
        raise UserError(
            "There is no permission to read {path}; nothing was read. "
            "Ask its owner for permission, or choose a copy of your own.",
            path=path,
        ) from None
    except (OSError, ValueError) as problem:
        raise UserError(
            "{path} could not be read ({reason}); nothing was taken over. "
            "Copy it to this computer and try again.",
            path=path,
            reason=reason(problem) if isinstance(problem, OSError) else problem,
        ) from problem
