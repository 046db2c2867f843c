"""Run a command that the kernel kills the moment it, or a library it uses, asks for an internet socket.

    python without_network.py COMMAND [ARGUMENT…]

Local sockets stay allowed: a window talks to its display through one. Linux on x86-64.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
ALLOW, KILL_PROCESS = 0x7FFF0000, 0x80000000
X86_64, SOCKET = 0xC000003E, 41
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06  # BPF: word at an offset, compare and jump, verdict
AT_NUMBER, AT_ARCHITECTURE, AT_FAMILY = 0, 4, 16  # in struct seccomp_data

FILTER = (
    (LOAD, 0, 0, AT_ARCHITECTURE),
    (EQUAL, 0, 6, X86_64),
    (LOAD, 0, 0, AT_NUMBER),
    (EQUAL, 0, 4, SOCKET),
    (LOAD, 0, 0, AT_FAMILY),
    (EQUAL, 1, 0, 2),  # AF_INET
    (EQUAL, 0, 1, 10),  # AF_INET6
    (RETURN, 0, 0, KILL_PROCESS),
    (RETURN, 0, 0, ALLOW),
)


class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def refuse_internet_sockets() -> None:
    """Install the filter in this process and all it becomes."""
    libc = ctypes.CDLL(None, use_errno=True)
    code = b"".join(struct.pack("HBBI", *instruction) for instruction in FILTER)
    program = Program(len(FILTER), code)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(
        PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program)
    ):
        raise OSError(ctypes.get_errno(), "the kernel takes no filter")


if __name__ == "__main__":
    refuse_internet_sockets()
    os.execvp(sys.argv[1], sys.argv[1:])
