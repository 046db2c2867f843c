"""The two kinds of failure: the world's (`UserError`) and ours (everything else)."""

from __future__ import annotations


class Words(str):
    """Source text among the values of a `UserError`, translated with it under the context `errors`."""

    __slots__ = ()


class UserError(Exception):
    """The world is at fault: one sentence says what happened, what was kept and what to do.

    *message* is the English source text, with `{name}` fields filled from *values*. It is
    translated only where it is shown, through `i18n.Catalog.error`, under the context `errors`.
    Write the message as a literal at the place that raises it: the translation update reads it there.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values)
