"""What the window's library should hold, as plain lists, to hold the real one against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Place = tuple[int, int]  # section and position


@dataclass
class Text:
    """An article as a person sees it."""

    headline: str
    paragraphs: list[str]
    state: str = "draft"

    def copy(self) -> Text:
        return Text(self.headline, [*self.paragraphs], self.state)


@dataclass
class Step:
    """The arrangement before and after, and what changes texts: it is done again by doing it once more."""

    before: list[list[int]]
    after: list[list[int]]
    titles: tuple[list[str], list[str]]
    swap: Callable[[], None]


@dataclass
class PlainWindow:
    """Sections hold articles by number; the last section is the manuscripts. Texts are kept by number."""

    titles: list[str]
    sections: list[list[int]]
    texts: dict[int, Text]
    steps: list[Step] = field(default_factory=list)
    done: int = 0
    undone: list[Step] = field(default_factory=list)  # what the last step has made impossible to do again

    def seen(self) -> list[tuple[str, list[Text]]]:
        return [
            (title, [self.texts[number] for number in row])
            for title, row in zip(self.titles, self.sections, strict=True)
        ]

    def place(self, number: int) -> Place:
        return next((nth, row.index(number)) for nth, row in enumerate(self.sections) if number in row)

    def numbers(self) -> list[int]:
        return [number for row in self.sections for number in row]

    def step(self, change: Callable[[], None], swap: Callable[[], None] = lambda: None) -> None:
        """Do one step that undo takes back: *change* arranges, *swap* turns texts over and back."""
        before, titles = [[*row] for row in self.sections], [*self.titles]
        change()
        swap()
        after = [[*row] for row in self.sections]
        self.undone = self.steps[self.done :]
        del self.steps[self.done :]
        self.steps.append(Step(before, after, (titles, [*self.titles]), swap))
        self.done += 1

    def undo(self) -> None:
        self.done -= 1
        step = self.steps[self.done]
        self.sections, self.titles = [[*row] for row in step.before], [*step.titles[0]]
        step.swap()

    def redo(self) -> None:
        step = self.steps[self.done]
        self.sections, self.titles = [[*row] for row in step.after], [*step.titles[1]]
        step.swap()
        self.done += 1

    def forget_last(self) -> None:
        """The last step changed nothing, so it was none."""
        self.done -= 1
        self.steps[self.done :] = self.undone

    def new(self, text: Text) -> int:
        number = len(self.texts)
        self.texts[number] = text
        return number

    # What can be done

    def move(self, numbers: list[int], section: int, position: int) -> None:
        """Bring articles, in the order of the tree, before a position that counts what stands there now."""
        moved = [number for number in self.numbers() if number in numbers]

        def change() -> None:
            above = sum(1 for number in self.sections[section][:position] if number in moved)
            self.sections = [[each for each in row if each not in moved] for row in self.sections]
            self.sections[section][position - above : position - above] = moved

        self.step(change)

    def swap_sections(self) -> None:
        """Put the first section below the second."""

        def change() -> None:
            self.sections[:2] = reversed(self.sections[:2])
            self.titles[:2] = reversed(self.titles[:2])

        self.step(change)

    def delete(self, numbers: list[int]) -> None:
        def change() -> None:
            self.sections = [[each for each in row if each not in numbers] for row in self.sections]

        self.step(change)

    def duplicate(self, numbers: list[int]) -> None:
        copies = {number: self.new(Text("", [])) for number in numbers}
        for number, copy in copies.items():
            self.texts[copy] = self.texts[number].copy()
            self.texts[copy].state = "draft"

        def change() -> None:
            self.sections = [
                [each for one in row for each in ((one, copies[one]) if one in copies else (one,))]
                for row in self.sections
            ]

        self.step(change)

    def rename(self, number: int, headline: str) -> None:
        kept = [headline]

        def swap() -> None:
            kept[0], self.texts[number].headline = self.texts[number].headline, kept[0]

        self.step(lambda: None, swap)

    def rename_section(self, section: int, title: str) -> None:
        def change() -> None:
            self.titles[section] = title

        self.step(change)

    def set_state(self, numbers: list[int], state: str) -> None:
        kept = {number: state for number in numbers if self.texts[number].state != state}

        def swap() -> None:
            for number, other in [*kept.items()]:
                kept[number], self.texts[number].state = self.texts[number].state, other

        if kept:
            self.step(lambda: None, swap)

    def merge(self, numbers: list[int]) -> None:
        first, *rest = [number for number in self.numbers() if number in numbers]
        whole = [*self.texts[first].paragraphs]
        for number in rest:
            headline = self.texts[number].headline
            whole += [*([headline] if headline else []), *self.texts[number].paragraphs]

        def change() -> None:
            self.sections = [[each for each in row if each not in rest] for row in self.sections]

        self.step(change, self._swap_paragraphs(first, whole))

    def split(self, number: int, paragraph: int, offset: int) -> None:
        text = self.texts[number].paragraphs
        first = [*text[:paragraph], text[paragraph][:offset]]
        second = self.new(Text("", [text[paragraph][offset:], *text[paragraph + 1 :]]))
        section, position = self.place(number)

        def change() -> None:
            self.sections[section].insert(position + 1, second)

        self.step(change, self._swap_paragraphs(number, first))

    def _swap_paragraphs(self, number: int, paragraphs: list[str]) -> Callable[[], None]:
        kept = [paragraphs]
        headline = [self.texts[number].headline]

        def swap() -> None:  # the whole article is put back, as it was when the step was done or taken back
            text = self.texts[number]
            kept[0], text.paragraphs = text.paragraphs, kept[0]
            headline[0], text.headline = text.headline, headline[0]

        return swap
