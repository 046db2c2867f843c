"""Carrying articles and issues from one library to another, and back, without losing anybody's work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from bulletin_desktop.document.model import Article
from bulletin_desktop.document.picture_kinds import kind_of
from bulletin_desktop.errors import UserError
from bulletin_desktop.library.library import Library
from bulletin_desktop.library.lineages import Part
from bulletin_desktop.library.nodes import Kind, check_not_manuscripts
from bulletin_desktop.library.rows import LookRow, TemplateRow
from bulletin_desktop.services import exchange_compare, exchange_taking
from bulletin_desktop.services.acts import Act, Changes
from bulletin_desktop.services.exchange_compare import Comparison, issue_lineage, lineage_of
from bulletin_desktop.services.exchange_taking import Decision, Taken
from bulletin_desktop.services.parcel import Held, Parcel, SentArticle, SentIssue, SentSection
from bulletin_desktop.services.pictures import named_by


class Exchange:
    """The exchange of one open library; *apply* carries out an act in it."""

    def __init__(self, library: Library, apply: Callable[[Act], Changes]) -> None:
        self._library = library
        self._apply = apply

    def pack(self, ids: Sequence[str]) -> Parcel:
        """Return one issue, or articles, with all that belongs to them, by their ids.

        Raises `UserError` as `issue` and `articles` do, or if the ids are of neither one issue nor articles.
        """
        with self._library.reading():
            kinds = [self._library.recycle_bin.kind(own_id) for own_id in ids]
        if kinds == [Kind.ISSUE]:
            return self.issue(ids[0])
        if set(kinds) == {Kind.ARTICLE}:
            return self.articles(ids)
        raise UserError(
            "One file holds one issue, or articles. Nothing was written. Send each issue by itself."
        )

    def issue(self, issue_id: str) -> Parcel:
        """Return an issue with everything that belongs to it; what is sent is kept as it is from now on.

        Raises `UserError` if it is not in the tree, or it or an article of it is damaged.
        """
        check_not_manuscripts(issue_id)
        with self._library.reading():
            parcel = self._issue(issue_id)
        self._keep(parcel)
        return parcel

    def articles(self, article_ids: Sequence[str]) -> Parcel:
        """Return articles with their pictures and originals; what is sent is kept as it is from now on.

        Raises `UserError` if one is missing, damaged or in the recycle bin.
        """
        with self._library.reading():
            places = {
                own_id: self._library.articles.place(own_id)[0] for own_id in dict.fromkeys(article_ids)
            }
            sent = tuple(self._sent(self._library.articles.get(own), place) for own, place in places.items())
            parcel = Parcel(sent, None, None, self._pictures(sent), self._originals(sent))
        self._keep(parcel)
        return parcel

    def compare(self, parcel: Parcel) -> Comparison:
        """Return how each thing in a parcel stands to what is here; nothing is changed.

        Raises `UserError` as `exchange_compare.compare` does.
        """
        with self._library.writing():
            return exchange_compare.compare(self._library, parcel)

    def take(self, parcel: Parcel, decision: Decision) -> Taken:
        """Take a parcel in as decided, all of it or nothing; the changes' inverses take it back.

        Raises `UserError` if a number is given already, the file is not there any more, or a picture in it
        cannot be printed.
        """
        with self._library.writing():
            return exchange_taking.take(self._library, self._apply, parcel, decision)

    def _issue(self, issue_id: str) -> Parcel:
        library = self._library
        row = library.issues.row(issue_id)
        head = library.issues.head(issue_id)
        sections = library.articles.sections(issue_id)
        sent = tuple(self._sent(article, section.id) for section in sections for article in section.articles)
        issue = SentIssue(
            head,
            issue_lineage(library, issue_id, Part.HEAD),
            tuple(
                SentSection(section.id, section.title, tuple(each.id for each in section.articles))
                for section in sections
            ),
            issue_lineage(library, issue_id, Part.ARRANGEMENT),
            library.recycle_bin.articles_of(issue_id),
            replace(library.publications.get(row.publication_id), issues=()),
            self._whole_look(issue_id),
        )
        template = self._template(head.template)
        return Parcel(sent, issue, template, self._pictures(sent), self._originals(sent))

    def _sent(self, article: Article, section_id: str) -> SentArticle:
        library = self._library
        return SentArticle(
            article,
            lineage_of(library, article.id),
            section_id,
            library.articles.state(article.id),
            library.manuscripts.find(article.id),
        )

    def _whole_look(self, issue_id: str) -> LookRow | None:
        look = self._library.templates.look(issue_id)
        return look if look is not None and look.text is not None else None

    def _template(self, template_id: str) -> TemplateRow | None:
        """The office's own template of that id, if it is one and whole."""
        row = self._library.templates.find(template_id)
        return row if row is not None and row.text is not None and not row.deleted else None

    def _pictures(self, sent: Iterable[SentArticle]) -> tuple[Held, ...]:
        found = self._library.pictures.some(sha256 for each in sent for sha256 in named_by(each.article))
        return tuple(
            Held(sha256, kind_of(content) or "", len(content), partial(bytes, content))
            for sha256, content in found.items()
        )

    def _originals(self, sent: Iterable[SentArticle]) -> tuple[Held, ...]:
        held = []
        for sha256 in dict.fromkeys(each.manuscript.original for each in sent if each.manuscript is not None):
            with suppress(UserError):  # one that is damaged, or was never kept, is no reason to send nothing
                original = self._library.originals.get(sha256)
                held.append(
                    Held(sha256, original.name, len(original.content), partial(bytes, original.content))
                )
        return tuple(held)

    def _keep(self, parcel: Parcel) -> None:
        """Remember what was sent: typing goes into new versions. Who may not write can send all the same."""
        with suppress(UserError), self._library.writing():
            for each in parcel.articles:
                self._library.revisions.seal(self._library.articles.number(each.article.id))
            issue = parcel.issue
            if issue is not None:
                self._library.lineages.note(issue.head.id, Part.HEAD, issue.head_lineage[-1:])
                self._library.lineages.note(issue.head.id, Part.ARRANGEMENT, issue.arrangement_lineage[-1:])
