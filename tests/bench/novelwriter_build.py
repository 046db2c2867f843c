"""novelWriter without its window: make a project of the stories, or build its .docx.

    python novelwriter_build.py make STORIES.json FOLDER
    python novelwriter_build.py build FOLDER OUT.docx

Runs in an environment that has novelWriter. Each story is a scene of one chapter.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from novelwriter import CONFIG, SHARED
from novelwriter.core.project import NWProject
from novelwriter.enum import nwBuildFmt, nwItemClass
from novelwriter.gui.theme import GuiTheme
from novelwriter.manuscript.buildsettings import BuildSettings
from novelwriter.manuscript.docbuild import DocumentBuilder
from PyQt6.QtWidgets import QApplication


def main() -> None:
    """Do what the first argument says."""
    application = QApplication(["novelWriter"])
    command, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    folder = target if command == "make" else source
    (folder / "config").mkdir(parents=True, exist_ok=True)
    CONFIG.initConfig(str(folder / "config"), str(folder / "config"))
    SHARED.initTheme(GuiTheme())
    project = NWProject()
    SHARED._project = project
    if command == "make":
        make(project, source, folder)
    else:
        build(project, folder, target)
    application.quit()


def make(project: NWProject, stories: Path, folder: Path) -> None:
    """Store every story as a document of the project."""
    project.storage.createNewProject(folder / "project")
    project.data.setUuid(None)
    project.data.setName("bench")
    project.setDefaultStatusImport()
    project.session.startSession()
    root = project.newRoot(nwItemClass.NOVEL)
    chapter = project.newFile("chapter", root)
    project.storage.getDocument(chapter).writeDocument("## 工作动态\n\n")
    for headline, paragraphs in json.loads(stories.read_text(encoding="utf-8")):
        scene = project.newFile(headline, chapter)
        text = "\n\n".join([f"### {headline}", *paragraphs, ""])
        project.storage.getDocument(scene).writeDocument(text)
    project.index.rebuild()
    project.saveProject()
    project.closeProject()


def build(project: NWProject, folder: Path, target: Path) -> None:
    """Write the whole project as .docx."""
    if not project.openProject(folder / "project", clearLock=True):
        sys.exit("the project did not open")
    settings = BuildSettings()
    settings.setValue("headings.hideScene", False)
    builder = DocumentBuilder(project, settings)
    builder.queueAll()
    for _ in builder.iterBuildDocument(target, nwBuildFmt.DOCX):
        pass
    if builder.error:
        sys.exit(str(builder.error))
    project.storage.closeSession()


if __name__ == "__main__":
    main()
