"""What must be true of the labels of every recognition."""

from __future__ import annotations

from bulletin_desktop.intake.recognition import Label, Recognition


def assert_whole_articles(recognition: Recognition) -> None:
    """Every text stands in an article: the first after a section's title, or of all, begins one."""
    due = True
    for line in recognition.lines:
        if line.label in (Label.BLANK, Label.ASIDE, Label.SECTION):
            assert not line.starts
            due = due or line.label is Label.SECTION
        else:
            assert line.starts or not due
            due = False
