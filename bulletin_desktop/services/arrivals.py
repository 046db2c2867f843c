"""What is kept of articles that came in: the untouched file, its name, and who sent them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath, PurePosixPath

from bulletin_desktop.document.model import Article, Role
from bulletin_desktop.document.schema import one_line
from bulletin_desktop.intake import choosing
from bulletin_desktop.intake.credits import read as read_credit
from bulletin_desktop.intake.recognition import Facts, Recognition
from bulletin_desktop.library.manuscripts import Manuscript, ManuscriptSource
from bulletin_desktop.library.originals import Original
from bulletin_desktop.services.desk import Desk

Contents = Callable[[str], bytes] | Mapping[str, bytes]
"""The bytes of original files by their SHA-256."""


def keep(desk: Desk, recognition: Recognition, articles: Sequence[Article], originals: Contents) -> None:
    """Keep what is known of *articles*, stored already, that were made of *recognition*.

    An original is taken from *originals* unless the library has it. Its hash is `Recognition.origin`.
    """
    if not articles:
        return
    file_name = _file_name(recognition.source)
    original = _original(desk, recognition.origin, file_name, originals)
    source = ManuscriptSource.FILE if recognition.source else ManuscriptSource.PASTE
    said = [choosing.said_sender(recognition, lines) for _, lines in choosing.taken(recognition)]
    for article, told in zip(articles, said, strict=True):
        contributor, author, phone = _sender(recognition.facts, article, alone=len(articles) == 1)
        if told is not None:  # a person's word counts, even that there is nothing to say
            contributor, author, phone = told.contributor, told.author, told.phone
        manuscript = Manuscript(
            article.id,
            desk.now(),
            source,
            recognition.origin,
            file_name,
            contributor=contributor,
            author=author,
            phone=phone,
        )
        desk.receive(manuscript, original)
        original = None


def _file_name(source: str) -> str:
    """The name without the folders it was in; inside an archive or a mail it follows theirs."""
    path = PurePath(source)
    return path.name if path.is_absolute() else source


def _original(desk: Desk, sha256: str, file_name: str, originals: Contents) -> Original | None:
    if not sha256 or desk.has_original(sha256):
        return None
    content = originals.get(sha256) if isinstance(originals, Mapping) else originals(sha256)
    return None if content is None else Original(sha256, PurePosixPath(file_name).name, content)


def _sender(facts: Facts, article: Article, *, alone: bool) -> tuple[str, str, str]:
    """Contributor, author and phone. Where one file has many articles, the credit of each comes first."""
    said = (facts.contributor, facts.author)
    credited = _credited(article)
    if any(credited) and not alone:
        said, credited = credited, said
    contributor, author = (first or second for first, second in zip(said, credited, strict=True))
    return one_line(contributor).strip(), one_line(author).strip(), one_line(facts.phone).strip()


def _credited(article: Article) -> tuple[str, str]:
    credit = article.credit or next(
        (each.text for each in article.paragraphs() if each.role is Role.CREDIT), ""
    )
    said = read_credit(credit)
    return said.unit, "、".join(said.authors)
