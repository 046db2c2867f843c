"""What every command shares: one call of the program with its language, library and way of answering."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bulletin_desktop import paths
from bulletin_desktop.errors import UserError
from bulletin_desktop.i18n import Catalog
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.export.job import Writer
    from bulletin_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the program: its language, its library, and how it answers."""

    catalog: Catalog
    formats: Mapping[str, Callable[[], Writer]]
    library: Path | None = None
    as_json: bool = False

    @contextmanager
    def desk(self, library: Path | None = None) -> Iterator[Desk]:
        """Open *library*, or the one the person named, or the person's own, for one command."""
        from bulletin_desktop.library.library import Library
        from bulletin_desktop.services.desk import Desk

        named = library or self.library
        usual = paths.default_library()
        # One that was chosen once and is not there now is on a stick or a drive: no other is made for it.
        create = named is not None or usual == paths.first_library()
        with Library.open(named or usual, create=create) as opened:
            yield Desk(opened)

    def words(self, source: str, **values: object) -> str:
        """The person's words for *source*, filled."""
        return self.catalog.text("cli", source).format(**values)

    def say(self, text: str) -> None:
        """Tell the person something, unless a script is listening."""
        if not self.as_json:
            click.echo(text)

    def complain(self, error: UserError) -> None:
        """Say on standard error what failed while the rest goes on."""
        click.echo(self.catalog.error(error), err=True)

    def hint(self, text: str) -> None:
        """Say on standard error what may be done about it, unless a script is listening."""
        if not self.as_json:
            click.echo(text, err=True)

    def answer(self, value: object) -> None:
        """Print the JSON value of a command if JSON was asked for."""
        if self.as_json:
            click.echo(json.dumps(value, ensure_ascii=False))


class Group(click.Group):
    """A group that shows its commands' help in the person's language."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, its help translated."""
        command = super().get_command(ctx, cmd_name)
        call = ctx.find_object(Call)
        return translated(command, call.catalog) if command and call else command


def translated(command: click.Command, catalog: Catalog) -> click.Command:
    """A copy of *command* whose help is in *catalog*'s language."""
    command = copy.copy(command)
    command.help = catalog.text("cli", command.help or "")
    command.params = [copy.copy(parameter) for parameter in command.params]
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = catalog.text("cli", parameter.help)
    return command


FILE = click.Path(path_type=Path, readable=False)  # what cannot be read is not wrong usage
library_option = click.option(
    "--library", type=FILE, help="The library to work in, instead of the person's own."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON value for scripts.")
output_option = click.option(
    "-o",
    "--output",
    type=FILE,
    required=True,
    help="The file to write, its format by its ending: .docx, .pdf, .html or .txt.",
)


def shared(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --library and --json, and call it with a `Call` made of them."""

    @library_option
    @json_option
    @click.pass_obj
    @functools.wraps(function)
    def called(above: Call, /, library: Path | None, as_json: bool, **rest: Any) -> Any:
        call = Call(above.catalog, above.formats, library or above.library, as_json or above.as_json)
        return function(call, **rest)

    return called
