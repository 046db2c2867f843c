"""Places that are marked as found."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from bulletin_desktop.gui import theme

from .conftest import Hands, make, paragraph


def marked(hands: Hands) -> list[str]:
    return [one.cursor.selectedText() for one in hands.sheet.extraSelections()]


def test_hits_are_marked_in_fields_and_text_and_the_current_one_stands_out(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲𠮷乙丙"), headline=("上半", "下半")))
    hands.editor.mark_hits((("headline", 3, 5), (article.blocks[0].id, 1, 3), ("gone", 0, 1)), 1)
    assert marked(hands) == ["下半", "𠮷乙"]
    colors = theme.tokens(hands.editor.palette())
    grounds = [one.format.background().color() for one in hands.sheet.extraSelections()]
    assert grounds == [colors.paper_found, colors.paper_current]


def test_hits_move_with_what_is_typed_before_them(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙丙")))
    hands.editor.mark_hits(((article.blocks[0].id, 1, 2),))
    hands.at(article.blocks[0].id).type("x")
    assert marked(hands) == ["乙"]


def test_hits_go_with_the_article_and_when_none_are_given(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙丙")))
    hands.editor.mark_hits(((article.blocks[0].id, 1, 2),))
    hands.editor.mark_hits(())
    assert marked(hands) == []
    hands.editor.mark_hits(((article.blocks[0].id, 1, 2),))
    hands.open(make(paragraph("甲乙丙")))
    assert marked(hands) == []


def test_hits_take_the_colours_of_another_theme(hands: Hands) -> None:
    article = hands.open(make(paragraph("甲乙丙")))
    hands.editor.mark_hits(((article.blocks[0].id, 1, 2),), 0)
    dark = QPalette(hands.editor.palette())
    dark.setColor(QPalette.ColorRole.Base, "#1D1F21")
    hands.editor.setPalette(dark)
    [one] = hands.sheet.extraSelections()
    assert one.format.background().color() == theme.tokens(dark).paper_current
