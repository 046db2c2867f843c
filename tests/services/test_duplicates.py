"""What comes in again is said to: the same file, the same text, and much of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.intake.recogniser import recognise
from bulletin_desktop.intake.recognition import Recognition
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import acts, duplicates, manuscripts
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.duplicates import How, Likeness, Place
from bulletin_desktop.services.outline import MANUSCRIPTS
from bulletin_desktop.services.sketching import Older
from tests.bench.fictional_prose import Author
from tests.library.older import make_older

HEADLINE = "柳湾镇推行河长巡河新办法"
SENTENCES = (
    "柳湾镇境内有大小河流十一条，过去巡河靠人走、靠眼看，问题常常发现得晚。",
    "今年以来，镇里把十一条河分成二十七段，每段都有人认领，姓名和电话写在岸边的牌子上。",
    "巡河的人发现垃圾、排污或者私搭乱建，当场拍照上传，镇里的值班员两小时内派人处理。",
    "五月的一个雨夜，南岸的老周看见涵洞口冒出泡沫，拍下来传了上去，天亮前就查到了上游的作坊。",
    "镇里还把巡河与评优挂钩，连续三个月没有遗漏的河段，认领人可以得到一张电影票和一面小红旗。",
    "眼下，十一条河的水比去年清了，孩子们又开始在石桥下钓虾。",
    "下一步，柳湾镇打算把这个办法用到山塘和水渠上去。",
)
OTHER = "松岭镇的茶园今年换了新品种，茶农老吴说头一茬卖得比往年早了十天，价钱也好，合作社正忙着装箱。"
MORNING = dt.datetime(2026, 3, 5, 1, 30, tzinfo=dt.UTC)


def text(*sentences: str, headline: str = HEADLINE) -> str:
    return f"{headline}\n" + "\n".join(sentences)


WHOLE = text("".join(SENTENCES[:4]), "".join(SENTENCES[4:]))


def came(words: str, source: str = "来稿.docx", content: str = "") -> Recognition:
    origin = hashlib.sha256((content or words).encode()).hexdigest()
    return replace(recognise(words, source), origin=origin)


def bytes_of(words: str) -> dict[str, bytes]:
    return {hashlib.sha256(words.encode()).hexdigest(): words.encode()}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.db") as library:
        yield Desk(library, lambda: MORNING)


@pytest.fixture
def issue(desk: Desk) -> str:
    return manuscripts.receiving_issue(desk, dt.date(2026, 3, 29))


def found(desk: Desk, *recognitions: Recognition) -> list[tuple[How, Place, str]]:
    return [(each.how, each.place, each.where) for each in duplicates.find(desk, recognitions)]


def test_what_was_never_here_is_like_nothing(desk: Desk) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came(text(OTHER, headline="松岭镇茶园换了新品种")))
    assert found(desk, came(WHOLE)) == []


def test_the_same_file_is_known_by_its_bytes(desk: Desk) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came(WHOLE), originals=bytes_of(WHOLE))
    (like,) = duplicates.find(desk, [came(WHOLE, "另一个名字.docx")])
    assert like == Likeness(
        0, 1, How.SAME_FILE, 1.0, HEADLINE, Place.MANUSCRIPTS, "", like.article_id, MORNING
    )
    assert desk.article(like.article_id).title == HEADLINE


def test_each_article_of_a_file_finds_its_own_again(desk: Desk, issue: str) -> None:
    words = f"{WHOLE}\n\n{text(OTHER, headline='松岭镇茶园换了新品种')}"
    manuscripts.store(desk, issue, came(words), originals=bytes_of(words))
    likes = duplicates.find(desk, [came(words)])
    assert [(like.how, like.title) for like in likes] == [
        (How.SAME_FILE, HEADLINE),
        (How.SAME_FILE, "松岭镇茶园换了新品种"),
    ]
    assert {like.where for like in likes} == {"简报 2026年第1期"}


def test_a_file_whose_article_was_rewritten_is_still_the_same_file(desk: Desk, issue: str) -> None:
    (article,) = (
        each.article
        for each in manuscripts.store(desk, issue, came(WHOLE), originals=bytes_of(WHOLE)).articles
    )
    body = Paragraph(article.blocks[0].id, Role.BODY, (Span(OTHER),))
    desk.apply(acts.SaveArticle(replace(article, headline=("另写",), blocks=(body,))))
    assert found(desk, came(WHOLE)) == [(How.SAME_FILE, Place.ISSUE, "简报 2026年第1期")]


@pytest.mark.parametrize("unplaced", [True, False])
def test_a_file_that_was_thrown_away_is_known(desk: Desk, issue: str, unplaced: bool) -> None:
    place = MANUSCRIPTS if unplaced else issue
    stored = manuscripts.store(desk, place, came(WHOLE), originals=bytes_of(WHOLE))
    desk.apply(acts.Delete((stored.articles[0].article.id,)))
    assert found(desk, came(WHOLE)) == [(How.SAME_FILE, Place.RECYCLE_BIN, "")]
    assert found(desk, came(WHOLE, content="of another kind")) == []


def test_a_file_whose_article_went_into_another_is_found_there(desk: Desk, issue: str) -> None:
    first, second, third = (
        manuscripts.store(desk, issue, came(words, content=words), originals=bytes_of(words))
        .articles[0]
        .article
        for words in (WHOLE, text(OTHER, headline="松岭镇茶园"), text(OTHER * 2, headline="综述"))
    )
    for into, gone in ((second, first), (third, second)):
        desk.apply_all([acts.JoinManuscripts(into.id, (gone.id,)), acts.Delete((gone.id,))])
    (like,) = duplicates.find(desk, [came(WHOLE)])
    assert (like.how, like.title, like.place) == (How.SAME_FILE, "综述", Place.ISSUE)
    desk.apply(acts.Restore((first.id,)))
    (like,) = duplicates.find(desk, [came(WHOLE)])
    assert (like.how, like.title, like.place) == (How.SAME_FILE, HEADLINE, Place.ISSUE)


def test_the_same_text_in_another_file_ran_already(desk: Desk, issue: str) -> None:
    manuscripts.store(desk, issue, came(WHOLE))
    spaced = WHOLE.replace("，", ", ").replace("五月", "五　月")
    assert found(desk, came(spaced)) == [(How.SAME_TEXT, Place.ISSUE, "简报 2026年第1期")]


@pytest.mark.parametrize(
    "words",
    [
        text("".join(SENTENCES), headline="换了题目的稿件"),
        text("".join(SENTENCES[1:6]), headline="只取中间一段"),
        text("".join((*SENTENCES[3:], *SENTENCES[:3])), headline="次序换过"),
        text("".join(SENTENCES).replace("镇里", "该镇").replace("当场", "随手").replace("眼下", "现在")),
        re.sub("[，。]", "", text("".join(SENTENCES), headline="没有标点")),
    ],
    ids=["headline", "excerpt", "order", "edited", "unpunctuated"],
)
def test_much_of_a_text_is_said_to_be(desk: Desk, issue: str, words: str) -> None:
    manuscripts.store(desk, issue, came(WHOLE))
    (like,) = duplicates.find(desk, [came(words)])
    assert (like.how, like.where) == (How.ALIKE, "简报 2026年第1期")
    assert like.share > 0.7


def test_a_longer_version_of_what_ran_is_said_to_be(desk: Desk, issue: str) -> None:
    manuscripts.store(desk, issue, came(text("".join(SENTENCES[:4]))))
    assert found(desk, came(WHOLE)) == [(How.ALIKE, Place.ISSUE, "简报 2026年第1期")]


def test_what_was_edited_since_is_compared_as_it_is_now(desk: Desk) -> None:
    stored = manuscripts.store(desk, MANUSCRIPTS, came(text(OTHER)))
    assert found(desk, came(WHOLE)) == []
    article = stored.articles[0].article
    body = Paragraph(article.blocks[0].id, Role.BODY, (Span("".join(SENTENCES)),))
    desk.apply(acts.SaveArticle(replace(article, blocks=(body,))))
    assert found(desk, came(WHOLE)) == [(How.SAME_TEXT, Place.MANUSCRIPTS, "")]
    assert found(desk, came(text(OTHER))) == []


def test_two_files_of_one_drop_are_told_apart_from_none(desk: Desk) -> None:
    again = duplicates.find(
        desk,
        [
            came(WHOLE, "一.docx"),
            came(text(OTHER, headline="松岭镇茶园换了新品种"), "二.docx"),
            came(WHOLE, "三.docx"),
            came(text("".join(SENTENCES[:5])), "四.docx"),
        ],
    )
    assert [(each.file, each.how, each.where, each.beside) for each in again] == [
        (2, How.SAME_FILE, "一.docx", (0, 1)),
        (3, How.ALIKE, "一.docx", (0, 1)),
        (3, How.ALIKE, "三.docx", (2, 1)),
    ]
    assert {each.place for each in again} == {Place.DROP}


def test_what_editors_make_of_texts_is_found_among_others(desk: Desk) -> None:
    author = Author(3)
    held = tuple(
        Article(new_id(), (author.headline(),), blocks=(Paragraph(new_id(), Role.BODY, (Span(text),)),))
        for text in (author.text(length) for length in (250, 500, 900) * 25)
    )
    desk.apply(acts.AddArticles(MANUSCRIPTS, held, 0))
    asked, found, others = 0, 0, 0
    for article in held[::3]:
        for change in author.ways().values():
            text = change(next(article.paragraphs()).text)
            likes = duplicates.find(desk, [came(f"{author.headline()}\n{text}")])
            asked += 1
            found += any(like.article_id == article.id for like in likes)
            others += sum(like.article_id != article.id for like in likes)
    assert found / asked >= 0.97
    assert others / asked <= 0.02


def test_a_few_words_are_no_text_to_be_told_again(desk: Desk) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came("通知\n明天上午开会。"))
    assert found(desk, came("通知\n明天上午开会。", content="another file")) == []


def test_what_an_earlier_version_stored_is_found_once_it_was_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Library.open(path) as library:
        desk = Desk(library)
        for number in range(3):
            manuscripts.store(desk, MANUSCRIPTS, came(f"第{number}件小事\n{OTHER}"), came(WHOLE))
    make_older(path, 7)
    with Library.open(path) as library:
        desk = Desk(library)
        assert found(desk, came(WHOLE)) == []
        begun = Older()
        assert desk.sketch_older(begun, 4)  # and left: the program was closed
        assert found(desk, came(WHOLE)) == [(How.SAME_TEXT, Place.MANUSCRIPTS, "")] * 2
        older = Older()
        while desk.sketch_older(older, 4):
            pass
        assert found(desk, came(WHOLE)) == [(How.SAME_TEXT, Place.MANUSCRIPTS, "")] * 3


def test_what_is_edited_while_older_texts_are_listed_is_found_as_it_is_now(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Library.open(path) as library:
        stored = manuscripts.store(Desk(library), MANUSCRIPTS, came(text(OTHER)), came(text(OTHER * 3)))
    make_older(path, 7)
    with Library.open(path) as library:
        desk, older = Desk(library), Older()
        assert desk.sketch_older(older, 1)
        for each in stored.articles:
            body = Paragraph(each.article.blocks[0].id, Role.BODY, (Span("".join(SENTENCES)),))
            desk.apply(acts.SaveArticle(replace(each.article, blocks=(body,))))
        excerpt = text("".join(SENTENCES[1:6]), headline="只取中间一段")
        assert [like.how for like in duplicates.find(desk, [came(excerpt)])] == [How.ALIKE] * 2
        while desk.sketch_older(older, 1):
            pass
        assert [like.how for like in duplicates.find(desk, [came(excerpt)])] == [How.ALIKE] * 2
        assert library._db.execute("SELECT count(*) FROM sketches WHERE listed = 0").fetchone() == (0,)


def test_a_damaged_article_is_like_nothing(desk: Desk, tmp_path: Path) -> None:
    manuscripts.store(desk, MANUSCRIPTS, came(WHOLE), came(text("".join(SENTENCES[:5]))))
    assert len(found(desk, came(WHOLE, content="x"))) == 2
    desk._library._db.execute("UPDATE article_bodies SET json = '{}' WHERE article_nr = 1")
    assert len(found(desk, came(WHOLE, content="x"))) == 1
    desk._library._db.execute("UPDATE sketches SET stale = 1")
    assert len(found(desk, came(WHOLE, content="x"))) == 1


def test_very_long_texts_are_compared_in_a_moment() -> None:
    long = "。".join(
        f"第{number}段说的是{number * 7919 % 9973}号地块的{number % 97}件事" for number in range(9_000)
    )
    assert duplicates.share(long, long[:90_000]) > 0.99
