"""The command line: the same services without a window, for administrators, scripts and tests.

With `--json` a command prints one JSON value on standard output and nothing else there. Exit codes: 0 done,
1 a `UserError` (its sentence on standard error), 2 wrong usage. Modules are imported where a command needs
them, so that a process pays only for what it does.
"""

from bulletin_desktop.cli.commands import run

__all__ = ["run"]
