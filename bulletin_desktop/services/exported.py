"""What is kept of a file that was written: how it was set, where its texts stand, and that it was."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bulletin_desktop.document.model import Issue
from bulletin_desktop.library.exports import Export
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.rows import IssueStep
from bulletin_desktop.services import issue_history, templates
from bulletin_desktop.services.templates import TemplateSource

if TYPE_CHECKING:
    from bulletin_desktop.services.publish import ExportResult


def record(
    library: Library, issue: Issue, result: ExportResult, set_by: TemplateSource | None, at: dt.datetime
) -> None:
    """Keep the *issue* as it was written, its look (*set_by*, or its own) and a step of its history."""
    places = tuple((anchor.bookmark, anchor.article, anchor.block) for anchor in result.anchors)
    name = result.path.name
    templates.keep_look(library, issue, set_by, at)
    library.exports.add(Export(result.export_id, at, name, result.sha256, result.pages, issue, places))
    issue_history.keep(library, issue.id, IssueStep.EXPORTED, at, detail=name)
