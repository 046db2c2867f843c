"""The base file is what the script makes, and nothing in it speaks Japanese or names a theme."""

from __future__ import annotations

import importlib.util
import zipfile
from pathlib import Path
from types import ModuleType

import docx
import pytest

ROOT = Path(__file__).parents[3]
BASE = ROOT / "resources" / "docx" / "base.docx"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_base_docx", ROOT / "scripts" / "make_base_docx.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    with zipfile.ZipFile(BASE) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def test_the_file_is_what_the_script_makes_byte_for_byte(script: ModuleType) -> None:
    assert BASE.read_bytes() == script.build()


def test_python_docx_opens_it() -> None:
    assert docx.Document(str(BASE)).paragraphs == []


def test_no_theme_no_japanese(parts: dict[str, str]) -> None:
    assert not [name for name in parts if "theme" in name]
    assert not [name for name, xml in parts.items() if "ja-JP" in xml or "asciiTheme" in xml]


@pytest.mark.parametrize(
    "setting",
    [
        "<w:evenAndOddHeaders/>",
        '<w:characterSpacingControl w:val="doNotCompress"/>',
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>',
    ],
)
def test_settings_say(parts: dict[str, str], setting: str) -> None:
    assert setting in parts["word/settings.xml"]


def test_text_is_chinese_unless_it_says_otherwise(parts: dict[str, str]) -> None:
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>' in parts["word/styles.xml"]
