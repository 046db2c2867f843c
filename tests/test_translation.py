"""The Chinese translation is complete and agrees with its sources."""

from __future__ import annotations

import importlib.util
import string
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bulletin_desktop.i18n import CHINESE, Catalog

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def updater() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "update_translations", ROOT / "scripts/update_translations.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_word_of_the_program_is_translated_and_no_other_is_kept(updater: ModuleType) -> None:
    words, known = set(updater.extract(ROOT)), updater.read(updater.TRANSLATION)
    unfinished = sorted(word for word in words if not known.get(word))
    vanished = sorted(set(known) - words)
    assert (unfinished, vanished) == ([], []), "run: python dev.py translate"


def test_translations_fill_the_same_fields(updater: ModuleType) -> None:
    known = updater.read(updater.TRANSLATION)
    assert {
        source: text for (_, source), text in known.items() if text and fields(source) != fields(text)
    } == {}


def test_the_file_is_as_the_updater_writes_it(updater: ModuleType) -> None:
    text = updater.TRANSLATION.read_text(encoding="utf-8")
    assert text == updater.written(updater.extract(ROOT), updater.read(updater.TRANSLATION))


def test_the_program_reads_what_the_updater_writes(updater: ModuleType) -> None:
    catalog = Catalog.load(CHINESE)
    for (context, source), text in updater.read(updater.TRANSLATION).items():
        assert catalog.text(context, source) == (text or source)


PYTHON = '''
class Panel:
    """Not a word."""
    def title(self, many):
        self.tr("Articles" if many else "Article")
        QCoreApplication.translate("Roles", "Body")
        raise UserError("Not {a} "
                        "but {b}.", a=1, b=2)

class Locked(UserError):
    def __init__(self, who):
        super().__init__("Locked by {who}", who=who)

LABELS = {1: QT_TRANSLATE_NOOP("Labels", "One")}
print(catalog.text("cli", "Done"), label(1).text())
'''


def test_words_are_read_from_python(updater: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "panel.py"
    file.write_text(PYTHON, encoding="utf-8")
    assert sorted(updater.python_words(file)) == [
        ("Labels", "One"),
        ("Panel", "Article"),
        ("Panel", "Articles"),
        ("Roles", "Body"),
        ("cli", "Done"),
        ("errors", "Locked by {who}"),
        ("errors", "Not {a} but {b}."),
    ]


@pytest.mark.parametrize("line", ['self.tr(f"{count} left")', "raise UserError(sentence)"])
def test_a_word_put_together_at_run_time_is_refused(updater: ModuleType, tmp_path: Path, line: str) -> None:
    file = tmp_path / "panel.py"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(updater.NotLiteralError, match=r"panel\.py:1"):
        list(updater.python_words(file))


def test_words_are_read_from_a_form(updater: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "form.ui"
    file.write_text(
        "<ui><class>NewIssue</class><widget><string>Number</string>"
        '<string notr="true">QLabel { }</string><string> </string>'
        '<property name="primary" stdset="0"><string>true</string></property></widget></ui>',
        encoding="utf-8",
    )
    assert list(updater.form_words(file)) == [("NewIssue", "Number")]


def test_updating_keeps_marks_and_drops(updater: ModuleType, tmp_path: Path) -> None:
    words = [("A", "kept & <well>"), ("A", "new")]
    file = tmp_path / "zh_CN.ts"
    file.write_text(updater.written(words, {words[0]: "留 & <好>", ("A", "gone"): "去"}), encoding="utf-8")
    assert updater.read(file) == {words[0]: "留 & <好>", words[1]: ""}
    assert file.read_text(encoding="utf-8").count('type="unfinished"') == 1
