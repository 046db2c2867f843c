"""The commands: thin, over the services. What a command needs is imported in it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from bulletin_desktop import __version__, own_folder, paths
from bulletin_desktop.cli import exchange, intake, keeping, safety, searching
from bulletin_desktop.cli.call import (
    FILE,
    Call,
    Group,
    json_option,
    library_option,
    output_option,
    shared,
    translated,
)
from bulletin_desktop.cli.intake import reading_options
from bulletin_desktop.document.schema import LARGEST
from bulletin_desktop.errors import UserError
from bulletin_desktop.i18n import Catalog
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    from bulletin_desktop.document.model import Issue
    from bulletin_desktop.export.job import Writer
    from bulletin_desktop.intake.assemble import AssembledArticle
    from bulletin_desktop.services.desk import Desk
    from bulletin_desktop.services.publish import ExportResult
    from bulletin_desktop.services.templates import TemplateSource
    from bulletin_desktop.typeset.layout import Layout
    from bulletin_desktop.typeset.measures import Measures

_PROGRAM = "bulletin-desktop"
_NO_MORE: Mapping[str, Callable[[], Writer]] = MappingProxyType({})


def run(
    arguments: Sequence[str], catalog: Catalog, formats: Mapping[str, Callable[[], Writer]] = _NO_MORE
) -> int:
    """Carry out one command in *catalog*'s language and return the exit code.

    *formats* makes the writers of formats that this side of the house cannot write, by their endings.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # not under pythonw, which has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        command = translated(commands, catalog)
        result = command.main(list(arguments), _PROGRAM, standalone_mode=False, obj=Call(catalog, formats))
    except UserError as error:
        click.echo(catalog.error(error), err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 1
    except BrokenPipeError:  # the reader of our output left, as `| head` does
        sys.stderr.close()
        return 1
    except Exception:
        _report_bug(catalog)
        return 1
    return result if isinstance(result, int) else 0


def _report_bug(catalog: Catalog) -> None:
    """Leave the traceback in the log and tell the person where it is."""
    import logging

    from bulletin_desktop import log

    log.start(paths.log_file())
    logging.getLogger(__name__).exception("A command failed")
    text = catalog.text("cli", "The program made a mistake and stopped. What happened is written in {log}.")
    click.echo(text.format(log=paths.log_file()), err=True)


# --- the commands -----------------------------------------------------------------------------------


@click.group(
    cls=Group,
    help="Manuscripts in, a finished bulletin issue out. Without arguments the program's window opens.",
)
@library_option
@json_option
@click.version_option(__version__, prog_name=_PROGRAM)
@click.pass_context
def commands(ctx: click.Context, library: Path | None, as_json: bool) -> None:
    """Hold what stands before the command's name; the commands are below."""
    ctx.obj = Call(ctx.obj.catalog, ctx.obj.formats, library, as_json)


@commands.command("compile", help="Turn manuscripts into one finished issue and write its file.")
@click.argument("files", nargs=-1, required=True, type=FILE)
@output_option
@click.option("--publication", help="The publication's name, 简报 by default.")
@click.option(
    "--number", type=click.IntRange(1, LARGEST), help="The issue's number; the next one by default."
)
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The issue's date; today by default.")
@click.option("--unit", default="", help="The issuing unit, printed in the masthead.")
@click.option("--template", default="", help="The template's id or name; by default the publication's.")
@reading_options
@shared
def compile_command(
    call: Call,
    *,
    files: tuple[Path, ...],
    output: Path,
    publication: str | None,
    number: int | None,
    date: dt.datetime | None,
    unit: str,
    template: str,
    answers: intake.Answers,
) -> None:
    """Everything is read before anything is stored; an issue that cannot be written is taken back."""
    from bulletin_desktop.services import compiling, views

    day = date.date() if date else dt.date.today()
    name = compiling.DEFAULT_PUBLICATION if publication is None else publication
    order = compiling.Order(name, day, number, unit, template)
    with intake.spool() as spool:
        received = intake.receive(call, spool, call.library, files, answers)
        intake.refuse_failures(call, received)
        recognitions = intake.recognitions(received)
        with _working_library(call) as library, call.desk(library) as desk:
            compiled = compiling.compile_issue(desk, recognitions, order, spool.get)
            try:
                result = _export(call, _Printed.of(desk, compiled.issue.id), output)
            except BaseException:
                desk.apply(compiled.changes.inverse)
                raise
            if call.library:
                with _said_to_be_written(call, output):
                    desk.record_export(compiled.issue, result)
    call.say(
        call.words(
            "{articles} articles on {pages} pages: {path}",
            articles=len(compiled.lines),
            pages=result.pages,
            path=result.path,
        )
    )
    intake.tell(call, recognitions)
    call.answer(views.issue_json(compiled.issue, lines=compiled.lines))


@commands.command("import", help="Recognise manuscripts and store their articles.")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--issue", help="The issue they go into; by default the newest issue that is still a draft.")
@reading_options
@shared
def import_command(call: Call, *, files: tuple[Path, ...], issue: str | None, answers: intake.Answers) -> int:
    """A file that cannot be read does not keep the others out; the exit code is then 1."""
    from bulletin_desktop.services import manuscripts, views

    with intake.spool() as spool:
        library = call.library or paths.default_library()
        received = intake.receive(call, spool, library, files, answers)
        failed = intake.failed(call, received)
        recognitions = intake.recognitions(received)
        articles: Sequence[AssembledArticle] = ()
        if recognitions:  # otherwise no issue is begun for them
            with call.desk() as desk:
                target = issue or manuscripts.receiving_issue(desk, dt.date.today())
                stored = manuscripts.store(desk, target, *recognitions, originals=spool.get)
                articles = stored.articles
    for assembled in articles:
        call.say(f"{assembled.article.id}  {assembled.article.title}")
    intake.tell(call, recognitions)
    shown = [views.article_json(a.article, (a.first, a.last)) for a in articles]
    aside = [line for recognition in recognitions for line in views.set_aside_json(recognition)]
    told = intake.told_json(recognitions)
    call.answer({"articles": shown, "set_aside": aside, "failed": failed, "told": told})
    return 1 if failed else 0


@commands.command(help="List the issues, newest first.")
@shared
def issues(call: Call) -> None:
    """One line an issue; its first word is the id that other commands take."""
    from bulletin_desktop.services import views

    with call.desk() as desk:
        rows = views.issues_json(desk.outline())
    for row in rows:
        call.say(call.words("{id}  {publication} {year} No. {number}  {date}  {articles} articles", **row))
    if not rows:
        call.say(call.words("There is no issue in this library yet."))
    call.answer(rows)


@commands.command(help="Show one issue with its articles.")
@click.argument("issue")
@shared
def show(call: Call, issue: str) -> None:
    """A line an article, below its section's title."""
    from bulletin_desktop.document.text import characters
    from bulletin_desktop.services import views

    with call.desk() as desk:
        found = desk.issue(issue)
    call.say(f"{found.publication} {found.year} {found.number} {found.date}")
    for section in found.sections:
        call.say(section.title)
        for article in section.articles:
            call.say(f"{article.id}  {characters(article):>6}  {article.title}")
    call.answer(views.issue_json(found))


@commands.command(help="Write an issue's file.")
@click.argument("issue")
@output_option
@shared
def export(call: Call, issue: str, output: Path) -> None:
    """The library keeps what was written, under the id that is in the file; it is free while that is made."""
    with call.desk() as desk:
        printed = _Printed.of(desk, issue)
    result = _export(call, printed, output)
    with _said_to_be_written(call, output), call.desk() as desk:
        desk.record_export(printed.issue, result, printed.look)
    call.say(call.words("{pages} pages: {path}", pages=result.pages, path=result.path))
    call.answer({"path": str(result.path), "pages": result.pages, "sha256": result.sha256})


@commands.command(help="Write the register of manuscripts (来稿登记) to a sheet for Excel or WPS.")
@click.option("-o", "--output", type=FILE, required=True, help="The file to write, .xlsx.")
@shared
def register(call: Call, output: Path) -> None:
    """Every manuscript in the library, what came in last first."""
    from bulletin_desktop.services import register as registers

    with call.desk() as desk:
        rows = desk.manuscripts()
    path = registers.write(output, rows, lambda text: call.catalog.text("Register", text))
    call.say(call.words("{count} manuscripts: {path}", count=len(rows), path=path))
    call.answer({"path": str(path), "manuscripts": len(rows)})


@commands.command(help="Show an issue's pages line by line, as the preview has them.")
@click.argument("issue")
@shared
def pages(call: Call, issue: str) -> None:
    """Pages are set apart by a rule with their number."""
    from bulletin_desktop.services import views

    with call.desk() as desk:
        found, look = desk.issue(issue), desk.look(issue)
    shown = views.pages_json(*_typeset(found, look))
    for page in shown["pages"]:
        call.say(f"—— {page['number']} ——")
        for line in page["lines"]:
            call.say(line["text"])
    call.answer(shown)


@commands.command(help="Make a finished issue's folder: Word, PDF, text, originals, a list of contents.")
@click.argument("issue")
@click.option("-o", "--output", type=FILE, required=True, help="The folder that archives are made in.")
@click.option(
    "--name", "pattern", default="", help="A pattern for the folder, such as {year}/第{number:03}期."
)
@shared
def archive(call: Call, issue: str, output: Path, pattern: str) -> None:
    """The folder is whole or not there; one of that name that is there already is left alone."""
    from bulletin_desktop.export import name_pattern
    from bulletin_desktop.services import archive as archives
    from bulletin_desktop.services import publish

    with call.desk() as desk:
        content = archives.gather(desk, desk.issue(issue))
    folder = archives.target(output, pattern or name_pattern.USUAL, content.issue)
    layout, _ = _typeset(content.issue, content.look)

    def words(text: str) -> str:
        return call.catalog.text("Archive", text)

    made = archives.write(content, layout, folder, publish.Publisher(call.formats), words=words)
    with _said_to_be_written(call, folder), call.desk() as desk:
        archives.record(desk, content, made)
    call.say(call.words("{count} originals: {path}", count=made.originals, path=made.folder))
    if made.missing:
        call.say(call.words("{count} originals are damaged in the library", count=made.missing))
    call.answer({"path": str(made.folder), "originals": made.originals, "missing": made.missing})


for command in (exchange.send, exchange.receive, *keeping.COMMANDS, *safety.COMMANDS, searching.search):
    commands.add_command(command)


# --- what commands have in common -------------------------------------------------------------------


@contextmanager
def _working_library(call: Call) -> Iterator[Path]:
    """The library a person named, or one of its own that is gone afterwards."""
    if call.library:
        yield call.library
        return
    with own_folder.temporary() as folder:
        yield folder / "library.db"


@dataclass(frozen=True, slots=True)
class _Printed:
    """Everything an issue's pages are made of."""

    issue: Issue
    look: TemplateSource
    pictures: Mapping[str, bytes]

    @classmethod
    def of(cls, desk: Desk, issue_id: str) -> _Printed:
        issue = desk.issue(issue_id)
        return cls(issue, desk.look(issue_id), desk.pictures(issue))


def _typeset(issue: Issue, look: TemplateSource) -> tuple[Layout, Measures]:
    """The issue's pages, set by *look*, measured from the font files."""
    from bulletin_desktop.services import publish

    setter = publish.typesetter(look)
    return setter.layout(issue), setter.measures


def _export(call: Call, printed: _Printed, output: Path) -> ExportResult:
    """Typeset the issue and write its file."""
    from bulletin_desktop.services import publish

    publisher = publish.Publisher(call.formats)
    publisher.writer(output)  # an ending that nobody writes is refused before any work
    layout, measures = _typeset(printed.issue, printed.look)
    result = publisher.export(layout, printed.issue, output, printed.pictures)
    missing = layout.template.missing(measures)
    if missing and output.suffix.lower() in call.formats:  # a painted page keeps the font it was painted in
        call.say(
            call.words("Not installed here, so other fonts were used: {names}", names=", ".join(missing))
        )
    return result


@contextmanager
def _said_to_be_written(call: Call, output: Path) -> Iterator[None]:
    """Say that the file is there if what comes after it fails."""
    try:
        yield
    except UserError as error:
        raise UserError(
            "“{name}” was written, but the library did not take note of it: {reason}",
            name=output.name,
            reason=call.catalog.error(error),
        ) from error
