"""Templates on fonts that are installed under their own names."""

from __future__ import annotations

from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.template import Template

# Fonts of Debian's packages, so that nobody's replacement table decides where a line ends.
_INSTALLED = """
[fonts.profiles.office]
title = "Noto Serif CJK SC"
body = "AR PL UMing CN"
kai = "AR PL UKai CN"
hei = "Noto Sans CJK SC"
song = "AR PL UMing CN"
"""


def installed(template_id: str, changes: str = "") -> Template:
    """Return a template of the program with fonts that this machine should have, and *changes* as TOML."""
    return template.parse(_INSTALLED + changes, template_id, base=template_id)
