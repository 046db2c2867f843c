"""What publications, issues, sections and articles have in common: kind, parent, being in the recycle bin."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from bulletin_desktop.errors import UserError

MANUSCRIPTS = "manuscripts"
"""The one id of the hidden publication, issue and section that hold the manuscripts (来稿) in no issue."""


class Kind(StrEnum):
    """A node of the tree."""

    PUBLICATION = "publication"
    ISSUE = "issue"
    SECTION = "section"
    ARTICLE = "article"

    @property
    def table(self) -> str:
        """The table of such nodes."""
        return f"{self.value}s"


def gone(kind: str, node_id: str) -> UserError:
    """What to say where a node is asked for that is not in the tree."""
    match kind:
        case "publication":
            return UserError(
                "There is no publication {id} in this library. Nothing was changed. "
                "It may be in the recycle bin.",
                id=node_id,
            )
        case "issue":
            return UserError(
                "There is no issue {id} in this library. Nothing was changed. It may be in the recycle bin.",
                id=node_id,
            )
        case "section":
            return UserError(
                "There is no section {id} in this library. Nothing was changed. "
                "It may be in the recycle bin.",
                id=node_id,
            )
        case _:
            return UserError(
                "There is no article {id} in this library. Nothing was changed. "
                "It may be in the recycle bin.",
                id=node_id,
            )


def check_not_manuscripts(*node_ids: str) -> None:
    """Raise `UserError` if one of the nodes is the place of the manuscripts, which stays as it is."""
    if MANUSCRIPTS in node_ids:
        raise UserError(
            "The manuscripts in no issue stay where they are and are no issue themselves. Nothing was "
            "changed. Move the articles into an issue first."
        )


def stamp(at: dt.datetime) -> str:
    """Return *at* as it is stored: UTC, ISO 8601 with milliseconds."""
    return at.astimezone(dt.UTC).isoformat(timespec="milliseconds")


def moment(text: str) -> dt.datetime:
    """Return the time stored by `stamp`."""
    return dt.datetime.fromisoformat(text)
