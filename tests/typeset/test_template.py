"""The program's own template, and how a broken one is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_desktop import paths
from bulletin_desktop.document.model import (
    Article,
    Imprint,
    Issue,
    Masthead,
    Paragraph,
    Role,
    Section,
    Span,
)
from bulletin_desktop.errors import UserError
from bulletin_desktop.typeset import template
from bulletin_desktop.typeset.template import Template
from bulletin_desktop.typeset.template_schema import FIELDS, STYLE_FIELDS, Kind, find
from bulletin_desktop.typeset.typesetter import Typesetter
from tests.typeset.conftest import EvenMeasures

OWN = paths.resources() / "templates" / "jianbao.toml"


class OnlyInstalled(EvenMeasures):
    def __init__(self, *families: str) -> None:
        self.families = families

    def used(self, family: str, latin: bool = False) -> str:
        return family if family in self.families else "Something Else"


def test_the_page_is_the_standards(jianbao: Template) -> None:
    page = jianbao.page
    assert (page.width, page.height, page.top, page.left, page.bottom) == (11906, 16838, 2098, 1587, 1984)
    assert page.text_width == 8844  # 156 mm
    assert page.lines * page.pitch <= page.height - page.top - page.bottom


def test_every_role_has_a_style(jianbao: Template) -> None:
    assert {role.value for role in Role} <= jianbao.styles.keys()


def test_the_body_is_28_characters_of_16_points(jianbao: Template) -> None:
    body = jianbao.style("body")
    assert (body.face.half_points, body.spacing, body.first_line, body.first_line_chars) == (32, -5, 630, 200)


def test_the_page_number_stands_between_dashes(jianbao: Template) -> None:
    assert jianbao.folio.text(7) == "— 7 —"


def test_a_machine_with_windows_fonts_alone_takes_their_profile(jianbao: Template) -> None:
    windows = OnlyInstalled("华文中宋", "仿宋", "楷体", "黑体", "宋体")
    assert jianbao.suited_to(windows).style("headline").face.east == "华文中宋"
    assert jianbao.suited_to(windows).missing(windows) == ()


def test_a_machine_with_neither_keeps_the_usual_fonts_and_names_what_is_missing(jianbao: Template) -> None:
    nothing = OnlyInstalled("宋体")
    suited = jianbao.suited_to(nothing)
    assert suited.style("headline").face.east == "方正小标宋简体"
    assert set(suited.missing(nothing)) == {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"}


def refused(text: str, base: str = "jianbao") -> dict[str, object]:
    """What the sentence says about a template that must be refused."""
    with pytest.raises(UserError) as error:
        template.parse(text, "own", base, "own.toml")
    str(error.value)  # every field of the sentence is there
    return error.value.values


@pytest.mark.parametrize(
    ("text", "line", "key", "found"),
    [
        ('[page]\nlines = { lines = 23, strength = "一般" }', 2, "page.lines", 23),
        ('[page]\n\ntop = { ell = 37, strength = "规定" }', 3, "page.top", '{ ell = 37, strength = "规定" }'),
        ('[page]\ntop = { mm = "37" }', 2, "page.top", '{ mm = "37" }'),
        ("[page]\ntop = { mm = 3700 }", 2, "page.top", "{ mm = 3700 }"),
        ("[page]\ntop = { mm = nan }", 2, "page.top", "{ mm = nan }"),
        ('[page]\ntop = { mm = 37, strength = "必须" }', 2, "page.top", '{ mm = 37, strength = "必须" }'),
        ("page.hanging = 1", 1, "page.hanging", "1"),
        ('[fonts]\nprofile = "none"', 2, "fonts.profile", '"none"'),
        ('[styles.body]\nfont = "serif"', 2, "styles.body.font", '"serif"'),
        ("[styles.body]\nsise = 3", 2, "styles.body.sise", "3"),
        ("[styles.bodies]\nsize = { pt = 3 }", 1, "styles.bodies", "{ size = { pt = 3 } }"),
        ("[styles.body]\nsize = { pt = 15.8 }", 2, "styles.body.size", "{ pt = 15.8 }"),
        ('[styles.body]\nid = "Headline"', 2, "styles.headline.id", '"Headline"'),
        ("[styles.headline]\noutline = 12", 2, "styles.headline.outline", "12"),
        ('[styles.imprint]\ntabs = [\n  { mm = "x" },\n]', 2, "styles.imprint.tabs", '{ mm = "x" }'),
        ('[masthead]\nrule_color = "red"', 2, "masthead.rule_color", '"red"'),
        ('[masthead]\nname = "{nom}"', 2, "masthead.name", '"{nom}"'),
        ('[words]\ncopies = "共印{份"', 2, "words.copies", '"共印{份"'),
        ('[words]\neditor = """\n编\n辑"""', 2, "words.editor", '"编\n辑"'),
        ('[folio]\nplace = "top"', 2, "folio.place", '"top"'),
        ('x = [\n"[page]",\n"top = 3"]\n', 1, "x", "['[page]', 'top = 3']"),
        ('base = "nothing-such"', 1, "base", '"nothing-such"'),
        ('base = "jianbao"\npage = 3', 2, "page", "3"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(text: str, line: int, key: str, found: object) -> None:
    values = refused(text)
    # A twin id is the fault of the style that comes second, which another text may hold.
    source = "jianbao" if key == "styles.headline.id" else "own.toml"
    assert (values["source"], values["key"], values["found"]) == (source, key, found)
    if source == "own.toml":
        assert values["line"] == line


def test_a_value_missing_everywhere_is_named() -> None:
    text = OWN.read_text(encoding="utf-8").replace("[styles.credit]", "[styles.quote]", 1)
    text = text.replace("[styles.quote]", "[styles.credit]", 1).replace('id = "Credit"\n', "", 1)
    values = refused(text, base="")
    assert values["key"] == "styles.credit.id"
    assert text.split("\n")[int(str(values["line"])) - 1] == "[styles.credit]"


def test_a_template_gives_only_what_differs_from_its_base(jianbao: Template) -> None:
    own = template.parse('base = "jianbao"\nname = "县情"\n[page]\ntop = { mm = 36 }', "own")
    assert (own.id, own.name, own.page.top) == ("own", "县情", 2041)
    assert own.styles == jianbao.styles
    assert own.words == jianbao.words


def test_a_quantity_replaces_the_base_s_whole() -> None:
    own = template.parse("[styles.body]\nfirst_line = { mm = 10 }", "own", "jianbao")
    assert (own.style("body").first_line, own.style("body").first_line_chars) == (567, 0)


def test_a_base_that_is_derived_from_itself_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template, "source", lambda _: 'base = "jianbao"')
    values = refused("", base="jianbao")
    assert (values["key"], values["line"]) == ("base", 1)


@pytest.mark.parametrize(
    "text",
    [
        "name = " + "[" * 5000 + "]" * 5000,
        "name = 1" + "0" * 5000,
        "name = 0x" + "f" * 5000,
        "[page]\nlines = { lines = 0x" + "f" * 5000 + " }",
        "a." * 5000 + "b = 1",
        "[page]\ntop = { " + "a." * 5000 + "b = 1 }",
    ],
    ids=["brackets", "digits", "hexadecimals", "quantity", "keys", "keys of a quantity"],
)
def test_a_text_made_to_break_its_reader_is_refused(text: str) -> None:
    with pytest.raises(UserError) as raised:
        template.parse(text, "own", "jianbao", "own.toml")
    assert "own.toml" in str(raised.value)


@pytest.mark.parametrize("text", ['"page.lines" = { lines = 20 }', '[styles]\n"body.size" = { pt = 20 }'])
def test_a_quoted_key_is_no_path(text: str) -> None:
    values = refused(text)
    assert values["line"] == text.count("\n") + 1


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(UserError, match="not valid TOML"):
        template.parse("page = {", "own", "jianbao")


@settings(max_examples=60)
@given(
    st.sampled_from(sorted(one.path for one in FIELDS)), st.sampled_from([0, -1, "x", True, [], {}, 1e300])
)
def test_any_value_gives_a_template_or_a_sentence(path: str, value: object) -> None:
    """Whatever an office writes: never another failure."""
    table, _, key = path.replace("*", "office").rpartition(".")
    written = str(value).lower() if isinstance(value, bool) else repr(value).replace("'", '"')
    text = f"[{table}]\n{key} = {written}" if table else f"{key} = {written}"
    try:
        template.parse(text, "own", "" if key == "base" else "jianbao")
    except UserError as error:
        str(error)


def test_every_field_has_one_path_and_a_default_its_kind_allows() -> None:
    paths_ = [one.path for one in (*FIELDS, *STYLE_FIELDS)]
    assert len(paths_) == len(set(paths_))
    for one in (*FIELDS, *STYLE_FIELDS):
        assert find(one.path.replace("styles.*", "styles.body").replace("*", "office")) is one
        if one.kind is Kind.COUNT and isinstance(one.default, int):
            assert one.least <= one.default <= one.most
        if one.kind is Kind.CHOICE and one.default is not None:
            assert one.default in one.choices


@pytest.mark.parametrize("template_id", template.BUILT_IN)
def test_the_program_s_own_templates_are_whole_in_every_profile(template_id: str) -> None:
    own = template.load(template_id)
    assert own.id == template_id
    assert [make().profile for make in own.profiles.values()] == ["windows"]


def test_templates_to_choose_from_have_names() -> None:
    assert template.choices() == (
        ("jianbao", "简报"), ("zhengxie", "政协信息"), ("dongtai", "工作动态"),
        ("huikan", "会刊"), ("zhuanbao", "专报"),
    )  # fmt: skip


def test_a_missing_template_is_refused() -> None:
    with pytest.raises(UserError, match="no template nothing"):
        template.load("nothing")


_TRIED = ("body", "headline", "masthead-unit", "contents-entry", "imprint", "signature")


def extremes() -> Iterator[str]:
    """TOML with one value as small or as large as its field allows."""
    for one in (*FIELDS, *STYLE_FIELDS):
        path = one.path.replace("fonts.profiles.*", "fonts.profiles.office")
        table, _, key = path.rpartition(".")
        for number in sorted({one.least, one.most}):
            if one.kind is Kind.LENGTH:
                written = f"{{ twips = {number} }}"
            elif one.kind is Kind.COUNT:
                written = f"{{ {one.units[0]} = {number} }}"
            else:
                continue
            for role in _TRIED if "*" in table else ("",):
                yield f"[{table.replace('*', role)}]\n{key} = {written}"


def test_any_value_the_schema_allows_gives_pages_or_a_sentence() -> None:
    """A value alone may be fair and not go with the others: then it is named, never a crash or a hang."""
    text = "甲" * 45 + "ABC " * 9 + "。"
    blocks = tuple(Paragraph(f"p{n}", role, (Span(text),)) for n, role in enumerate(Role))
    article = Article("a", ("很长的题目" * 9,), "引题", "副题", "供稿", blocks)
    issue = Issue(
        "i", "p", 2026, 3, dt.date(2026, 1, 5), Masthead("很长的刊名" * 3, "单位", "密级", "0001"),
        sections=(Section("s", "栏目", (article, replace(article, id="b"))),),
        imprint=Imprint("市委" * 30, "各镇", "委员", 9, "张", "李", "王"),
    )  # fmt: skip
    refused = 0
    for changed in extremes():
        try:
            own = template.parse(changed, "own", "huikan" if "[cover]" in changed else "jianbao")
        except UserError:
            refused += 1
            continue
        assert Typesetter(own, EvenMeasures()).layout(issue).pages
    assert refused
