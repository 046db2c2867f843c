"""Whether a library lies on a network drive.

It works there (see `library._connect`), but locks and flushes are only as good as the server's, and a cable
that is pulled ends the connection: whoever keeps a library there ought to know.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath

# Of /proc/self/mountinfo, https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
_MOUNTS = Path("/proc/self/mountinfo")
_KINDS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "davfs")
_FUSE = ("fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.davfs2", "fuse.smbnetfs")
_REMOTE = 4  # DRIVE_REMOTE, https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew


def is_on_network(path: Path) -> bool:
    """Tell whether the absolute *path* lies on another computer, as far as the system says."""
    if sys.platform == "win32":
        import ctypes

        return is_share(path) or ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:  # not Linux
        return False
    return kind_of_mount(path, mounts) in (*_KINDS, *_FUSE)


def is_share(path: PurePath) -> bool:
    r"""Tell whether a Windows path names a server: \\server\share, in its long form too."""
    drive = path.drive.upper()
    return drive.startswith("\\\\?\\UNC\\") or (drive.startswith("\\\\") and drive[2:3] not in ("?", "."))


def kind_of_mount(path: Path, mounts: str) -> str:
    """Return the kind of file system that *path* lies on, by the text of a mountinfo; "" if none has it."""
    found = ("", "")
    for line in mounts.splitlines():
        fields, _, more = line.partition(" - ")
        place = Path(
            os.fsdecode(os.fsencode(fields.split(" ")[4]).decode("unicode_escape").encode("latin-1"))
        )
        if path.is_relative_to(place) and len(str(place)) >= len(found[0]):  # the last one covers others
            found = (str(place), more.split(" ")[0])
    return found[1]
