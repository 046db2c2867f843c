"""hold.py FILE SHARING END: have FILE open as Word has, until the file END is there.

SHARING is 1 if others may read meanwhile, as Word lets them, 0 if nobody may do anything.
"""

import ctypes
import sys
import time
from pathlib import Path

READ_AND_WRITE, EXISTING = 0xC0000000, 3
file, sharing, end = sys.argv[1:]
kernel = ctypes.WinDLL("kernel32", use_last_error=True)
kernel.CreateFileW.restype = ctypes.c_void_p
handle = kernel.CreateFileW(file, READ_AND_WRITE, int(sharing), None, EXISTING, 0, None)
if handle == ctypes.c_void_p(-1).value:
    sys.exit(f"not opened: {ctypes.get_last_error()}")
Path(end).with_suffix(".begun").touch()
while not Path(end).exists():
    time.sleep(0.05)
