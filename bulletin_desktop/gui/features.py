"""What the window can do beyond its panes: features that plug into it, each one a line here.

A feature is made with the window once tree, editor, preview and flows are there. It takes what it needs from
the window's public attributes, connects its own actions (`window.action_…`, declared in the form) and adds
its panels to `window.panels`. The window knows no feature by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bulletin_desktop.gui.window import MainWindow


class Feature(Protocol):
    """Something that was plugged in."""

    def shut_down(self) -> None:
        """End what runs beside the window's thread; the window is about to go."""


def upon(window: MainWindow) -> tuple[Feature, ...]:
    """Plug every feature into *window*, in order."""
    from bulletin_desktop.gui import library_care
    from bulletin_desktop.gui.about.feature import About
    from bulletin_desktop.gui.archive.feature import Archive
    from bulletin_desktop.gui.backup.feature import Backups
    from bulletin_desktop.gui.doctor.feature import Checkup
    from bulletin_desktop.gui.editor_acts import EditorActs
    from bulletin_desktop.gui.exchange.feature import Exchange
    from bulletin_desktop.gui.find.flow import FindFlow
    from bulletin_desktop.gui.focus_mode import FocusMode
    from bulletin_desktop.gui.help.flow import HelpFlow
    from bulletin_desktop.gui.history.feature import History
    from bulletin_desktop.gui.intake_settings.feature import IntakeSettings
    from bulletin_desktop.gui.page_notes import PageNotes
    from bulletin_desktop.gui.palette.flow import PaletteFlow
    from bulletin_desktop.gui.pane_keys import PaneKeys
    from bulletin_desktop.gui.paste_flow import PasteFlow
    from bulletin_desktop.gui.publications import Publications
    from bulletin_desktop.gui.quiet_work import QuietWork
    from bulletin_desktop.gui.recent import RecentIssues
    from bulletin_desktop.gui.register.feature import Register
    from bulletin_desktop.gui.register.origin import Origin
    from bulletin_desktop.gui.saving import Saving
    from bulletin_desktop.gui.search.feature import Search
    from bulletin_desktop.gui.start_page import StartPage
    from bulletin_desktop.gui.tips import Tips
    from bulletin_desktop.gui.tour.flow import TourFlow

    recent, tour = RecentIssues(window), TourFlow(window)
    return (
        *library_care.upon(window),
        Saving(window),
        Checkup(window),
        PaneKeys(window),
        PasteFlow(window),
        PageNotes(window),
        QuietWork(window),
        Backups(window),
        EditorActs(window),
        FocusMode(window),
        recent,
        Publications(window),
        IntakeSettings(window),
        Exchange(window),
        Archive(window),
        find := FindFlow(window),
        PaletteFlow(window, recent),
        HelpFlow(window),
        About(window),
        History(window),
        register := Register(window),
        Origin(window, register.originals),
        Search(window, find),
        tour,
        StartPage(window, recent, tour),
        Tips(window),  # the last one: it reads what all others have added
    )
