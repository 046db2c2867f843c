"""How long a manuscript of five pages takes to read and to recognise, beside python-docx and pandoc.

python-docx is asked for what it offers of text and formats (neither numbers nor changes nor notes); pandoc,
where it is installed, for its plain text.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from bulletin_desktop.intake import notes, reading  # noqa: E402
from bulletin_desktop.intake.docx import read  # noqa: E402
from tests.intake.docx.making import package  # noqa: E402

SENTENCE = "会议强调，各级各部门要压实责任，细化措施，确保各项任务按时保质完成，并于月底前报送落实情况。"
PARAGRAPHS = 34  # of 90 characters: five pages of 22 lines of 28
RUN = (
    '<w:r w:rsidRPr="00AB12CD"><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/>'
    '<w:color w:val="000000"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t>{text}</w:t></w:r>'
)
PARAGRAPH = (
    '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>'
    '<w:ind w:firstLine="640"/></w:pPr>{runs}</w:p>'
)


def manuscript() -> bytes:
    """As Word writes it after some editing: a run every nine characters, and all of its styles."""
    with zipfile.ZipFile(ROOT / "resources" / "docx" / "base.docx") as base:
        styles = base.read("word/styles.xml")
    text = SENTENCE * 2
    runs = "".join(RUN.format(text=text[at : at + 9]) for at in range(0, len(text), 9))
    body = PARAGRAPH.format(runs=runs) * PARAGRAPHS
    return package(body, (("s", "styles", "styles.xml"),), {"word/styles.xml": styles})


def best(act: Callable[[], object], times: int = 10) -> float:
    """Milliseconds of the processor's time, the best of several."""
    took = []
    for _ in range(times):
        start = time.process_time()
        act()
        took.append(time.process_time() - start)
    return min(took) * 1000


def rival(content: bytes) -> None:
    """What python-docx offers."""
    for paragraph in docx.Document(io.BytesIO(content)).paragraphs:
        for run in paragraph.runs:
            _ = (run.text, run.bold, run.font.size, run.style.name)


def main() -> None:
    """Print the table."""
    content = manuscript()
    file = reading.File("稿件.docx", content)
    source = read(file)
    characters = sum(len(line.text) for line in source.lines())
    print(f"{characters} characters in {len(source.items)} paragraphs")
    print(f"read           {best(lambda: read(file)):7.1f} ms")
    print(f"recognise      {best(lambda: notes.recognised(source)):7.1f} ms")
    print(f"python-docx    {best(lambda: rival(content)):7.1f} ms")
    if pandoc := shutil.which("pandoc"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.docx"
            path.write_bytes(content)
            start = time.perf_counter()
            subprocess.run([pandoc, str(path), "-t", "plain"], check=True, capture_output=True)
            print(f"pandoc         {(time.perf_counter() - start) * 1000:7.1f} ms, a process of its own")


if __name__ == "__main__":
    main()
