"""The difference of two versions of an article: ours beside difflib on the same texts.

    python dev.py bench diff

Times are the best of three; difflib runs once where it takes seconds. Fragments are the changed pieces a
person has to read: the fewer, the more the difference looks like what was done.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from difflib import SequenceMatcher

from bulletin_desktop.document.diff import compare
from bulletin_desktop.document.diff_text import Kind
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span

SENTENCES = (
    "会议指出，做好当前工作关系到全局。",
    "各单位要认真落实责任，加强沟通配合，确保各项任务按时完成。",
    "1月30日，云溪县召开专题会议，研究部署2024年防汛抗旱工作。",
    "全县生产总值增长5.2%，比上年同期提高0.3个百分点。",
    "要坚持问题导向，深入一线调查研究，形成一批高质量的调研成果。",
    "来自各界别的委员围绕营商环境提出意见建议36条。",
)
SWAPS = (
    ("指出", "强调"),
    ("认真", "切实"),
    ("5.2%", "5.6%"),
    ("各单位", "各乡镇、各部门"),
    ("深入一线", ""),
    ("36", "41"),
)


def made(paragraphs: int, sentences: int, seed: int) -> Article:
    """An article of so many paragraphs."""
    chance = random.Random(seed)
    blocks = tuple(
        Paragraph(new_id(), Role.BODY, (Span("".join(chance.choices(SENTENCES, k=sentences))),))
        for _ in range(paragraphs)
    )
    return Article(new_id(), ("云溪县召开专题会议",), blocks=blocks)


def edited(article: Article, swaps: int, seed: int) -> Article:
    """The same article after a round of corrections: words swapped here and there."""
    chance = random.Random(seed)
    texts = [block.text for block in article.paragraphs()]
    for _ in range(swaps):
        at, (old, new) = chance.randrange(len(texts)), chance.choice(SWAPS)
        places = [i for i in range(len(texts[at])) if texts[at].startswith(old, i)]
        if places:
            place = chance.choice(places)
            texts[at] = texts[at][:place] + new + texts[at][place + len(old) :]
    blocks = tuple(
        Paragraph(block.id, block.role, (Span(text),))
        for block, text in zip(article.paragraphs(), texts, strict=True)
    )
    return Article(article.id, article.headline, blocks=blocks)


def ours(before: Article, after: Article) -> int:
    """Changed fragments in our difference."""
    pieces = [piece for change in compare(before, after).blocks for piece in change.pieces]
    return sum(piece.kind is not Kind.SAME for piece in pieces)


def rival(before: Article, after: Article) -> int:
    """Changed fragments in difflib's, paragraph by paragraph as they stand."""
    found = 0
    for one, other in zip(before.paragraphs(), after.paragraphs(), strict=True):
        steps = SequenceMatcher(None, one.text, other.text).get_opcodes()
        found += sum((b > a) + (d > c) for tag, a, b, c, d in steps if tag != "equal")
    return found


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """Milliseconds, the best of three unless the first takes a second; and the fragments."""
    best, found = float("inf"), 0
    for _ in range(3):
        start = time.perf_counter()
        found = work()
        best = min(best, time.perf_counter() - start)
        if best > 1:
            break
    return best * 1000, found


def main() -> None:
    """Print the table."""
    cases = (
        ("800 characters, 6 corrections", made(8, 4, 1), 6),
        ("10,000 characters, 30 corrections", made(50, 8, 2), 30),
        ("one paragraph of 25,000, 20 corrections", made(1, 1080, 3), 20),
        ("one paragraph of 25,000, 400 corrections", made(1, 1080, 4), 400),
    )
    pairs = [(name, before, edited(before, swaps, 5)) for name, before, swaps in cases]
    pairs.append(("two other articles of 10,000", made(50, 8, 6), made(50, 8, 7)))
    print(f"{'':42}{'ours':>12}{'fragments':>11}{'difflib':>13}{'fragments':>11}")
    for name, before, after in pairs:
        mine, fragments = timed(lambda before=before, after=after: ours(before, after))
        other, theirs = timed(lambda before=before, after=after: rival(before, after))
        print(f"{name:42}{mine:9.2f} ms{fragments:11}{other:10.1f} ms{theirs:11}")


if __name__ == "__main__":
    main()
