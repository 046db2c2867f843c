"""A library works wherever it lies: Chinese, spaces, signs that addresses have, names as long as they go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PureWindowsPath

import pytest

from bulletin_desktop.errors import Fault, LibraryError
from bulletin_desktop.gui.network_warning import NetworkWarning
from bulletin_desktop.gui.window import MainWindow
from bulletin_desktop.library import network
from bulletin_desktop.library.library import Library
from bulletin_desktop.services import backups
from bulletin_desktop.services.desk import Desk
from tests.library.fault_child import one_article


def through_its_day(path: Path) -> None:
    """Made, written, backed up, opened again; only what belongs there is left."""
    with Library.open(path) as library:
        one_article(Desk(library))
        making = backups.Making(path)
        making.copy(Desk(library))
        made = making.finish()
    with Library.open(path) as library:
        assert one_article(Desk(library)).title == "标题"
    assert backups.look(made.info.path)
    settings = f"{path.stem}.backups.json"
    assert {each.name for each in path.parent.iterdir()} == {path.name, "backups", settings}


@pytest.mark.parametrize(
    "place",
    [
        "县委办 简报/政协信息 2026.db",
        "问?号#井%20百分/资料库?a=1#b%25.db",
        "a;b&c=d'e+f/[库] (1)!.db",
        " 前后有空格 /.隐藏.db",
    ],
)
def test_any_name(tmp_path: Path, place: str) -> None:
    through_its_day(tmp_path / place)


def test_a_path_of_250_characters(tmp_path: Path) -> None:
    folder = tmp_path
    while len(str(folder)) < 220:
        folder = folder / "很深的文件夹 2026"
    through_its_day(folder / ("x" * (250 - len(str(folder)) - 4) + ".db"))


def test_a_name_as_long_as_the_disk_takes_with_the_files_beside_it(tmp_path: Path) -> None:
    through_its_day(tmp_path / ("x" * 200 + ".db"))


def test_a_name_that_is_too_long_is_told_and_nothing_made(tmp_path: Path) -> None:
    deep = "/".join(["很深的文件夹"] * 30) + "/a.db"
    for name in ("字" * 84 + ".db", "字" * 200 + ".db", deep):  # the first one has room, but not its lock
        with pytest.raises(LibraryError, match="is too long for this computer") as caught:
            Library.open(tmp_path / name)
        assert caught.value.fault is Fault.LONG_PATH
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\share\简报\a.db", True),
        (r"\\?\UNC\server\share\a.db", True),
        (r"C:\Users\wang\a.db", False),
        (r"\\?\C:\Users\wang\a.db", False),
        (r"\\.\C:\a.db", False),
    ],
)
def test_a_server_is_known_by_its_name(path: str, share: bool) -> None:
    assert network.is_share(PureWindowsPath(path)) is share


MOUNTS = r"""22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/共享\040盘 rw,relatime shared:5 - cifs //server/share rw
31 30 8:2 / /mnt/共享\040盘/本地 rw - ext4 /dev/sdb1 rw
32 22 0:41 / /home/wang/云 rw - fuse.sshfs wang@server:/ rw
33 22 0:42 / /stick rw - vfat /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/wang/a.db", "ext4"),
        ("/mnt/共享 盘/a.db", "cifs"),
        ("/mnt/共享 盘/本地/a.db", "ext4"),
        ("/home/wang/云/a.db", "fuse.sshfs"),
        ("/stick/a.db", "vfat"),
    ],
)
def test_the_kind_of_a_mount_is_that_of_the_nearest(path: str, kind: str) -> None:
    assert network.kind_of_mount(Path(path), MOUNTS) == kind


def test_this_machines_own_disk_is_no_network(tmp_path: Path) -> None:
    assert not network.is_on_network(tmp_path)


def test_a_library_on_a_network_drive_is_warned_about_until_it_was_read(
    library: Path, open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mounts = tmp_path / "mountinfo"
    place = str(library.parent).replace(" ", "\\040")
    mounts.write_text(f"{MOUNTS}40 22 0:43 / {place} rw - nfs4 server:/简报 rw\n", encoding="utf-8")
    monkeypatch.setattr(network, "_MOUNTS", mounts)
    window = open_window()
    warning = next(each for each in window.features if isinstance(each, NetworkWarning))
    assert "lies on a network drive" in warning.banner.text
    warning.banner._buttons[0].click()
    assert warning.banner.text == ""
    window.close()
    again = open_window()
    assert next(each for each in again.features if isinstance(each, NetworkWarning)).banner is None
