"""How commands read manuscripts: every kind of file, several at once, and what is said of them."""

from __future__ import annotations

import contextlib
import functools
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bulletin_desktop import own_folder
from bulletin_desktop.cli.call import Call
from bulletin_desktop.errors import UserError
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.intake.recognition import Recognition
    from bulletin_desktop.services.receiving import Received
    from bulletin_desktop.services.spool import Spool

_WIDTH = 60  # characters of a name beside the progress


@dataclass(frozen=True, slots=True)
class Answers:
    """What may be asked of a file, answered beforehand."""

    password: str = ""
    encoding: str = ""


def reading_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --password and --encoding, as its *answers*."""

    @functools.wraps(function)
    def answered(*args: Any, password: str, encoding: str, **rest: Any) -> Any:
        _check_encoding(encoding)
        return function(*args, answers=Answers(password, encoding), **rest)

    with_password = click.option("--password", default="", help="The password of encrypted manuscripts.")
    with_encoding = click.option(
        "--encoding", default="", help="The encoding of text whose own cannot be told, such as gb18030."
    )
    return with_password(with_encoding(answered))


def receive(
    call: Call, spool: Spool, library: Path | None, files: Sequence[Path], answers: Answers
) -> tuple[Received, ...]:
    """Read and recognise *files* and what is in folders among them, in their order, as *library* wants it."""
    from bulletin_desktop.intake.settings import Settings
    from bulletin_desktop.services import incoming
    from bulletin_desktop.services.receiving import Receiver

    settings = Settings()
    if library is not None and library.exists():
        with call.desk(library) as desk:
            settings = desk.intake_settings()
    brought = incoming.files(files)
    shown = _Progress(call)
    try:
        received = Receiver(spool, settings).receive(
            brought, password=answers.password, encoding=answers.encoding, progress=shown.move
        )
        return tuple(received)
    finally:
        shown.end()


@contextmanager
def spool() -> Iterator[Spool]:
    """A place for the originals until they are stored."""
    from bulletin_desktop.services.spool import Spool

    with (
        own_folder.temporary() as folder,
        contextlib.closing(Spool(folder)) as opened,
    ):
        yield opened


def recognitions(received: Sequence[Received]) -> tuple[Recognition, ...]:
    """Return what could be read."""
    return tuple(each.recognition for each in received if each.recognition is not None)


def failed(call: Call, received: Sequence[Received]) -> list[dict[str, str]]:
    """Say on standard error what could not be read and why, and return it for a script."""
    errors = [(each.name, each.error) for each in received if each.error is not None]
    for _, error in errors:
        call.complain(error)
    _hint(call, [error for _, error in errors])
    return [{"file": name, "why": call.catalog.error(error)} for name, error in errors]


def refuse_failures(call: Call, received: Sequence[Received]) -> None:
    """Raise the error of what could not be read, the last of several after complaining of the others."""
    errors = [each.error for each in received if each.error is not None]
    if errors:
        for error in errors[:-1]:
            call.complain(error)
        _hint(call, errors)
        raise errors[-1]


def tell(call: Call, read: Sequence[Recognition]) -> None:
    """Name what a person should know of the manuscripts: what they held beside text, what is aside."""
    from bulletin_desktop.intake import assemble
    from bulletin_desktop.services import told

    for recognition in read:
        if recognition.told:
            call.say(call.words("{file}:", file=recognition.source))
        for what, count in recognition.told:
            call.say("  " + call.catalog.text("Told", told.WORDS[what]).format(count=count))
        for comment in recognition.comments:
            about = f"“{comment.about}” " if comment.about else ""
            call.say(f"    {comment.author} {about}{comment.text}")
    lines = [(each.source, line) for each in read for line in assemble.set_aside(each)]
    if lines:
        call.say(call.words("{count} lines were set aside:", count=len(lines)))
    for source, line in lines:
        call.say(f"  {source}:{line.number}  {line.original}")


def told_json(read: Sequence[Recognition]) -> list[dict[str, Any]]:
    """Return what is told of each manuscript that anything is told of."""
    return [
        {
            "file": recognition.source,
            "told": {what.value: count for what, count in recognition.told},
            "comments": [
                {"text": each.text, "author": each.author, "at": each.at, "about": each.about}
                for each in recognition.comments
            ],
        }
        for recognition in read
        if recognition.told or recognition.comments
    ]


def _check_encoding(name: str) -> None:
    import codecs

    try:
        known = not name or codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        known = False
    if not known:
        raise click.BadParameter(name, param_hint="--encoding")


def _hint(call: Call, errors: Sequence[UserError]) -> None:
    """Say how an error can be answered here."""
    from bulletin_desktop.intake.reading import EncodingUnclear, PasswordNeeded

    if any(isinstance(error, PasswordNeeded) for error in errors):
        call.hint(call.words("Give a password with --password."))
    if any(isinstance(error, EncodingUnclear) for error in errors):
        call.hint(call.words("Name an encoding with --encoding, such as gb18030 or utf-8."))


class _Progress:
    """One line on a terminal's standard error that says how far it is; nothing anywhere else."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._any = False

    def move(self, done: int, total: int, name: str) -> None:
        """Show that *done* of *total* are read."""
        if self._shown and total > 1:
            self._any = True
            words = self._call.words("{done} of {total} read: {name}", done=done, total=total, name=name)
            click.echo(f"\r\x1b[K{words[:_WIDTH]}", err=True, nl=False)

    def end(self) -> None:
        """Take the line away."""
        if self._any:
            click.echo("\r\x1b[K", err=True, nl=False)
