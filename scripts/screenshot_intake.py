"""What the program asks and says while manuscripts come in, for take_screenshots.py."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from msoffcrypto.format.ooxml import OOXMLFile

if TYPE_CHECKING:
    from screenshot_person import Person

_TEXT = (
    "青石乡整修灌溉渠道\n3月2日，青石乡组织干部群众整修灌溉渠道，共清淤12公里，修补渠壁46处，保障春耕用水。\n"
)


def intake_questions(person: Person) -> None:
    """A password that does not fit, an encoding to choose, and what came of it all."""
    folder = person.desk / "manuscripts"
    folder.mkdir(exist_ok=True)
    files = [_encrypted(folder / f"{nth}月用水情况.docx") for nth in (3, 4)]
    (folder / "春灌简讯.txt").write_bytes(
        (_TEXT * 30).encode("gb18030").replace("渠".encode("gb18030"), b"\xff\xff\x80", 3)
    )
    (folder / "空白.docx").write_bytes(b"")
    (folder / "夜校开班.txt").write_text(_TEXT, encoding="utf-8")
    person.window.intake.open_files(
        [*files, *(folder / name for name in ("春灌简讯.txt", "空白.docx", "夜校开班.txt"))]
    )
    person.wait_for(person.application.activeModalWidget)
    asked = person.application.activeModalWidget()
    asked.password.setText("1234")
    person.click(asked.open_button)
    person.wait_for(asked.note.isVisible)
    person.take("password", asked)
    person.click(asked.skip_rest)
    person.wait_for(lambda: person.application.activeModalWidget() not in (None, asked))
    chosen = person.application.activeModalWidget()
    person.take("encoding", chosen)
    person.click(chosen.accept_button)
    person.wait_for(lambda: person.application.activeModalWidget() not in (None, asked, chosen))
    person.take("intake-summary", person.application.activeModalWidget())
    person.application.activeModalWidget().reject()
    person.wait_for(lambda: person.window.review.page is not None)
    person.window.review.leave()


def intake_progress(person: Person) -> None:
    """Many files on their way in."""
    folder = person.desk / "many"
    folder.mkdir(exist_ok=True)
    for nth in range(400):
        (folder / f"关于春灌用水情况的报告（{nth}）.txt").write_text(_TEXT * 40, encoding="utf-8")
    intake = person.window.intake
    intake.open_files([folder])
    person.wait_for(intake.notice.isVisible, settle=600)
    person.take("intake-progress")
    intake.cancel()
    person.wait_for(lambda: not intake.busy)


def _encrypted(file: Path) -> Path:
    made, plain = docx.Document(), io.BytesIO()
    made.add_paragraph(_TEXT)
    made.save(plain)
    with file.open("wb") as out:
        OOXMLFile(plain).encrypt("2026", out)
    return file
