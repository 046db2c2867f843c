"""The package: the base file's parts, some of them filled in, zipped.

resources/docx/base.docx is made with python-docx by scripts/make_base_docx.py. It is not opened with
python-docx here: importing that takes 60 to 100 ms, more than everything else an export does together.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

_LEVEL = 1
"""zlib's fastest: for 200 articles a third of the default's time for a file a fifth larger."""


class Skeleton:
    """The parts of the base file, read once."""

    def __init__(self, base: Path) -> None:
        with zipfile.ZipFile(base) as package:
            self._parts = {name: package.read(name).decode("utf-8") for name in package.namelist()}

    def filled(self, name: str, tag: str, content: str, append: bool = False) -> str:
        """Return part *name* with *content* inside its element *tag*, behind what is there if *append*."""
        match = re.fullmatch(rf"(.*<{tag}\b[^>]*?)(?:/>|>(.*)</{tag}>)(.*)", self._parts[name], re.DOTALL)
        if match is None:
            raise ValueError(f"the base file's {name} has no {tag}")
        kept = match[2] or "" if append else ""
        return f"{match[1]}>{kept}{content}</{tag}>{match[3]}"

    def relationship(self, target: str) -> str:
        """Return the id by which the main part refers to *target*, as "footer1.xml"."""
        match = re.search(
            rf'<Relationship\b(?=[^>]* Target="{re.escape(target)}")[^>]* Id="([^"]+)"',
            self._parts["word/_rels/document.xml.rels"],
        )
        if match is None:
            raise ValueError(f"the base file has no {target}")
        return match[1]

    def zipped(self, changed: dict[str, str]) -> bytes:
        """Return the package with the *changed* parts in place of the base's."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as package:
            for name, text in self._parts.items():
                # A fixed date: a file's bytes depend on the issue, the clock is in its properties.
                member = zipfile.ZipInfo(name)
                member.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(member, changed.get(name, text).encode("utf-8"), compresslevel=_LEVEL)
        return stream.getvalue()
