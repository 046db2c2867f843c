"""`python main.py` opens the program; with arguments it is the command line."""

from __future__ import annotations

import sys

from bulletin_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
