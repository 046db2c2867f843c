"""What goes into the Windows program, as lists: everything else about it follows from these."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NAME = "BulletinDesktop"
PYTHON = "3.13"
PYTHON_TAG = "313"  # of the library and its path file: python313.dll, python313._pth
PLATFORM = "win_amd64"

# Qt's modules the program imports; the libraries follow from what these ask for. QtNetwork carries the pipe
# by which a second start calls the first window, nothing else: no address is ever opened.
QT_MODULES = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtUiTools", "QtWidgets")
QT_PLUGINS = (
    "iconengines/qsvgicon",
    "imageformats/qgif",
    "imageformats/qico",
    "imageformats/qjpeg",
    "imageformats/qsvg",
    "platforms/qoffscreen",  # the command line makes PDF files without a window
    "platforms/qwindows",
    "styles/qmodernwindowsstyle",
)
QT_TRANSLATIONS = ("qtbase_zh_CN.qm",)

# Packages of the lock that nothing of ours comes to: helpers for developers, what the command line of
# sqlite-utils needs, and time zones by name.
UNUSED_PACKAGES = ("click-default-group", "pip", "pycparser", "tabulate", "tzdata")
# Parts of packages nobody asks for, as patterns below lib/.
UNUSED_PARTS = (
    "bin",
    "NOTICE.txt",
    "OleFileIO_PL.py",
    "PIL/ImageMath.py",
    "PIL/ImageMorph.py",
    "PIL/ImageTk.py",
    "PIL/_avif*.pyd",  # AVIF: no office sends it, and it is the largest of all
    "PIL/_imagingcms*.pyd",
    "PIL/_imagingft*.pyd",  # we draw no text with it
    "PIL/_imagingmath*.pyd",
    "PIL/_imagingmorph*.pyd",
    "PIL/_imagingtk*.pyd",
    "PIL/_tkinter_finder.py",
    "cffi",  # its compiled half serves cryptography
    "click/testing.py",
    "dateutil/zoneinfo",
    "diff_match_patch/tests",
    "doc2docx/cli.py",
    "docx/templates/default-docx-template",
    "lxml/ElementInclude.py",
    "lxml/builder*",
    "lxml/cssselect.py",
    "lxml/doctestcompare.py",
    "lxml/html",
    "lxml/includes",
    "lxml/isoschematron",
    "lxml/objectify*",
    "lxml/sax*",
    "lxml/usedoctest.py",
    "olefile/olefile2.py",  # for Python 2
    "platformdirs/pytest_plugin.py",
    "platformdirs/testing.py",
    "pypdf/_crypt_providers/_pycryptodome.py",
    "pypdfium2_cli",
    "rapidfuzz/**/*_avx2*.pyd",  # no faster on sentences: 9.2 ms for 20,000 of them, 9.3 ms without
    "regex/tests",
    "selectolax/parser.py",  # says that it is no longer
    "shiboken6/include",
    "shiboken6/lib",
    "sqlite_utils/cli.py",
    "**/__main__.py",
    "**/__pyinstaller",
    "**/*.c",
    "**/*.h",
    "**/*.lib",
    "**/*.pxd",
    "**/*.pxi",
    "**/*.pyi",
    "**/*.pyx",
    "**/__pycache__",
    "**/py.typed",
)
# Parts of Python that the program does without: it opens no connection, so it needs nothing to encrypt one,
# and Python's own hashes serve as well as OpenSSL's.
UNUSED_PYTHON = (
    "_asyncio.pyd",
    "_hashlib.pyd",
    "_multiprocessing.pyd",
    "_overlapped.pyd",
    "_ssl.pyd",
    "libcrypto-3.dll",
    "libssl-3.dll",
    "python.cat",
    "python.exe",
    "pythonw.exe",
    "winsound.pyd",
)
# Modules of Python's own that neither the program nor a package imports where the program comes by: other
# systems, servers and mail, several processes, and what serves those who write programs.
UNUSED_MODULES = (
    "_aix_support", "_android_support", "_apple_support", "_ios_support", "_osx_support", "_pyio",
    "_pyrepl", "antigravity", "asyncio", "bdb", "cProfile", "cmd", "code", "codeop", "compileall",
    "configparser", "curses", "dbm", "doctest", "filecmp", "fileinput", "ftplib", "graphlib", "imaplib",
    "mailbox", "mimetypes", "modulefinder", "multiprocessing", "netrc", "optparse", "pdb", "pickletools",
    "plistlib", "poplib", "profile", "pstats", "pty", "py_compile", "pyclbr", "pydoc", "pydoc_data",
    "rlcompleter", "runpy", "sched", "shelve", "smtplib", "socketserver", "ssl", "symtable", "tabnanny",
    "this", "timeit", "trace", "unittest", "wave", "webbrowser", "wsgiref", "xmlrpc", "zipapp",
)  # fmt: skip


def version() -> str:
    """Return the program's version."""
    text = (ROOT / "bulletin_desktop/__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    assert found, "bulletin_desktop/__init__.py states no version"
    return found[1]


class BuildError(Exception):
    """The package could not be made; the text says why and what to do."""


def tool(name: str) -> str:
    """Return the path of a program this build needs; raises `BuildError` if it is not here."""
    found = shutil.which(name)
    if found is None:
        raise BuildError(
            f"{name} is not here. On Debian: sudo apt-get install nsis gcc-mingw-w64-x86-64 wine"
        )
    return found
