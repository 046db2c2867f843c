"""Take pictures of the running program with its own sample, on a screen of its own (Xvfb).

python dev.py screenshots              docs/images/main-light.png, the README's picture
python dev.py screenshots all FOLDER   every dialog and state, in every look, to be looked at
python dev.py screenshots manual       docs/zh/images, the manual's pictures

A state that cannot be reached is told, the others are taken all the same, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MANUAL_PICTURES = ROOT / "docs/zh/images"
README_PICTURE = ROOT / "docs/images/main-light.png"
SCREEN = "3000x2000x24"
PATIENCE = 600  # seconds for one look


@dataclass(frozen=True)
class Look:
    """A size in logical pixels, a scheme and a scale; *whole* takes every state and not the window alone."""

    width: int
    height: int
    scheme: str = "light"
    scale: float = 1.0
    whole: bool = True

    @property
    def name(self) -> str:
        """The folder of its pictures."""
        scale = f"-{round(self.scale * 100)}" if self.scale != 1 else ""
        return f"{self.scheme}-{self.width}x{self.height}{scale}"


LOOKS = (
    Look(1280, 800),
    Look(1280, 800, "dark"),
    Look(1280, 800, "contrast"),
    Look(1280, 800, scale=2.0),
    Look(1024, 640),
    Look(1280, 800, scale=1.25, whole=False),
    Look(1280, 800, scale=1.5, whole=False),
    Look(1920, 1080, "dark", whole=False),
)


def main() -> int:
    """Start a screen, and on it the program once for each look."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command")
    every = commands.add_parser("all", help="every dialog and state in every look")
    every.add_argument("folder", type=Path)
    every.add_argument("--only", metavar="LOOK", help="one look, by its folder's name")
    every.add_argument("--state", metavar="NAME", help="states whose names begin so, and what leads to them")
    manual = commands.add_parser("manual", help="the manual's pictures")
    manual.add_argument("--only", metavar="NAME", default="", help="those whose names begin so")
    shoot = commands.add_parser("shoot")
    shoot.add_argument("look", type=int)
    shoot.add_argument("folder", type=Path)
    shoot.add_argument("state")
    options = parser.parse_args()
    if options.command == "shoot":
        return go_through(LOOKS[options.look], options.folder, options.state)
    with screen() as display, tempfile.TemporaryDirectory() as folder:
        if options.command == "manual":
            script = Path(__file__).with_name("make_manual_pictures.py")
            return start(display, 1.5, str(script), str(MANUAL_PICTURES), "--only", options.only)
        if options.command == "all":
            chosen = [n for n, look in enumerate(LOOKS) if options.only in (None, look.name)]
            return max([run(n, display, options.folder.resolve(), options.state or "") for n in chosen])
        code = run(0, display, Path(folder), "window")
        README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
        copy(Path(folder) / LOOKS[0].name / "window.png", README_PICTURE)
        return code


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen large enough for every look; yields its display's name."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp"],
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


def run(look: int, display: str, folder: Path, state: str) -> int:
    """Run the program once for a look."""
    return start(display, LOOKS[look].scale, __file__, "shoot", str(look), str(folder), state)


def start(display: str, scale: float, *command: str) -> int:
    """Run a script in a process of its own: scale and scheme are read at the program's start."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "zh_CN.UTF-8"}
    environment |= {"QT_SCALE_FACTOR": str(scale), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *command], env=environment, check=False, timeout=PATIENCE
    ).returncode


def go_through(look: Look, folder: Path, state: str) -> int:
    """Go through the program as a person does, and take a picture of every state; 1 if one was missed."""
    from screenshot_person import Person
    from screenshot_states import LEADING, STATES

    with tempfile.TemporaryDirectory(prefix="简报-") as desk:
        person = Person(look.scheme, (look.width, look.height), Path(desk), folder / look.name)
        missed = [
            each.__name__
            for each in STATES
            if look.whole or each.__name__ in ("welcome", "review", "window")
            if (wanted := each.__name__.startswith(state.replace("-", "_"))) or each in LEADING
            if not person.reaches(each, wanted)
        ]
        person.leave()
    for name in missed:
        print(f"{look.name}: {name} was not reached", file=sys.stderr)
    return 1 if missed else 0


def copy(source: Path, target: Path) -> None:
    """Copy through a temporary file beside the target, so that it is never half a picture."""
    temporary = target.with_name(f".{target.name}.part")
    temporary.write_bytes(source.read_bytes())
    temporary.replace(target)


if __name__ == "__main__":
    sys.exit(main())
