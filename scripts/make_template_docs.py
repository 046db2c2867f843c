"""Write docs/templates.md from the schema: every value a template may hold, with what is allowed.

python scripts/make_template_docs.py            rewrite the file
python scripts/make_template_docs.py --check    only say whether it is up to date; exit code 1 if not
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bulletin_desktop.i18n import CHINESE, Catalog  # noqa: E402
from bulletin_desktop.typeset import template, template_source  # noqa: E402
from bulletin_desktop.typeset.template_schema import (  # noqa: E402
    FIELDS,
    REQUIRED,
    STYLE_FIELDS,
    STYLES,
    TWIPS_IN,
    Field,
    Kind,
)

TARGET = ROOT / "docs/templates.md"

_HEAD = """# Templates

A template is a `.toml` file that decides how an issue looks: every measure, font, word and rule of the page.
The program brings five, in `resources/templates`:
{names}.
An office's own gives only what differs from one of them, which it names first:

```toml
base = "jianbao"
name = "云溪简报"

[page]
top = {{ mm = 36, strength = "规定" }}

[words]
copies = "印{{copies}}份"
```

A length or a number carries its unit and may carry its strength: 规定 is fixed by GB/T 9704-2012, 一般 is its
usual value, 习惯 is practice. 1 mm is 56.7 twips, 1 pt is 20. A wrong value or an unknown key is refused with
file, line, value and what is allowed.

`page.hanging = false` says by the standard (`w:overflowPunct`) that no mark hangs; LibreOffice 7.4 reads that
value the wrong way round and lets them hang all the same.

This page is made by `scripts/make_template_docs.py` from `bulletin_desktop/typeset/template_schema.py`.
"""


_OTHERS = {
    Kind.SWITCH: "`true`、`false`",
    Kind.COLOUR: "六位十六进制",
    Kind.LEVEL: "0–{field.most:g}",
    Kind.TABS: '`[{{ mm = 156, align = "right", dots = true }}]`',
}


def main() -> int:
    """Write the page, or check it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if it is not up to date")
    text = "\n".join(_page()) + "\n"
    if parser.parse_args().check:
        return 0 if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


def _page() -> Iterator[str]:
    words = Catalog.load(CHINESE)
    values = template_source.load(template.source(template.DEFAULT), "", "", template.source)
    yield _HEAD.format(names=", ".join(f"`{own}` {name}" for own, name in template.choices()))
    for group in dict.fromkeys(field.group for field in FIELDS):
        yield from _table(group, [field for field in FIELDS if field.group == group], words, values)
    yield from _table("Styles", STYLE_FIELDS, words, None)
    yield "Styles by their key, as in `[styles.body]`:\n"
    yield "| key | 样式 |\n| --- | --- |"
    yield from (f"| `{role}` | {words.text('Template', label)} |" for role, label in STYLES.items())


def _table(
    group: str, fields: Iterable[Field], words: Catalog, values: template_source.Sources | None
) -> Iterator[str]:
    yield f"## {words.text('Template', group)}\n"
    yield f"| key | {'含义 | 允许 | 简报' if values else '含义 | 允许 | 不写时'} |\n| --- | --- | --- | --- |"
    for field in fields:
        raw: Any = values.at(field.path.replace("*", "office")) if values else None
        shown = _written(raw) if raw is not None else _default(field)
        yield f"| `{field.path}` | {words.text('Template', field.label)} | {_allowed(field)} | {shown} |"
    yield ""


def _allowed(field: Field) -> str:
    if field.kind is Kind.LENGTH:
        low, high = (f"{value / TWIPS_IN['mm']:.4g}" for value in (field.least, field.most))
        return f"{low}–{high} mm（{'、'.join(field.units)}）"
    if field.kind is Kind.COUNT:
        return f"{field.least:g}–{field.most:g} {field.units[0]}"
    if field.choices:
        return "、".join(f"`{one}`" for one in field.choices)
    if field.kind is Kind.TEXT:
        blanks = "、".join(f"`{{{name}}}`" for name in field.blanks)
        return f"文字，至多 {field.most:g} 字" + (f"，可含 {blanks}" if blanks else "")
    return _OTHERS[field.kind].format(field=field)


def _written(raw: object) -> str:
    if isinstance(raw, dict):
        unit, number = next((key, value) for key, value in raw.items() if key != "strength")
        return f"{number:g} {unit}，{raw.get('strength', '')}"
    return f"`{template_source.shown(raw)}`"


def _default(field: Field) -> str:
    if field.default is REQUIRED:
        return "必写"
    if field.default in ((), "", -1):
        return "无"
    unit = " twips" if field.kind is Kind.LENGTH else f" {field.units[0]}" if field.kind is Kind.COUNT else ""
    return f"`{template_source.shown(field.default)}`{unit}"


if __name__ == "__main__":
    sys.exit(main())
