"""Take pictures of the running program with its own sample, on a screen of its own (Xvfb).

python scripts/take_screenshots.py                  docs/images/main-light.png, the README's picture
python scripts/take_screenshots.py --all FOLDER     every screen at several sizes, to be looked at
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README_PICTURE = ROOT / "docs/images/main-light.png"


@dataclass(frozen=True)
class Shot:
    """A size in logical pixels, a scheme and a scale."""

    width: int
    height: int
    scheme: str = "light"
    scale: float = 1.0

    @property
    def name(self) -> str:
        """The end of its files' names."""
        scale = f"-{round(self.scale * 100)}" if self.scale != 1 else ""
        return f"{self.scheme}-{self.width}x{self.height}{scale}"


SHOTS = (
    Shot(1280, 800),
    Shot(1280, 800, "dark"),
    Shot(1920, 1080),
    Shot(1920, 1080, "dark"),
    Shot(1024, 640),
    Shot(1280, 800, scale=1.5),
)


def main() -> int:
    """Start a screen, and on it the program once for each picture's size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every screen at several sizes")
    parser.add_argument("--shoot", nargs=5, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.shoot:
        width, height, scheme, scale, folder = options.shoot
        shoot(Shot(int(width), int(height), scheme, float(scale)), Path(folder))
        return 0
    with screen() as display, tempfile.TemporaryDirectory() as folder:
        for shot in SHOTS if options.all else SHOTS[:1]:
            run(shot, display, options.all or Path(folder))
        if not options.all:
            README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
            picture = Path(folder) / f"main-{SHOTS[0].name}.png"
            copy(picture, README_PICTURE)
    return 0


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen large enough for every shot; yields its display's name."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "2560x1600x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as answer:
        number = answer.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def run(shot: Shot, display: str, folder: Path) -> None:
    """Run the program in a process of its own: scale and scheme are read at its start."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "zh_CN.UTF-8"}
    environment["QT_SCALE_FACTOR"] = str(shot.scale)
    values = [shot.width, shot.height, shot.scheme, shot.scale, folder]
    command = [sys.executable, str(Path(__file__)), "--shoot", *map(str, values)]
    subprocess.run(command, env=environment, check=True, timeout=120)


def shoot(shot: Shot, folder: Path) -> None:
    """Go through the program as a person does, with real clicks, and take pictures on the way."""
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from bulletin_desktop.gui import start
    from bulletin_desktop.gui.cards import ActCard
    from bulletin_desktop.i18n import CHINESE, Catalog

    def wait_for(condition: Callable[[], object]) -> None:
        for _ in range(300):
            QTest.qWait(50)
            if condition():
                QTest.qWait(400)
                return
        raise RuntimeError(f"{shot.name}: the window did not get there")

    def take(name: str, widget: QWidget) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(folder / f"{name}-{shot.name}.png"))

    def click(widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    application = QApplication([])
    catalog = Catalog.load(CHINESE)
    start.dress(application, catalog)
    with tempfile.TemporaryDirectory(prefix="简报-") as desk:
        window = start.open_window(application, Path(desk) / "library.db", catalog)
        getattr(window, f"action_scheme_{shot.scheme}").trigger()
        window.resize(shot.width, shot.height)
        window.show()
        wait_for(window.welcome.isVisible)
        take("welcome", window)
        click(window.welcome.findChild(ActCard, "card_book"))
        wait_for(
            lambda: window.findChild(QWidget, "cards") and window.pages.currentWidget() is not window.welcome
        )
        take("review", window)
        click(window.pages.currentWidget().accept)
        wait_for(application.activeModalWidget)
        dialog = application.activeModalWidget()
        dialog.unit.setText("云溪市政协办公室")
        dialog.report_to.setText("省政协办公厅，市委、市政府领导")
        dialog.send_to.setText("各县（市、区）政协")
        dialog.copies.setValue(80)
        take("issue", dialog)
        click(dialog.accept_button)
        wait_for(lambda: window.session.layout is not None and window.editor.isVisible())
        take("main", window)
        window.close()


def copy(source: Path, target: Path) -> None:
    """Copy through a temporary file beside the target, so that it is never half a picture."""
    temporary = target.with_name(f".{target.name}.part")
    temporary.write_bytes(source.read_bytes())
    temporary.replace(target)


if __name__ == "__main__":
    sys.exit(main())
