"""Issues with pictures nobody drew: each picture a colour and a size of its own, some with captions."""

from __future__ import annotations

import hashlib
import io
import random
from dataclasses import replace

from PIL import Image

from bulletin_desktop.document.model import Block, Issue, PageBreak, Paragraph, Picture, Role
from tests.fidelity.random_issues import Writer


class Album:
    """Writes random issues with pictures between the paragraphs; *pictures* holds their bytes."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._writer = Writer(seed, latin=0.02)
        self._count = 0
        self.pictures: dict[str, bytes] = {}

    def issue(self, articles: int) -> Issue:
        """Return an issue with about one picture in three paragraphs."""
        issue = self._writer.issue(articles)
        sections = tuple(
            replace(
                section,
                articles=tuple(
                    replace(article, blocks=tuple(self._illustrated(article.blocks)))
                    for article in section.articles
                ),
            )
            for section in issue.sections
        )
        return replace(issue, sections=sections)

    def _illustrated(self, blocks: tuple[Block, ...]) -> list[Block]:
        pick = self._random
        out: list[Block] = [self._picture()] if pick.random() < 0.15 else []
        for block in blocks:
            out.append(block)
            signing = isinstance(block, Paragraph) and block.role in (Role.SIGNATURE, Role.DATE)
            if not signing and pick.random() < 0.3:
                out += [self._picture() for _ in range(pick.choice([1, 1, 1, 2]))]
            elif not signing and pick.random() < 0.03:
                self._count += 1
                out.append(PageBreak(f"k{self._count}"))
        return out

    def _picture(self) -> Picture:
        pick = self._random
        self._count += 1
        color = tuple(pick.randrange(40, 215) for _ in range(3))
        pixels = pick.randint(20, 60), pick.randint(20, 60)
        out = io.BytesIO()
        Image.new("RGB", pixels, color).save(out, pick.choice(["PNG", "JPEG"]))
        sha256 = hashlib.sha256(out.getvalue()).hexdigest()
        self.pictures[sha256] = out.getvalue()
        width = pick.randint(200, 2200)
        height = max(60, width * pixels[1] // pixels[0])
        caption = f"图{self._count}　{self._words(pick.choice([2, 3, 4, 14]))}" if pick.random() < 0.7 else ""
        return Picture(f"p{self._count}", sha256, width, height, caption)

    def _words(self, count: int) -> str:
        return self._writer._words(count)
