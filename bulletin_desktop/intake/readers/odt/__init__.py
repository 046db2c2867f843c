"""OpenDocument text (.odt, .ott), as LibreOffice and WPS write it, read with lxml as a draft."""

from __future__ import annotations

from dataclasses import replace

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import docx
from bulletin_desktop.intake.docx.package import Damaged, Package
from bulletin_desktop.intake.readers.odt import names
from bulletin_desktop.intake.readers.odt.body import Body
from bulletin_desktop.intake.readers.odt.styles import Styles
from bulletin_desktop.intake.readers.word_draft import Draft
from bulletin_desktop.intake.readers.word_package import packed
from bulletin_desktop.intake.reading import File
from bulletin_desktop.intake.source import Source

__all__ = ["read"]


def read(file: File) -> Source:
    """Return what *file* has. Raises `UserError` for what is damaged, encrypted, or made to do harm."""
    package = Package(file.name, file.content)
    _refuse_encrypted(file, package)
    try:
        content = package.xml("content.xml")
    except Damaged:
        raise package.damaged() from None
    text = content.find(f"{names.OFFICE}body/{names.OFFICE}text")
    if text is None:
        raise package.damaged()
    draft = Draft(file.name)
    styles = Styles()
    for name in ("styles.xml", "content.xml"):
        try:
            root = package.xml(name) if name == "styles.xml" else content
        except Damaged:
            continue
        styles.take(root)
    body = Body(draft, package, styles)
    body.read(text)
    for header in styles.headers():
        body.read_header(header)
    _take_properties(package, draft)
    return docx.read(replace(file, content=packed(draft, body.story)))


def _refuse_encrypted(file: File, package: Package) -> None:
    try:
        manifest = package.read("META-INF/manifest.xml", 4 * 1024 * 1024)
    except Damaged:
        return
    if b"encryption-data" in manifest:
        raise UserError(
            "{name} is an OpenDocument file under a password, which is not opened here. Open it in the "
            "program that made it, take the password off, save it, and take that in.",
            name=file.name,
        )


def _take_properties(package: Package, draft: Draft) -> None:
    try:
        root = package.xml("meta.xml")
    except Damaged:
        return
    draft.title = next((each.text or "" for each in root.iter(f"{names.DC}title")), "")
    draft.author = next((each.text or "" for each in root.iter(f"{names.DC}creator")), "")
