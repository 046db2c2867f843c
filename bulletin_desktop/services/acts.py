"""Acts: every change a person makes to the library, as a frozen value.

`Desk.apply(act)` carries one out in one transaction and returns `Changes`, whose *inverse* is the
act that takes it back; the window wraps the pair in a QUndoCommand. Orders are positions from 0
within the parent after the act; ids are made by the caller, so that an act can be repeated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_desktop.document.model import Article, Block, Issue, Section
from bulletin_desktop.library.rows import ArticleState, LookRow, TemplateRow
from bulletin_desktop.values import dataclass

if TYPE_CHECKING:
    import datetime as dt

    from bulletin_desktop.intake.settings import Settings
    from bulletin_desktop.library.habits import Habits
    from bulletin_desktop.library.manuscripts import Manuscript, ManuscriptState


@dataclass(frozen=True, slots=True)
class CreatePublication:
    """A new publication (刊物) with its template and the masthead's usual unit."""

    id: str
    name: str
    template: str = "jianbao"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class UpdatePublication:
    """Another name and usual unit for a publication. Issues keep the masthead they have."""

    id: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class UpdateLists:
    """Other mailing lists and people for a publication's new issues; None: carried on from the last issue."""

    publication_id: str
    habits: Habits | None


@dataclass(frozen=True, slots=True)
class CreateIssue:
    """A new issue of a publication; its sections and articles, if any, come with it."""

    publication_id: str
    issue: Issue


@dataclass(frozen=True, slots=True)
class UpdateIssue:
    """New masthead, imprint, number or date of an issue; its sections are left alone."""

    issue: Issue


@dataclass(frozen=True, slots=True)
class AddSection:
    """A new section with any articles it carries, at *position* in an issue."""

    issue_id: str
    section: Section
    position: int


@dataclass(frozen=True, slots=True)
class RenameSection:
    """Another title for a section."""

    section_id: str
    title: str


@dataclass(frozen=True, slots=True)
class AddArticles:
    """New articles into a section, in order, from *position* on."""

    section_id: str
    articles: tuple[Article, ...]
    position: int


@dataclass(frozen=True, slots=True)
class SaveArticle:
    """The new value of an article, appended as a revision; one *apart* never takes the former one's place."""

    article: Article
    apart: bool = False


PartValue = str | tuple[str, ...] | Block


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """One field or block of an article, by its name or id: what it was, and what it is to be."""

    article_id: str
    name: str
    before: PartValue
    after: PartValue


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Parts of articles get their new values, except those that are not any more what they were.

    So taking it back leaves alone what was typed since.
    """

    parts: tuple[ArticlePart, ...]


@dataclass(frozen=True, slots=True)
class MoveArticles:
    """Existing articles to other places: (article id, section id, position), applied in order."""

    moves: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class MoveSection:
    """A section with its articles to *position* in an issue; without *issue_id*, in its own."""

    section_id: str
    position: int
    issue_id: str = ""


@dataclass(frozen=True, slots=True)
class SetState:
    """Articles have come as far as *state*."""

    article_ids: tuple[str, ...]
    state: ArticleState


@dataclass(frozen=True, slots=True)
class RestoreStates:
    """Each article in the state it had: (article id, state); takes `SetState` back."""

    states: tuple[tuple[str, ArticleState], ...]


@dataclass(frozen=True, slots=True)
class Delete:
    """Nodes (publications, issues, sections or articles) into the recycle bin, with what they hold.

    *places* is for the inverse of `Restore`: the positions the bin had kept for them, one an id. Empty
    means that each is kept the position it has.
    """

    ids: tuple[str, ...]
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Restore:
    """Nodes out of the recycle bin, back to where they were."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameRevision:
    """A name for a saved state of an article, which then is kept as it is; empty takes the name away."""

    article_id: str
    revision: int
    name: str


@dataclass(frozen=True, slots=True)
class NameIssueRevision:
    """A name for an entry of an issue's history, which then is kept as it is; empty takes the name away."""

    issue_id: str
    revision: int
    name: str


@dataclass(frozen=True, slots=True)
class SaveTemplate:
    """An office's own template, new or changed: TOML *text* of what differs from the built-in *base*."""

    id: str
    name: str
    base: str
    text: str


@dataclass(frozen=True, slots=True)
class RestoreTemplate:
    """An own template as it stood in the library, even one this program cannot read; takes others back."""

    row: TemplateRow


@dataclass(frozen=True, slots=True)
class DeleteTemplate:
    """An own template out of sight; refused while a publication uses it."""

    id: str


@dataclass(frozen=True, slots=True)
class ChooseTemplate:
    """Another template, built-in or own, for a publication and the issues of it that follow it.

    *issues* are those that change, each with its template; None stands for every issue that has the
    publication's template and keeps no look of its own.
    """

    publication_id: str
    template: str
    issues: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class RenewLook:
    """An exported issue follows its publication's template again, as it is now."""

    issue_id: str


@dataclass(frozen=True, slots=True)
class KeepLook:
    """An issue keeps *look*, with the template that stands in its head; takes `RenewLook` back."""

    look: LookRow
    template: str


@dataclass(frozen=True, slots=True)
class UpdateManuscript:
    """Who sent a manuscript in, when (None: as it was), and what the office noted on it."""

    article_id: str
    contributor: str
    author: str
    phone: str
    note: str = ""
    received: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class SetManuscriptStates:
    """What became of manuscripts in no issue: waiting, in reserve or rejected."""

    article_ids: tuple[str, ...]
    state: ManuscriptState


@dataclass(frozen=True, slots=True)
class ShareManuscripts:
    """Articles that are copies or parts of others come from their manuscripts too: (article, the other).

    Taking back what made them is enough: the inverse does nothing.
    """

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JoinManuscripts:
    """Manuscripts have gone into an article, which keeps its own if it has one, or else gets the first's."""

    article_id: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RestoreManuscripts:
    """What was kept of articles that came in, None for nothing; takes the acts above back."""

    former: tuple[tuple[str, Manuscript | None], ...]


@dataclass(frozen=True, slots=True)
class UpdateIntakeSettings:
    """How the office wants its manuscripts taken in from now on."""

    settings: Settings


TemplateAct = SaveTemplate | RestoreTemplate | DeleteTemplate | ChooseTemplate | RenewLook | KeepLook

AddingAct = CreatePublication | CreateIssue | AddSection | AddArticles

ChangingAct = UpdatePublication | UpdateLists | UpdateIssue | RenameSection | MoveSection

ArticleAct = (
    MoveArticles | SetState | RestoreStates | SaveArticle | Rewrite | NameRevision | NameIssueRevision
)

ManuscriptAct = (
    UpdateManuscript
    | SetManuscriptStates
    | ShareManuscripts
    | JoinManuscripts
    | RestoreManuscripts
    | UpdateIntakeSettings
)

Act = AddingAct | ChangingAct | ArticleAct | ManuscriptAct | Delete | Restore | TemplateAct


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act did. *touched* are the ids of parents and nodes whose row, order or text changed."""

    touched: frozenset[str]
    inverse: Act
