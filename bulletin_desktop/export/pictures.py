"""The pictures of an export: their bytes, and a sentence for one that is missing."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin_desktop.document.model import Issue, Picture
from bulletin_desktop.errors import UserError


def found(pictures: Mapping[str, bytes], sha256: str, issue: Issue) -> bytes:
    """Return the bytes of a picture of *issue*. Raises `UserError` naming article and caption if missing."""
    content = pictures.get(sha256)
    if content is None:
        raise _missing(sha256, issue)
    return content


def _missing(sha256: str, issue: Issue) -> UserError:
    title, caption = next(
        (article.title, block.caption)
        for article in issue.articles()
        for block in article.blocks
        if isinstance(block, Picture) and block.sha256 == sha256
    )
    if not caption:
        return UserError(
            "A picture without a caption in the article “{title}” is not in the library any more, or damaged "
            "there. No file was written. Insert it again, or delete it from the article.",
            title=title,
        )
    return UserError(
        "The picture “{caption}” in the article “{title}” is not in the library any more, or damaged there. "
        "No file was written. Insert it again, or delete it from the article.",
        caption=caption,
        title=title,
    )
