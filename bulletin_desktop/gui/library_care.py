"""The features that look after the library as a file, and after what a breakdown left beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_desktop.gui.features import Feature
    from bulletin_desktop.gui.window import MainWindow


def upon(window: MainWindow) -> tuple[Feature, ...]:
    """Plug them into *window*."""
    from bulletin_desktop.gui.found_review import FoundReview
    from bulletin_desktop.gui.found_typing import FoundTyping
    from bulletin_desktop.gui.library_watch import LibraryWatch
    from bulletin_desktop.gui.network_warning import NetworkWarning
    from bulletin_desktop.gui.other_library import OtherLibrary
    from bulletin_desktop.gui.reading_mode import ReadingMode
    from bulletin_desktop.gui.second_start import SecondStart
    from bulletin_desktop.gui.session_end import SessionEnd

    return (
        ReadingMode(window),
        SecondStart(window),
        OtherLibrary(window),
        LibraryWatch(window),
        NetworkWarning(window),
        FoundTyping(window),
        FoundReview(window),
        SessionEnd(window),
    )
