"""Whatever comes in and goes out still does so in the trimmed program, and says what it says here."""

from __future__ import annotations

import base64
import email.message
import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import shims
from machine import Machine
from msoffcrypto.format.ooxml import OOXMLFile
from PIL import Image
from recipe import ROOT

from bulletin_desktop.services import office

SAMPLE = ROOT / "resources/samples/sample-bulletin.txt"
PASSWORD = "政协2026"
CONVERTED = ("doc", "rtf", "odt", "html", "pdf")
PICTURES = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
EXPORTS = (".docx", ".pdf", ".html", ".txt")
FOREIGN = {"PIL._typing"}  # imported by type checkers only
IMPORTER = """
import importlib, json, pathlib, sys
lib, app = (pathlib.Path(__file__).parents[1] / name for name in ("lib", "app"))
failed = {}
for folder in (lib, app):
    for path in sorted([*folder.rglob("*.pyc"), *folder.rglob("*.pyd")]):
        parts = [*path.relative_to(folder).parent.parts, path.name.partition(".")[0]]
        name = ".".join(parts).removesuffix(".__init__")
        if name.endswith("__main__") or "files.dir" in parts:  # the binding's own, found by another name
            continue
        try:
            importlib.import_module(name)
        except BaseException as error:
            failed[name] = f"{type(error).__name__}: {error}"
print(json.dumps(failed))
"""


@pytest.fixture(scope="module")
def program(machine: Machine, portable: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portable program, stand-ins included."""
    return shims.copy(portable, tmp_path_factory.mktemp("all kinds") / "简报")


def do(machine: Machine, program: Path, *arguments: str | Path) -> Any:
    """Run a command of the program; return what it says in JSON."""
    words = [machine.named(word) if isinstance(word, Path) else word for word in arguments]
    code, said = machine.run(program / "bulletin-cli.exe", "--json", *words)
    assert code == 0, said
    return json.loads(said)


def do_here(*arguments: str | Path) -> Any:
    """Run the same command of the program as it lies here."""
    command = [sys.executable, str(ROOT / "main.py"), "--json", *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def without_ids(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_ids(held) for key, held in value.items() if key not in {"id", "output"}}
    return [without_ids(held) for held in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def manuscripts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sample in every kind of file that offices send."""
    libreoffice = office.find()
    if libreoffice is None:
        pytest.skip("needs LibreOffice, which is not on this machine")
    folder = tmp_path_factory.mktemp("来稿")
    word = folder / "稿.docx"
    do_here("compile", SAMPLE, "-o", word)
    made = [word, *(office.convert(libreoffice, [word], folder, kind)[0] for kind in CONVERTED)]
    text = SAMPLE.read_text(encoding="utf-8")
    for ending, content in {
        "txt": text.encode("gb18030"),
        "docm": encrypted(word),
        "zip": zipped(word),
        "eml": mail(text, word),
    }.items():
        made.append(folder / f"稿.{ending}")
        made[-1].write_bytes(content)
    return made


def encrypted(path: Path) -> bytes:
    memory = io.BytesIO()
    OOXMLFile(io.BytesIO(path.read_bytes())).encrypt(PASSWORD, memory)
    return memory.getvalue()


def zipped(path: Path) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, path.name)
    return memory.getvalue()


def mail(text: str, attached: Path) -> bytes:
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "来稿"
    message.set_content(text)
    message.add_attachment(attached.read_bytes(), "application", "octet-stream", filename=attached.name)
    return message.as_bytes()


def test_every_module_can_be_imported(machine: Machine, program: Path, tmp_path: Path) -> None:
    folder = tmp_path / "importing"
    shutil.copytree(program, folder)
    (folder / "app/program.py").write_text(IMPORTER, encoding="utf-8")
    code, said = machine.run(folder / "bulletin-cli.exe")
    assert code == 0, said
    failed = json.loads(said.splitlines()[-1])  # Pillow's report prints one
    assert {name: why for name, why in failed.items() if name not in FOREIGN} == {}


def test_every_kind_of_manuscript_is_read_as_it_is_here(
    machine: Machine, program: Path, manuscripts: list[Path], tmp_path: Path
) -> None:
    there, here = tmp_path / "there.txt", tmp_path / "here.txt"
    options = ["--password", PASSWORD, "--date", "2026-03-12"]
    told = do(machine, program, "compile", *manuscripts, "-o", there, *options)
    assert without_ids(told) == without_ids(do_here("compile", *manuscripts, "-o", here, *options))
    assert there.read_bytes() == here.read_bytes()
    assert len(there.read_text(encoding="utf-8")) > 1000 * len(manuscripts)


def test_pictures_are_decoded(machine: Machine, program: Path, tmp_path: Path) -> None:
    images = []
    for kind in PICTURES:
        memory = io.BytesIO()
        Image.linear_gradient("L").convert("RGB").save(memory, kind)
        data = base64.b64encode(memory.getvalue()).decode("ascii")
        images.append(f"<p>图 {kind}</p><img src='data:image/{kind.lower()};base64,{data}'>")
    page, target = tmp_path / "图.html", tmp_path / "图.docx"
    source = f"<p>云溪市政协召开会议</p><p>会议现场如图。</p>{''.join(images)}"
    page.write_text(f"<html><meta charset='utf-8'><body>{source}</body></html>", encoding="utf-8")
    do(machine, program, "compile", page, "-o", target)
    with zipfile.ZipFile(target) as package:
        shown = package.read("word/document.xml").count(b"<pic:pic")
        media = [name for name in package.namelist() if name.startswith("word/media/")]
        assert (shown, len(media) >= 2) == (len(PICTURES), True)  # what is the same is kept once
        for name in media:
            with Image.open(package.open(name)) as image:
                assert image.size == (256, 256)
                assert image.convert("L").getpixel((128, 200)) in range(190, 211)


def test_every_kind_of_file_is_written(machine: Machine, program: Path, tmp_path: Path) -> None:
    issue = do(machine, program, "import", SAMPLE)
    assert issue["failed"] == []
    (made,) = do(machine, program, "issues")
    for ending in EXPORTS:
        target = tmp_path / f"第3期{ending}"
        do(machine, program, "export", made["id"], "-o", target)
        assert target.stat().st_size > 1000, ending
    assert (tmp_path / "第3期.pdf").read_bytes().startswith(b"%PDF-1.")
    target = tmp_path / "登记表.xlsx"
    do(machine, program, "register", "-o", target)
    assert zipfile.ZipFile(target).testzip() is None
    do(machine, program, "archive", made["id"], "-o", tmp_path / "归档")
    assert len([path for path in (tmp_path / "归档").rglob("*") if path.is_file()]) >= 3


def test_an_issue_is_found_backed_up_and_taken_to_another_library(
    machine: Machine, program: Path, tmp_path: Path
) -> None:
    (made,) = do(machine, program, "issues")
    assert do(machine, program, "search", "会议")
    backup, parcel, other = tmp_path / "备份.db", tmp_path / "一期.bulletin", tmp_path / "另一库.db"
    do(machine, program, "backup", "-o", backup)
    assert backup.stat().st_size > 10_000
    do(machine, program, "send", made["id"], "-o", parcel)
    do(machine, program, "receive", parcel, "--library", other)
    assert [issue["number"] for issue in do(machine, program, "--library", machine.named(other), "issues")]
    do(machine, program, "restore-library", backup, "--library", other)
    assert do(machine, program, "doctor")
