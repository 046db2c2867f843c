"""The register of manuscripts (来稿登记): the rows, and their originals as files to open."""

from __future__ import annotations

from bulletin_desktop.library.manuscripts import (
    Manuscript,
    ManuscriptRow,
    ManuscriptSource,
    ManuscriptState,
    Used,
)
from bulletin_desktop.library.originals import Original

__all__ = ["Manuscript", "ManuscriptRow", "ManuscriptSource", "ManuscriptState", "Original", "Used"]
