"""The rival of everything a window costs: one of PySide6 with nothing in it."""

from __future__ import annotations

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
application.processEvents()
"""
