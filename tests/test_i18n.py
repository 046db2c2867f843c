"""The person's language, and the one translation file."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from bulletin_desktop import paths
from bulletin_desktop.errors import UserError
from bulletin_desktop.i18n import CHINESE, ENGLISH, Catalog, ui_language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, CHINESE),
        ({"LANG": "C"}, CHINESE),
        ({"LANG": "C.UTF-8"}, CHINESE),
        ({"LANG": "POSIX"}, CHINESE),
        ({"LANG": "zh_CN.GB18030"}, CHINESE),
        ({"LANG": "fr_FR.UTF-8"}, CHINESE),
        ({"LANG": "en_GB.UTF-8"}, ENGLISH),
        ({"LANG": "en"}, ENGLISH),
        ({"LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, ENGLISH),
        ({"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, CHINESE),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, ENGLISH),
    ],
)
def test_the_program_speaks_chinese_unless_the_system_is_english(
    environ: dict[str, str], language: str
) -> None:
    assert ui_language(environ) == language


def test_a_known_word_is_translated_in_its_context_only() -> None:
    catalog = Catalog(CHINESE, {("Tree", "Issue"): "期"})
    assert catalog.text("Tree", "Issue") == "期"
    assert catalog.text("Editor", "Issue") == "Issue"
    assert catalog.find("Editor", "Issue") is None


def test_an_error_is_translated_before_its_fields_are_filled() -> None:
    source = "{path} was not found."
    catalog = Catalog(CHINESE, {("errors", source): "找不到 {path}。"})
    assert catalog.error(UserError(source, path="甲{1}.txt")) == "找不到 甲{1}.txt。"


def test_english_needs_no_file() -> None:
    assert Catalog.load(ENGLISH).text("errors", "As it is.") == "As it is."


def test_the_file_is_read_as_an_xml_parser_reads_it() -> None:
    root = ElementTree.parse(paths.resources() / "i18n" / "zh_CN.ts").getroot()
    words = {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in root.iter("context")
        for message in context.iter("message")
    }
    catalog = Catalog.load(CHINESE)
    assert len(words) > 1000
    assert {word: catalog.find(*word) for word in words} == words
    assert set(catalog.sources()) == set(words.values())
