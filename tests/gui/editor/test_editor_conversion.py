"""An article survives the text document, and reading back piece by piece equals reading afresh."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from bulletin_desktop.document import schema
from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import (
    Article,
    Cell,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Span,
    Table,
)
from bulletin_desktop.document.text import normalise
from bulletin_desktop.gui.editor.conversion import Content, blocks, characters, units
from bulletin_desktop.gui.editor.edits import legal
from bulletin_desktop.gui.editor.families import resolve
from bulletin_desktop.gui.editor.formats import Looks
from bulletin_desktop.typeset.template import Template

SLOW_START = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
texts = st.text(max_size=12).map(legal)
lines = texts.filter(bool)
ids = st.builds(new_id)
spans = st.lists(st.builds(Span, lines, st.frozensets(st.sampled_from(Mark), max_size=3)), max_size=4).map(
    normalise
)
body = st.one_of(
    st.builds(Paragraph, ids, st.sampled_from(Role), spans),
    st.builds(PageBreak, ids),
    st.builds(Picture, ids, st.just("0" * 64), st.just(100), st.just(50), texts),
    ids.map(lambda made: Table(made, (1000,), ((Cell(),),))),
)
articles = st.builds(
    Article,
    ids,
    st.lists(lines, max_size=3).map(tuple),
    texts,
    texts,
    texts,
    st.lists(body, max_size=6).map(tuple),
)


def looks(template: Template) -> Looks:
    return Looks(template.styles.__getitem__, lambda family: resolve(family, ()), 16)


@SLOW_START
@given(articles)
def test_an_article_becomes_a_text_document_and_itself_again(
    qapp: object, jianbao: Template, article: Article
) -> None:
    schema.check(article)
    content = Content(QTextDocument())
    content.load(article, looks(jianbao))
    assert content.article() == article


@SLOW_START
@given(articles, articles)
def test_a_document_can_be_filled_again(
    qapp: object, jianbao: Template, first: Article, second: Article
) -> None:
    content = Content(QTextDocument())
    content.load(first, looks(jianbao))
    content.load(second, looks(jianbao))
    assert content.article() == second
    assert not content.document.isUndoAvailable()


@given(st.text(max_size=20).map(legal), st.integers(0, 20))
def test_characters_and_utf16_units_are_two_ways_to_count_the_same_place(text: str, at: int) -> None:
    at = min(at, len(text))
    assert characters(text, units(text, at)) == at


def test_a_character_beyond_the_basic_plane_is_one_character(qtbot: QtBot) -> None:
    assert units("𠮷野", 1) == 2
    assert characters("𠮷野", 2) == 1


def test_only_touched_paragraphs_are_read_again(qapp: object, jianbao: Template) -> None:
    kept = Paragraph(new_id(), Role.BODY, (Span("不变"),))
    article = Article(new_id(), blocks=(kept, Paragraph(new_id(), Role.BODY, (Span("改"),))))
    document = QTextDocument()
    document.documentLayout()  # without a layout there is no contentsChange
    content = Content(document)
    document.contentsChange.connect(content.changed)
    content.load(article, looks(jianbao))
    before = content.article()
    cursor = document.find("改")
    cursor.insertText("动了")
    after = content.article()
    assert after.blocks[1].text == "动了"
    assert after.blocks[0] is before.blocks[0]
    assert len(blocks(document)) == 6
