"""The preview breaks every line and every page where the exported file does, on text never tuned on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bulletin_desktop.services.views import pages_json
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity.conftest import Render
from tests.fidelity.random_issues import Writer
from tests.fidelity.rendered import RenderedPage

pytestmark = pytest.mark.libreoffice


def shown(layout: Layout, measures: FileMeasures) -> list[list[str]]:
    """The lines of every page, as the preview shows them, without spaces."""
    pages = pages_json(layout, measures)["pages"]
    return [["".join(str(line["text"]).split()) for line in page["lines"]] for page in pages]


def printed(pages: Sequence[RenderedPage]) -> list[list[str]]:
    return [["".join(line.text.split()) for line in page.lines] for page in pages]


def test_every_line_of_plain_issues_is_where_the_preview_shows_it(
    render: Render, jianbao: Template, measures: FileMeasures
) -> None:
    issues = [Writer(seed, latin=0.0).issue(2 + seed % 6) for seed in range(12)]
    layouts = [Typesetter(jianbao, measures).layout(issue) for issue in issues]
    for seed, (layout, pages) in enumerate(zip(layouts, render(layouts, issues), strict=True)):
        assert printed(pages) == shown(layout, measures), f"issue {seed}"


def test_the_real_sample_agrees_for_the_shared_judge(
    shared: Path, sample: Path, tmp_path: Path, libreoffice: None
) -> None:
    """As the command line does it, with the fonts this machine has and the shared tools as judges."""
    python = [sys.executable, str(Path(__file__).parents[2] / "main.py")]
    target, library = tmp_path / "issue.docx", tmp_path / "library.db"
    made = _json([*python, "compile", str(sample), "-o", str(target), "--library", str(library), "--json"])
    pages = _json([*python, "pages", made["id"], "--library", str(library), "--json"])
    (tmp_path / "pages.json").write_text(json.dumps(pages), encoding="utf-8")
    judged = _json(
        [sys.executable, str(shared / "tools/fidelity/measure.py"), str(target), str(tmp_path / "pages.json")]
    )
    assert judged["lines"] >= 0.999, judged["differ"]
    assert judged["page_starts"] == 1.0


def _json(command: list[str]) -> Any:
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return json.loads(done.stdout)
