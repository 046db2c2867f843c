"""What the lists of the backups' dialog show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt
from PySide6.QtWidgets import QTreeWidgetItem

from bulletin_desktop.gui import icons, theme
from bulletin_desktop.gui.recent import day_and_time
from bulletin_desktop.gui.tree.nodes import issue_title
from bulletin_desktop.i18n import Catalog
from bulletin_desktop.library.contents import Contents, IssueContents, PublicationContents
from bulletin_desktop.services.backups import BackupInfo

WHEN, ARTICLES, SIZE, PLACE = range(4)
INFO_ROLE = Qt.ItemDataRole.UserRole
_ISSUE_ROLE = Qt.ItemDataRole.UserRole + 1
translate = QCoreApplication.translate
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def titles() -> list[str]:
    """Return the heads of the list's columns."""
    return [
        translate("BackupsDialog", "Made"),
        translate("BackupsDialog", "Articles"),
        translate("BackupsDialog", "Size"),
        translate("BackupsDialog", "Place"),
    ]


def when(at: dt.datetime, now: dt.datetime) -> str:
    """Return a time as a person says it, with the hour whatever the day."""
    if 0 <= (now.date() - at.date()).days <= 1:
        return day_and_time(at, now)
    return f"{at:%Y-%m-%d %H:%M}"


def item(info: BackupInfo, place: str, catalog: Catalog, colors: theme.Tokens) -> QTreeWidgetItem:
    """Return the row of a backup; one that is damaged says so, and why in its tool tip."""
    row = QTreeWidgetItem()
    row.setText(WHEN, when(info.at.astimezone(), dt.datetime.now().astimezone()))
    row.setText(ARTICLES, f"{info.articles:,}")
    row.setText(SIZE, QLocale().formattedDataSize(info.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat))
    row.setText(PLACE, place)
    tip = str(info.path)
    if info.newest:
        tip = "\n".join((translate("BackupsDialog", "Saved last: {title}").format(title=info.newest), tip))
    if info.problem is not None:
        row.setText(ARTICLES, translate("BackupsDialog", "damaged"))
        tip = catalog.error(info.problem)
    elif info.damaged:
        tip = "\n".join(
            (translate("BackupsDialog", "{count} texts in it are damaged").format(count=info.damaged), tip)
        )
    if not info.good:
        row.setForeground(ARTICLES, colors.err)
        row.setIcon(ARTICLES, icons.icon("warning", colors.err))
    for column in range(4):
        row.setToolTip(column, tip)
    row.setTextAlignment(ARTICLES, _RIGHT)
    row.setTextAlignment(SIZE, _RIGHT)
    row.setData(WHEN, INFO_ROLE, info)
    return row


def air(row: QTreeWidgetItem, column: int, height: int) -> QTreeWidgetItem:
    """Give a row its height in pixels, by the *column* that takes what room is left, and return it."""
    row.setSizeHint(column, QSize(0, height))
    return row


def fill(contents: Contents) -> Sequence[QTreeWidgetItem]:
    """Return the tree of what a backup holds; an issue gets its articles when it is unfolded (`unfold`)."""
    rows = [_publication(publication) for publication in contents.publications]
    if contents.manuscripts:
        box = QTreeWidgetItem([translate("BackupsDialog", "Manuscripts"), f"{len(contents.manuscripts):,}"])
        box.setTextAlignment(1, _RIGHT)
        _hold(box, contents.manuscripts)
        rows.append(box)
    return rows


def _publication(publication: PublicationContents) -> QTreeWidgetItem:
    row = QTreeWidgetItem(
        [
            publication.name,
            translate("BackupsDialog", "{count} issues").format(count=f"{len(publication.issues):,}"),
        ]
    )
    row.setTextAlignment(1, _RIGHT)
    row.addChildren([_issue(issue) for issue in publication.issues])
    return row


def _issue(issue: IssueContents) -> QTreeWidgetItem:
    title = f"{issue.year} {issue_title(issue.number, issue.supplement)}"
    row = QTreeWidgetItem([title, f"{len(issue.articles):,}"])
    row.setTextAlignment(1, _RIGHT)
    _hold(row, issue.articles)
    return row


def _hold(row: QTreeWidgetItem, articles: tuple[str, ...]) -> None:
    row.setData(0, _ISSUE_ROLE, articles)
    if articles:
        row.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)


def unfold(row: QTreeWidgetItem) -> None:
    """Give a row its articles when it is unfolded for the first time."""
    articles = row.data(0, _ISSUE_ROLE)
    if articles and row.childCount() == 0:
        untitled = translate("TreePanel", "Untitled")
        row.addChildren([QTreeWidgetItem([title or untitled]) for title in articles])


def place_name(path: Path, library: Path, second: Path | None) -> str:
    """Return where a backup lies, in the dialog's words."""
    if path.parent == library.parent / "backups":
        return translate("BackupsDialog", "Beside the library")
    if path.parent == library.parent:
        return translate("BackupsDialog", "Before restoring")
    return translate("BackupsDialog", "Second place") if path.parent == second else path.parent.name
