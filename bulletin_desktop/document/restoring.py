"""One paragraph, or one title line, of an earlier article back into the present one."""

from __future__ import annotations

from dataclasses import replace

from bulletin_desktop.document.diff import BlockChange, Field, compare
from bulletin_desktop.document.model import Article, Block


def with_block(former: Article, present: Article, block_id: str) -> Article:
    """Return *present* with one block as it was in *former*: its text, its kind and its place.

    What was changed keeps the id it has now, what was deleted gets its own back. Unchanged if *former* has no
    such block.
    """
    changes = compare(former, present).blocks
    for nth, change in enumerate(changes):
        if change.before is None or change.before.id != block_id:
            continue
        if change.after is not None and not change.moved:
            back = replace(change.before, id=change.after.id)
            return replace(present, blocks=_others(present, change.after, back))
        return replace(present, blocks=_put_back(present, changes, nth))
    return present


def without_block(present: Article, block_id: str) -> Article:
    """Return *present* without a block."""
    return replace(present, blocks=tuple(block for block in present.blocks if block.id != block_id))


def with_field(former: Article, present: Article, field: Field) -> Article:
    """Return *present* with a title line as it was in *former*."""
    match field:
        case Field.KICKER:
            return replace(present, kicker=former.kicker)
        case Field.HEADLINE:
            return replace(present, headline=former.headline)
        case Field.SUBTITLE:
            return replace(present, subtitle=former.subtitle)
        case Field.CREDIT:
            return replace(present, credit=former.credit)


def _others(present: Article, old: Block, new: Block) -> tuple[Block, ...]:
    return tuple(new if block.id == old.id else block for block in present.blocks)


def _put_back(present: Article, changes: tuple[BlockChange, ...], nth: int) -> tuple[Block, ...]:
    """Put a deleted or moved block behind the nearest one before it that stayed."""
    change = changes[nth]
    assert change.before is not None
    own_id = change.before.id if change.after is None else change.after.id
    stayed = [
        (each.was_at, each.after.id)
        for each in changes
        if each.after is not None and not each.moved and 0 <= each.was_at < change.was_at
    ]
    rest = [block for block in present.blocks if block.id != own_id]
    at = 1 + [block.id for block in rest].index(max(stayed)[1]) if stayed else 0
    rest.insert(at, replace(change.before, id=own_id))
    return tuple(rest)
