"""look.py LIBRARY: open the window and a dialog, turn Windows dark and light; print what was seen as JSON."""

import ctypes
import json
import sys
import time
import winreg
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from bulletin_desktop.gui import start
from bulletin_desktop.i18n import CHINESE, Catalog

SETTING_CHANGED, EVERYBODY, UNLESS_HUNG = 0x1A, 0xFFFF, 2
COLOURS = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
library = Path(sys.argv[1])
application = QApplication([])
catalog = Catalog.load(CHINESE)
start.dress(application, catalog)


def rest(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)


def shade(widget: QWidget) -> int:
    """How light the corner of a widget is, 0 to 255."""
    return widget.grab().toImage().pixelColor(3, 3).lightness()


def turn(dark: bool) -> None:
    """Do what Windows' settings do."""
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, COLOURS) as key:
        winreg.SetValueEx(key, "AppsUseLightTheme", 0, winreg.REG_DWORD, int(not dark))
    words = ("ImmersiveColorSet", UNLESS_HUNG, 2000, None)
    ctypes.windll.user32.SendMessageTimeoutW(EVERYBODY, SETTING_CHANGED, 0, *words)
    rest(0.5)


window = start.open_window(application, library, catalog)
window.show()
while (dialog := application.activeModalWidget()) is None:  # until the library is there
    rest(1)
    window.action_intake_settings.trigger()
    rest(1)
room, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
seen = {
    "ratio": window.devicePixelRatioF(),
    "room": room.size().toTuple(),
    "frame": frame.size().toTuple(),
    "least": [max(each.minimumSizeHint().height(), each.minimumHeight()) for each in (window, dialog)],
    "shades": [],
}
dialog.grab().save(str(library.with_suffix(".png")))
for dark in (True, False):
    turn(dark)
    seen["shades"].append([shade(window), shade(dialog)])
dialog.reject()
window.close()
print(json.dumps(seen))
