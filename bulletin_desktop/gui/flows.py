"""What a person can set going from the window, each flow made and imported when it is first asked for.

The window has every function here as a `functools.cached_property` of the same name. A function makes the
flow and connects what it tells. Asking for a flow while the window starts costs everybody's start what only
some need: tests/gui/window/test_first_moment.py holds what is imported by then. What is left is made once
the window has stood for a while (`start.SETTLED`), one at a time, so that no first use is slow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from bulletin_desktop.export.job import Writer
    from bulletin_desktop.gui.export_flow import ExportFlow
    from bulletin_desktop.gui.insert_flow import InsertFlow
    from bulletin_desktop.gui.intake_flow import IntakeFlow
    from bulletin_desktop.gui.issue_flow import IssueFlow
    from bulletin_desktop.gui.output.print_flow import PrintFlow
    from bulletin_desktop.gui.outputs import Outputs
    from bulletin_desktop.gui.review_flow import ReviewFlow
    from bulletin_desktop.gui.templates.flow import TemplateFlow
    from bulletin_desktop.gui.window import MainWindow
    from bulletin_desktop.typeset.measures import Measures


def exports(window: MainWindow) -> ExportFlow:
    """Files of the open issue."""
    from bulletin_desktop.gui.export_flow import ExportFlow

    painted = {".pdf": lambda: _pdf_writer(window.measures)}
    flow = ExportFlow(window.session, window.backend, window.files, window.memory, window, formats=painted)
    flow.written.connect(lambda result: window.outputs.exported(result))
    flow.failed.connect(lambda error, order: window.outputs.export_failed(error, order))
    flow.cancelled.connect(lambda order: window.outputs.export_cancelled(order))
    flow.not_recorded.connect(window.tell)
    flow.prepare()
    return flow


def _pdf_writer(measures: Measures) -> Writer:
    from bulletin_desktop.gui.output.pdf import PdfWriter

    return PdfWriter(measures, QApplication.instance())


def prints(window: MainWindow) -> PrintFlow:
    """The open issue on paper."""
    from bulletin_desktop.gui.output.print_flow import PrintFlow

    flow = PrintFlow(
        window.session,
        window.backend,
        window.files,
        window.memory,
        window,
        measures=window.measures,
        store=window.pictures,
    )
    flow.printed.connect(lambda count, printer: window.outputs.printed(count, printer))
    flow.cancelled.connect(lambda: window.outputs.print_cancelled())
    flow.pdf_wanted.connect(lambda: window.outputs.export(".pdf"))
    flow.failed.connect(window.tell)
    return flow


def outputs(window: MainWindow) -> Outputs:
    """What is said of files and paper."""
    from bulletin_desktop.gui.outputs import Outputs

    outputs = Outputs(window.exports, window.prints, window.editing, window.notices)
    outputs.failed.connect(lambda error, acts: window.tell(error, *acts))
    return outputs


def inserts(window: MainWindow) -> InsertFlow:
    """Pictures, tables and page breaks into the open article."""
    from bulletin_desktop.gui.insert_flow import InsertFlow

    flow = InsertFlow(window.editor, window.session, window.backend, window.files, window.pictures)
    flow.failed.connect(window.tell)
    return flow


def intake(window: MainWindow) -> IntakeFlow:
    """Manuscripts from files and the clipboard."""
    from bulletin_desktop.gui.intake_flow import IntakeFlow

    flow = IntakeFlow(window.backend, window, catalog=window.catalog, messages=window.messages)
    flow.received.connect(lambda received: window.review.note(received))
    flow.ready.connect(lambda recognitions: window.review.begin(recognitions))
    flow.parcels.connect(window.parcels)
    flow.told.connect(lambda words, act: window.notices.say(words, *([act] if act else [])))
    flow.failed.connect(window.tell)
    return flow


def review(window: MainWindow) -> ReviewFlow:
    """What was recognised in manuscripts, until it is stored."""
    from bulletin_desktop.gui.review_flow import ReviewFlow

    flow = ReviewFlow(
        window.pages,
        window.session,
        window.work,
        window.editing,
        window.issues,
        memory=window.memory,
        catalog=window.catalog,
    )
    flow.drafts = window.backend.drafts
    window.work.originals = window.intake.original  # which the library's thread will ask
    flow.shown.connect(window.show_review)
    flow.storing.connect(window.forget_yesterday)
    flow.left.connect(window.leave_review)
    flow.left.connect(window.intake.forget_originals)
    flow.opens.connect(window.open_issue)
    flow.original_wanted.connect(window.original_wanted)
    flow.settings_wanted.connect(window.intake_settings_wanted)
    flow.failed.connect(window.tell)
    return flow


def issues(window: MainWindow) -> IssueFlow:
    """New issues, and their details."""
    from bulletin_desktop.gui.issue_flow import IssueFlow

    flow = IssueFlow(
        window.backend,
        window.work,
        window.catalog,
        window,
        memory=window.memory,
        measures=window.measures,
    )
    flow.made.connect(window.open_issue)
    flow.failed.connect(window.tell)
    return flow


def templates(window: MainWindow) -> TemplateFlow:
    """How a publication looks."""
    from bulletin_desktop.gui.templates.flow import TemplateFlow

    flow = TemplateFlow(window.files, window.memory, window.catalog, window.measures, window)
    flow.saved.connect(window.template_saved)
    flow.follows.connect(window.notices.say)
    flow.failed.connect(window.tell)
    return flow
