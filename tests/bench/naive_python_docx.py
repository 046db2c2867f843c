"""The way everybody starts: python-docx, a call a paragraph. No pages, no contents, no styles of its own.

python naive_python_docx.py STORIES.json OUT.docx
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from docx import Document

document = Document()
for headline, paragraphs in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
    document.add_heading(headline, 2)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
document.save(sys.argv[2])
