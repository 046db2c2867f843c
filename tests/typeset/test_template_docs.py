"""The page for people names every value a template may hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bulletin_desktop.typeset.template_schema import FIELDS, STYLE_FIELDS

ROOT = Path(__file__).parents[2]


def test_the_page_is_what_the_schema_says() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/make_template_docs.py"), "--check"], check=False
    )
    assert done.returncode == 0, "run: python scripts/make_template_docs.py"
    page = (ROOT / "docs/templates.md").read_text(encoding="utf-8")
    assert all(f"`{field.path}`" in page for field in (*FIELDS, *STYLE_FIELDS))
