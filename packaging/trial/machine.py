"""A Windows to try the program on: Wine in Chinese, with a screen of its own and stand-ins for what lacks."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import shims
import wine
from PIL import Image, ImageGrab

SCREEN = "1366x768x24"  # what many office PCs have
PATIENCE = 240  # seconds; a busy machine is no fault of the program
FONTS = Path("/usr/share/fonts")
FONT_FILES = ("uming.ttc", "ukai.ttc", "NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc")


class Machine:
    """The prefix, and what can be done in it. Paths are this system's; `named` gives Windows' name of one."""

    def __init__(self, folder: Path, command: list[str], display: str) -> None:
        self.folder = folder
        self.drive = folder / "prefix/drive_c"
        self.installed = self.drive / "用户 目录/简报编辑台"
        self._command = command
        self._display = display

    @classmethod
    @contextlib.contextmanager
    def started(cls, folder: Path) -> Iterator[Machine]:
        """Make a new one in *folder*; everything in it is ended at the end."""
        locales = folder / "locales"
        locales.mkdir()
        locale = locales / "zh_CN.UTF-8"
        subprocess.run(["localedef", "-i", "zh_CN", "-f", "UTF-8", str(locale)], check=True)
        with screen() as display:
            variables = {"DISPLAY": display, "LOCPATH": str(locales), "LC_ALL": "zh_CN.UTF-8"}
            with wine.prefix(folder / "wine", shims.OVERRIDES, **variables) as command:
                made = cls(folder / "wine", command, display)
                made.run("winecfg", "-v", "win10")
                made.install_fonts()
                yield made

    def install_fonts(self) -> None:
        """Put Chinese fonts where Windows has its own and Wine none: the program reads them there."""
        for name in FONT_FILES:
            for font in FONTS.rglob(name):
                shutil.copy(font, self.drive / "windows/Fonts")

    @property
    def local_data(self) -> Path:
        """%LOCALAPPDATA%."""
        (user,) = (path for path in (self.drive / "users").iterdir() if path.name != "Public")
        return user / "AppData/Local"

    def named(self, path: Path) -> str:
        """Return Windows' name of *path*."""
        if path.is_relative_to(self.drive):
            return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")
        return "Z:" + str(path).replace("/", "\\")

    def start(self, program: Path | str, *arguments: str, cwd: Path | None = None) -> subprocess.Popen[bytes]:
        """Start a program: a file, or the name of one of Wine's own."""
        # Pipes and no terminal: Wine's programs find no standard streams otherwise.
        return subprocess.Popen(
            [*self._command, str(program), *arguments],
            cwd=cwd or self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def run(self, program: Path | str, *arguments: str, cwd: Path | None = None) -> tuple[int, str]:
        """Run a program to its end; return its exit code and everything it said."""
        with self.start(program, *arguments, cwd=cwd) as process:
            try:
                said, _ = process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        try:
            return process.returncode, said.decode("utf-8")
        except UnicodeDecodeError:  # Windows' own programs speak the code page of the person
            return process.returncode, said.decode("cp936", "replace")

    def setting(self, key: str, name: str = "") -> str | None:
        """Return a value of the person's registry, None if it is not there."""
        which = ["/v", name] if name else ["/ve"]
        code, said = self.run("reg", "query", f"HKCU\\{key}", *which)
        values = [line.partition("REG_SZ")[2].strip() for line in said.splitlines() if "REG_SZ" in line]
        unset = code != 0 or not values or values[0].startswith("(")  # "(value not set)", in any language
        return None if unset else values[0]

    def picture(self, target: Path | None = None) -> Image.Image:
        """Return what is on the screen, written to *target* too if it is given."""
        image = ImageGrab.grab(xdisplay=self._display)
        if target:
            image.save(target)
        return image

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by X's names of them."""
        subprocess.run(["xdotool", "key", *keys], check=True, env=self._on_screen)

    def rest(self) -> None:
        """Wait until nothing moves on the screen for a second."""

        def still() -> bool:
            before = self.picture()
            time.sleep(1)
            return before == self.picture()

        until(still, "a screen that stays as it is")

    def bring(self, title: str) -> None:
        """Wait until a window whose title contains *title* is there, and give it the keys."""
        command = ["xdotool", "search", "--onlyvisible", "--name", title, "windowactivate", "--sync"]
        until(lambda: subprocess.call(command, env=self._on_screen) == 0, f"a window named {title}")

    @property
    def _on_screen(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self._display}


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """Start a screen that nobody sees, with a window manager as Windows has one; give its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as answer:
            display = f":{answer.readline().strip()}"
        variables = {**os.environ, "DISPLAY": display}
        with subprocess.Popen(["openbox"], env=variables, stderr=subprocess.DEVNULL) as manager:
            try:
                yield display
            finally:
                manager.terminate()
                server.terminate()


def until(condition: Callable[[], object], what: str) -> None:
    """Wait until *condition*; raises AssertionError saying *what* has not come."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"not within {PATIENCE} s: {what}"
        time.sleep(0.2)
