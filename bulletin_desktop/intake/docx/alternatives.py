"""Markup compatibility: of what stands there several times, the one to read."""

from __future__ import annotations

from lxml.etree import _Element as Element

from bulletin_desktop.intake.docx.names import MC, SHAPES


def chosen(element: Element) -> Element | None:
    """Return the branch of an mc:AlternateContent that is read: the first whose needs are known."""
    fallback = None
    for branch in element:
        if branch.tag == f"{MC}Choice":
            needs = branch.get("Requires", "").split()
            if all(branch.nsmap.get(prefix) in SHAPES for prefix in needs):
                return branch
        elif branch.tag == f"{MC}Fallback":
            fallback = branch
    return fallback if fallback is not None else next(iter(element), None)
