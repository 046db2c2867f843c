"""Rendering once for many tests: LibreOffice takes seconds to start."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

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
_INSTALLED = {
    "方正小标宋简体": "Noto Serif CJK SC",
    "仿宋_GB2312": "AR PL UMing CN",
    "楷体_GB2312": "AR PL UKai CN",
    "黑体": "Noto Sans CJK SC",
    "宋体": "AR PL UMing CN",
}

Render = Callable[[Sequence[Layout], Sequence[Issue]], list[tuple[rendered.RenderedPage, ...]]]


@pytest.fixture(scope="session")
def measures() -> FileMeasures:
    return FileMeasures()


@pytest.fixture(scope="session")
def jianbao(measures: FileMeasures) -> Template:
    """The program's template with fonts that are installed under their own names."""
    loaded = template.load("jianbao")
    styles = {
        role: replace(
            style,
            face=replace(
                style.face,
                east=_INSTALLED.get(style.face.east, style.face.east),
                latin=_INSTALLED.get(style.face.latin, style.face.latin),
            ),
        )
        for role, style in loaded.styles.items()
    }
    changed = replace(
        loaded,
        styles=MappingProxyType(styles),
        folio=replace(loaded.folio, style=styles["page-number"]),
        mark_faces=MappingProxyType({mark: _INSTALLED[name] for mark, name in loaded.mark_faces.items()}),
    )
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
