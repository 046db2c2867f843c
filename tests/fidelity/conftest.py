"""Rendering once for many tests: LibreOffice takes seconds to start."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bulletin_desktop.document.model import Issue
from bulletin_desktop.services.publish import Publisher
from bulletin_desktop.typeset.file_measures import FileMeasures
from bulletin_desktop.typeset.layout import Layout
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.fidelity import rendered
from tests.fidelity.fonts import installed

Render = Callable[[Sequence[Layout], Sequence[Issue]], list[tuple[rendered.RenderedPage, ...]]]


@pytest.fixture(scope="session")
def measures() -> FileMeasures:
    return FileMeasures()


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
