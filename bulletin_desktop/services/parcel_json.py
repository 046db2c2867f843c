"""A parcel as the texts of an exchange file, and read again; see docs/exchange.md. Nothing unknown passes."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any

from bulletin_desktop.document import codec, schema
from bulletin_desktop.document.ids import is_id
from bulletin_desktop.document.json_fields import Fields, text_item
from bulletin_desktop.document.lineage import Lineage
from bulletin_desktop.document.schema import IllegalDocument
from bulletin_desktop.library.lineages import arrangement_hash, head_hash
from bulletin_desktop.library.manuscripts import Manuscript, ManuscriptSource, ManuscriptState
from bulletin_desktop.library.nodes import MANUSCRIPTS, stamp
from bulletin_desktop.library.rows import ArticleState, LookRow, PublicationRow, TemplateRow
from bulletin_desktop.services.parcel import Held, Parcel, SentArticle, SentIssue, SentSection

Json = dict[str, Any]
Texts = Callable[[str], str]
"""Gives the text of a member by its name; raises `IllegalDocument` if there is none."""
Holder = Callable[[str, str, str], Held]
"""Gives what is held in a folder by its hash, with its name; raises `IllegalDocument` if there is none."""

PICTURES, ORIGINALS = "pictures", "originals"
_ISSUE, _TEMPLATE, _LOOK = "issue.json", "template.toml", "look.toml"
_HASH = re.compile("[0-9a-f]{64}")
_LONGEST = 100_000  # states of one lineage: a lifetime of saves
_WORDS = ("file_name", "contributor", "author", "phone", "note")


def texts(parcel: Parcel) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every member that is a text, but for the manifest."""
    issue = parcel.issue
    if issue is not None:
        yield _ISSUE, codec.dumps(issue.head)
    for sent in parcel.articles:
        yield _article(sent.article.id), codec.dumps(sent.article)
    if parcel.template is not None:
        yield _TEMPLATE, parcel.template.text or ""
    if issue is not None and issue.look is not None:
        yield _LOOK, issue.look.text or ""


def written(parcel: Parcel) -> Json:
    """Return what the manifest says of a parcel beside the texts."""
    value: Json = {"articles": [_sent(sent) for sent in parcel.articles]}
    if parcel.issue is not None:
        value["issue"] = _issue(parcel.issue)
    if parcel.template is not None:
        value["template"] = {name: getattr(parcel.template, name) for name in ("id", "name", "base")}
    for folder, held in ((PICTURES, parcel.pictures), (ORIGINALS, parcel.originals)):
        value[folder] = [{"sha256": each.sha256, "name": each.name} for each in held]
    return value


def read(manifest: Fields, text: Texts, hold: Holder) -> Parcel:
    """Return the parcel a manifest tells of; raises `IllegalDocument` at whatever is not as it must be."""

    def article(value: object, place: str) -> SentArticle:
        return _read_sent(Fields(value, place), text)

    def held(folder: str) -> tuple[Held, ...]:
        return manifest.each(folder, lambda value, place: _read_held(Fields(value, place), folder, hold))

    articles = manifest.each("articles", article)
    if len({sent.article.id for sent in articles}) != len(articles):
        raise IllegalDocument("articles", "an id stands twice")
    issue = _read_issue(Fields(manifest.take("issue", dict), "issue"), text) if "issue" in manifest else None
    if issue is not None:
        _check_places(issue, articles)
    template = None
    if "template" in manifest:
        fields = Fields(manifest.take("template", dict), "template")
        template = TemplateRow(*_named(fields), text=text(_TEMPLATE))
        fields.done()
    return Parcel(articles, issue, template, held(PICTURES), held(ORIGINALS))


def _article(article_id: str) -> str:
    return f"articles/{article_id}.json"


# Articles


def _sent(sent: SentArticle) -> Json:
    value: Json = {
        "id": sent.article.id,
        "section": sent.section,
        "state": sent.state.value,
        "lineage": list(sent.lineage),
    }
    kept = sent.manuscript
    if kept is not None:
        value["manuscript"] = {
            "received": stamp(kept.received),
            "source": kept.source.value,
            "original": kept.original,
            "state": kept.state.value,
            **{name: getattr(kept, name) for name in _WORDS},
        }
    return value


def _read_sent(fields: Fields, text: Texts) -> SentArticle:
    own_id = fields.take("id", str)
    body = text(_article(own_id) if is_id(own_id) else own_id)
    article = codec.loads_article(body)
    if article.id != own_id:
        raise IllegalDocument(fields.place, "the article has another id")
    lineage = _lineage(fields, "lineage", hashlib.sha256(codec.dumps(article).encode("utf-8")).hexdigest())
    kept = None
    if "manuscript" in fields:
        kept = _read_manuscript(Fields(fields.take("manuscript", dict), fields.place), own_id)
    section, state = (
        _section_id(fields.take("section", str), fields.place),
        fields.name("state", ArticleState),
    )
    fields.done()
    return SentArticle(article, lineage, section, state, kept)


def _read_manuscript(fields: Fields, article_id: str) -> Manuscript:
    received = fields.name("received", dt.datetime.fromisoformat)
    if received.tzinfo is None:
        raise IllegalDocument(fields.place, "a time without its zone")
    words = {name: fields.take(name, str) for name in _WORDS}
    for name, value in words.items():
        schema.check_text(value, f"{fields.place}, {name}")
    original = fields.take("original", str)
    if original and not _HASH.fullmatch(original):
        raise IllegalDocument(fields.place, "the original is no hash")
    source, state = fields.name("source", ManuscriptSource), fields.name("state", ManuscriptState)
    if state is ManuscriptState.USED:
        raise IllegalDocument(fields.place, "used is nothing that is kept")
    fields.done()
    return Manuscript(article_id, received, source, original, state=state, **words)


# The issue


def _issue(issue: SentIssue) -> Json:
    publication = issue.publication
    value: Json = {
        "publication": {name: getattr(publication, name) for name in ("id", "name", "template", "unit")},
        "head": list(issue.head_lineage),
        "arrangement": list(issue.arrangement_lineage),
        "sections": [
            {"id": section.id, "title": section.title, "articles": list(section.articles)}
            for section in issue.sections
        ],
        "deleted": list(issue.deleted),
    }
    if issue.look is not None:
        look = issue.look
        value["look"] = {"id": look.template, "name": look.name, "base": look.base}
    return value


def _read_issue(fields: Fields, text: Texts) -> SentIssue:
    head = codec.loads_issue(text(_ISSUE))
    if head.sections:
        raise IllegalDocument(_ISSUE, "has sections")
    sections = fields.each("sections", _read_section)
    placed = (
        (section.id, section.title, tuple((each,) for each in section.articles)) for section in sections
    )
    issue = SentIssue(
        head,
        _lineage(fields, "head", head_hash(codec.dumps(head))),
        sections,
        _lineage(fields, "arrangement", arrangement_hash(placed)),
        fields.each("deleted", _id_item),
        _read_publication(Fields(fields.take("publication", dict), "publication")),
        _read_look(fields, head.id, text),
    )
    fields.done()
    return issue


def _read_section(value: object, place: str) -> SentSection:
    fields = Fields(value, place)
    section = SentSection(
        _id_item(fields.take("id", str), place), fields.take("title", str), fields.each("articles", _id_item)
    )
    schema.check_text(section.title, place)
    fields.done()
    return section


def _read_publication(fields: Fields) -> PublicationRow:
    own_id = _id_item(fields.take("id", str), fields.place)
    name, template, unit = (fields.take(key, str) for key in ("name", "template", "unit"))
    for word in (name, template, unit):
        schema.check_text(word, fields.place)
    if not name.strip():
        raise IllegalDocument(fields.place, "has no name")
    fields.done()
    return PublicationRow(own_id, name, template, unit)


def _read_look(fields: Fields, issue_id: str, text: Texts) -> LookRow | None:
    if "look" not in fields:
        return None
    look = Fields(fields.take("look", dict), "look")
    row = LookRow(issue_id, *_named(look), text=text(_LOOK))
    look.done()
    return row


def _check_places(issue: SentIssue, articles: tuple[SentArticle, ...]) -> None:
    """Every article stands once in the issue, where it says it does."""
    ids = [section.id for section in issue.sections]
    places = [(each, section.id) for section in issue.sections for each in section.articles]
    there = [(sent.article.id, sent.section) for sent in articles]
    if len({*ids}) != len(ids) or sorted(places) != sorted(there):
        raise IllegalDocument("sections", "do not hold every article once")
    if {*issue.deleted} & {own_id for own_id, _ in there}:
        raise IllegalDocument("deleted", "an article that stands in the issue")


# What they have in common


def _named(fields: Fields) -> tuple[str, str, str]:
    """Id, name and base of a template."""
    own_id, name, base = (fields.take(key, str) for key in ("id", "name", "base"))
    for word in (own_id, name, base):
        schema.check_text(word, fields.place)
    return own_id, name, base


def _read_held(fields: Fields, folder: str, hold: Holder) -> Held:
    sha256, name = fields.take("sha256", str), fields.take("name", str)
    if not _HASH.fullmatch(sha256):
        raise IllegalDocument(fields.place, "is no hash")
    schema.check_text(name, fields.place)
    fields.done()
    return hold(folder, sha256, name)


def _lineage(fields: Fields, name: str, present: str) -> Lineage:
    states = fields.each(name, text_item)
    if len(states) > _LONGEST or not all(map(_HASH.fullmatch, states)):
        raise IllegalDocument(fields.place, f"“{name}” is no list of hashes")
    if not states or states[-1] != present:
        raise IllegalDocument(fields.place, f"“{name}” does not end with what is there")
    return states


def _id_item(value: object, place: str) -> str:
    text = text_item(value, place)
    if not is_id(text):
        raise IllegalDocument(place, f"{text!r} is not an id")
    return text


def _section_id(text: str, place: str) -> str:
    return text if text == MANUSCRIPTS else _id_item(text, place)
