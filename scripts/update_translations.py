"""Bring resources/i18n/zh_CN.ts up to date with the words in the sources.

    python scripts/update_translations.py            rewrite the file, then say what is still to translate
    python scripts/update_translations.py --check    only say; exit code 1 if anything is to be done

Translations that are there are kept, new words are marked unfinished, words that are gone are dropped. Words
are read from Python by its syntax tree and from Designer's forms by their XML:

    self.tr("…")                                     context: the class around it
    translate("Context", "…"), QT_TRANSLATE_NOOP("Context", "…"), catalog.text("Context", "…")
    UserError("…"), LibraryError("…") and what inherits from them in the same module    context: errors
    help="…" and call.words("…") in cli/             context: cli
    label("…") in template_schema.py                 context: Template
    <string>…</string> in a form                     context: the form's class
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
TRANSLATION = ROOT / "resources/i18n/zh_CN.ts"

Word = tuple[str, str]  # context, source


class NotLiteralError(Exception):
    """A word that only a running program could know; the text names its place."""


def main() -> int:
    """Update or check, and say what is left to do."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 if anything is to be done"
    )
    check = parser.parse_args().check
    words = extract(ROOT)
    known = read(TRANSLATION)
    unfinished = [word for word in words if not known.get(word)]
    vanished = [word for word in known if word not in set(words)]
    if not check:
        TRANSLATION.parent.mkdir(parents=True, exist_ok=True)
        temporary = TRANSLATION.with_name(
            f".{TRANSLATION.name}.new"
        )  # the work of many hours is never half there
        temporary.write_text(written(words, known), encoding="utf-8", newline="\n")
        temporary.replace(TRANSLATION)
    for title, found in (("to translate", unfinished), ("gone from the sources", vanished)):
        for context, source in found:
            print(f"{title}: {context}: {source!r}")
    print(f"{len(words)} words, {len(unfinished)} to translate, {len(vanished)} gone")
    return 1 if check and (unfinished or vanished) else 0


def extract(root: Path) -> list[Word]:
    """Every word of the program and its forms, each once, sorted by context and source.

    Raises `NotLiteralError` where a word is put together at run time.
    """
    words: set[Word] = set()
    for file in sorted((root / "bulletin_desktop").rglob("*.py")):
        if "_data" not in file.parts:
            words.update(python_words(file))
    for file in sorted((root / "ui").glob("*.ui")):
        words.update(form_words(file))
    return sorted(words)


def python_words(file: Path) -> Iterator[Word]:
    """The words of one module."""
    tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
    yield from _Reader(file, _error_classes(tree)).words(tree, "")


def form_words(file: Path) -> Iterator[Word]:
    """The words of one Designer form."""
    root = ElementTree.parse(file).getroot()
    context = root.findtext("class", "")
    settings = set(root.findall(".//property[@stdset='0']/string"))  # for style sheets, not for people
    for string in root.iter("string"):
        if string.text and string.text.strip() and string.get("notr") != "true" and string not in settings:
            yield context, string.text


def _error_classes(tree: ast.AST) -> set[str]:
    """UserError, LibraryError and the classes of this module that inherit from them."""
    names = {"UserError", "LibraryError"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any(_name(base) in names for base in node.bases):
            names.add(node.name)
    return names


class _Reader:
    """Reads the words out of one module's syntax tree."""

    def __init__(self, file: Path, error_classes: set[str]) -> None:
        self.file = file
        self.error_classes = error_classes

    def words(self, node: ast.AST, class_name: str) -> Iterator[Word]:
        """The words below *node*, which stands in the class of that name."""
        if isinstance(node, ast.ClassDef):
            class_name = node.name
        if isinstance(node, ast.Call):
            yield from self._called(node, class_name)
        for child in ast.iter_child_nodes(node):
            yield from self.words(child, class_name)

    def _called(self, call: ast.Call, class_name: str) -> Iterator[Word]:
        name, method = _name(call.func), isinstance(call.func, ast.Attribute)
        first, second = (*call.args, None, None)[:2]
        if (
            name == "tr" and method and first and not isinstance(first, ast.Name)
        ):  # a name: from a marked table
            yield from self._all(class_name, first)
        elif first and self._makes_error(name, class_name):
            yield from self._all("errors", first)
        elif name in {"translate", "text", "QT_TRANSLATE_NOOP"} and second:
            yield from ((_one(first), source) for source in _literals(second) if _one(first))
        if self.file.parent.name == "cli":
            yield from (("cli", s) for k in call.keywords if k.arg == "help" for s in _literals(k.value))
            if name == "words" and first:
                yield from self._all("cli", first)
        if self.file.name == "template_schema.py" and name == "label" and first:
            yield from self._all("Template", first)

    def _makes_error(self, name: str, class_name: str) -> bool:
        inherited = name == "__init__" and class_name in self.error_classes
        return self.file.name != "errors.py" and (inherited or name in self.error_classes)

    def _all(self, context: str, node: ast.expr) -> Iterator[Word]:
        sources = list(_literals(node))
        if not sources:
            raise NotLiteralError(f"{self.file}:{node.lineno}: {ast.unparse(node)}")
        yield from ((context, source) for source in sources)


def _name(node: ast.expr | None) -> str:
    """The last part of a dotted name."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _literals(node: ast.expr | None) -> Iterator[str]:
    """The string an expression is, or both that a conditional chooses from; nothing if it is neither."""
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def _one(node: ast.expr | None) -> str:
    return next(_literals(node), "")


def read(file: Path) -> dict[Word, str]:
    """The translations of a .ts file by word; unfinished ones are empty."""
    if not file.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def written(words: Iterable[Word], known: dict[Word, str]) -> str:
    """A .ts file with *words*, translated as far as *known* goes."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" language="zh_CN">']
    context = None
    for word in words:
        if word[0] != context:
            lines += ["</context>"] * (context is not None)
            context = word[0]
            lines += ["<context>", f"    <name>{escape(context)}</name>"]
        translated = known.get(word)
        body = f">{escape(translated)}</translation>" if translated else ' type="unfinished"></translation>'
        lines += [
            "    <message>",
            f"        <source>{escape(word[1])}</source>",
            f"        <translation{body}",
            "    </message>",
        ]
    lines += ["</context>"] * (context is not None)
    return "\n".join([*lines, "</TS>", ""])


if __name__ == "__main__":
    sys.exit(main())
