"""HTML from Word, WPS, Excel and the web as parts of an article. What no article can hold is counted.

Nothing is fetched and nothing executed: a picture is taken from the HTML itself, or from beside it where Word
and WPS put theirs.
"""

from __future__ import annotations

from bulletin_desktop.intake.html import parts
from bulletin_desktop.intake.html.source import TooComplex, prepared
from bulletin_desktop.intake.html.walk import Walk
from bulletin_desktop.intake.pasted import Pasted, TooLong

__all__ = ["TooComplex", "TooLong", "read"]


def read(html: str, image: bool = False) -> Pasted:
    """Return what *html* shows. Raises `TooComplex` for what is made to keep a reader busy, `TooLong`.

    *image* tells that a picture lies beside it: it is what an address that is not followed stands for.
    """
    source = prepared(html)
    walk = Walk(source, image)
    walk.run()
    return parts.pasted(walk)
