"""What somebody wrote at the margin, and the text that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from lxml.etree import _Element as Element

from bulletin_desktop.intake.docx.names import W
from bulletin_desktop.intake.source import Comment
from bulletin_desktop.values import dataclass

_LONGEST = 10_000  # characters of a comment
_ABOUT = 200  # characters that show what a comment is about
_MOST_OPEN = 100  # ranges at one place


@dataclass(slots=True)
class _Read:
    text: str
    author: str
    at: str
    about: list[str] = field(default_factory=list)
    length: int = 0


class Comments:
    """The comments of a file, gathered while its text passes. *root* is their part's root."""

    def __init__(self, root: Element | None) -> None:
        self._comments: dict[str, _Read] = {}
        self._open: dict[str, _Read] = {}
        self._inside: list[Comment] = []
        for element in root.iterchildren(f"{W}comment") if root is not None else ():
            key, at = element.get(f"{W}id", ""), element.get(f"{W}date", "")
            self._comments[key] = _Read(_text(element), element.get(f"{W}author", "")[:200], at[:40])

    def adopt(self, comments: Iterable[Comment]) -> None:
        """Take the comments of a document inside."""
        self._inside += comments

    def begin(self, key: str) -> None:
        """Tell that the text of the comment *key* begins here."""
        comment = self._comments.get(key)
        if comment is not None and len(self._open) < _MOST_OPEN:
            self._open[key] = comment

    def end(self, key: str) -> None:
        """Tell that it ends here."""
        self._open.pop(key, None)

    def pass_text(self, text: str) -> None:
        """Note text that stands here."""
        for key, comment in list(self._open.items()) if self._open else ():
            comment.about.append(text[: _ABOUT - comment.length])
            comment.length += len(text)
            if comment.length >= _ABOUT:
                del self._open[key]

    def found(self) -> tuple[Comment, ...]:
        """Return all comments, in the order of their part, those of documents inside last."""
        own = (
            Comment(read.text, read.author, read.at, "".join(read.about).strip())
            for read in self._comments.values()
        )
        return (*own, *self._inside)


def _text(element: Element) -> str:
    """A comment's paragraphs, a line each."""
    paragraphs = []
    for paragraph in element.iter(f"{W}p"):
        paragraphs.append("".join(_piece(each) for each in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")))
    return "\n".join(paragraphs).strip()[:_LONGEST]


def _piece(element: Element) -> str:
    if element.tag == f"{W}t":
        return (element.text or "").replace("\n", " ")
    return " "
