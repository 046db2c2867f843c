"""How long what is pasted takes to read: hostile HTML, and documents as Word and Excel put them there.

Qt's own reader is the rival where it comes to an end: it is given five seconds in a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from intake.hostile_html import CASES  # noqa: E402

from bulletin_desktop.intake import html  # noqa: E402

LIMIT = 5.0  # seconds the rival is given
_WORD = (
    "<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'><span style='font-size:16.0pt;"
    "font-family:仿宋_GB2312'>会议指出，要提高政治站位，<b>压实责任</b>，确保今冬明春水利建设任务按时完成。"
    "<span lang=EN-US><o:p></o:p></span></span></p>\n"
)
_QT = """
import sys, time
from PySide6.QtGui import QGuiApplication, QTextDocument
sys.path.insert(0, "tests")
from intake.hostile_html import CASES
app = QGuiApplication(["x", "-platform", "offscreen"])
markup = CASES[sys.argv[1]]
start = time.process_time()
QTextDocument().setHtml(markup)
print(time.process_time() - start)
"""


def ours(markup: str) -> tuple[float, str]:
    start = time.process_time()
    try:
        found = f"{len(html.read(markup).parts)} parts"
    except html.TooLong:
        found = "a sentence"
    except html.TooComplex:
        found = "its text"
    return time.process_time() - start, found


def rival(name: str) -> str:
    try:
        done = subprocess.run(
            [sys.executable, "-c", _QT, name],
            cwd=ROOT, capture_output=True, timeout=LIMIT + 2, check=False, encoding="utf-8",
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"> {LIMIT:.0f}"
    return f"{float(done.stdout):.2f}" if done.returncode == 0 else "died"


def main() -> None:
    with_rival = "--rival" in sys.argv
    print(f"{'':44}{'seconds':>9}  {'taken':<14}{'QTextDocument' if with_rival else ''}")
    for name, markup in CASES.items():
        seconds, found = ours(markup)
        print(f"{name:44}{seconds:9.3f}  {found:<14}{rival(name) if with_rival else ''}", flush=True)
    seconds, found = ours(_WORD * 200)
    print(f"{'200 paragraphs of Word':44}{seconds:9.3f}  {found}")


if __name__ == "__main__":
    main()
