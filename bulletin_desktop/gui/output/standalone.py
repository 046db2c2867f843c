"""Qt for the command line: fonts and painting, no window."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication

from bulletin_desktop.gui.output.pdf import PdfWriter
from bulletin_desktop.gui.preview.qt_measures import QtMeasures

# On Windows only its own plugin knows the system's fonts; it needs no screen. Elsewhere the one that draws
# nowhere finds the same fonts as the window would, and works where nobody has logged in.
_PLATFORM = () if sys.platform == "win32" else ("-platform", "offscreen")


def pdf_writer() -> PdfWriter:
    """Return a writer for a process that need not have an application yet."""
    application = QGuiApplication.instance() or QGuiApplication([sys.argv[0], *_PLATFORM])
    return PdfWriter(QtMeasures(), application)
