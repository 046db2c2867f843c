"""Rendering once for many tests: LibreOffice takes seconds to start."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bulletin_desktop.document.model import Issue
from bulletin_desktop.services.publish import Publisher
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity import rendered

# Fonts of Debian's packages, so that nobody's replacement table decides where a line ends.
_INSTALLED = """
[fonts.profiles.office]
title = "Noto Serif CJK SC"
body = "AR PL UMing CN"
kai = "AR PL UKai CN"
hei = "Noto Sans CJK SC"
song = "AR PL UMing CN"
"""

Render = Callable[[Sequence[Layout], Sequence[Issue]], list[tuple[rendered.RenderedPage, ...]]]


@pytest.fixture(scope="session")
def measures() -> FileMeasures:
    return FileMeasures()


def installed(template_id: str) -> Template:
    """A template of the program with fonts that are installed under their own names."""
    return template.parse(_INSTALLED, template_id, base=template_id)


@pytest.fixture(scope="session")
def jianbao(measures: FileMeasures) -> Template:
    changed = installed("jianbao")
    missing = changed.missing(measures)
    if missing:
        pytest.skip(f"needs the fonts {', '.join(missing)}")
    return changed


@pytest.fixture(scope="session")
def typesetter(jianbao: Template, measures: FileMeasures) -> Typesetter:
    return Typesetter(jianbao, measures)


@pytest.fixture(scope="session")
def libreoffice() -> None:
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice Writer")


@pytest.fixture(scope="session")
def render(libreoffice: None, tmp_path_factory: pytest.TempPathFactory) -> Render:
    """Export layouts and read the pages LibreOffice makes of them."""
    publisher = Publisher()

    def exported(
        layouts: Sequence[Layout], issues: Sequence[Issue]
    ) -> list[tuple[rendered.RenderedPage, ...]]:
        folder = tmp_path_factory.mktemp("rendered")
        files: list[Path] = []
        for number, (layout, issue) in enumerate(zip(layouts, issues, strict=True)):
            files.append(folder / f"{number}.docx")
            publisher.export(layout, issue, files[-1])
        rendered.convert(files, folder)
        return [rendered.pages(file.with_suffix(".pdf")) for file in files]

    return exported
