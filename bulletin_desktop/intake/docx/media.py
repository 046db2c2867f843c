"""Pictures of a package: their bytes as they are, each read once."""

from __future__ import annotations

from bulletin_desktop.intake.docx.package import MB, Damaged, Package

_MOST = 120 * MB  # of all pictures together; in a file they are packed already, so that it has no more itself


class Media:
    """The pictures of one package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._read: dict[str, bytes | None] = {}
        self._total = 0

    def picture(self, part: str) -> bytes | None:
        """Return a picture's bytes; None where it is missing, broken, or larger than can be carried."""
        key = part.lower()
        if key not in self._read:
            content = self._content(part)
            self._total += len(content or b"")
            self._read[key] = content
        return self._read[key]

    def _content(self, part: str) -> bytes | None:
        if self._total + self._package.size(part) > _MOST:
            return None
        try:
            return self._package.read(part) or None
        except Damaged:
            return None
