"""A .bulletin file made by strangers: one sentence each, and nothing is changed."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Picture, Section
from bulletin_desktop.errors import UserError
from bulletin_desktop.services import exchange_file
from bulletin_desktop.services.exchange_taking import decided
from tests.services.offices import Office, article, png

Members = dict[str, bytes]
Break = Callable[[Members, dict[str, Any]], None]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An issue with a picture and an original."""
    office = Office(tmp_path_factory.mktemp("office") / "library.db")
    info = office.desk.add_picture(png("red"))
    own = article("图", Picture(new_id(), info.sha256, 30, 20))
    value = office.issue(Section(new_id(), "要闻", (own, article("乙"))))
    office.came(own.id, b"untouched")
    content = office.send(office.path.with_name("1.bulletin"), value.id).read_bytes()
    office.library.close()
    return content


@pytest.fixture
def file(tmp_path: Path, packed: bytes) -> Path:
    path = tmp_path / "第1期.bulletin"
    path.write_bytes(packed)
    return path


def remade(path: Path, change: Break, packing: int = zipfile.ZIP_STORED) -> None:
    """Pack it anew with something in it otherwise; the manifest's hashes are what they then are."""
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    manifest = json.loads(members["manifest.json"])
    change(members, manifest)
    for each in manifest.get("files", ()):
        if isinstance(each, dict) and each.get("sha256") == "again":
            each.update(
                sha256=hashlib.sha256(members[each["name"]]).hexdigest(), size=len(members[each["name"]])
            )
    if "manifest.json" in members:
        members["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w", packing) as package:
        for name, content in members.items():
            package.writestr(name, content)


def listed(manifest: dict[str, Any], start: str) -> dict[str, Any]:
    return next(each for each in manifest["files"] if each["name"].startswith(start))


def retold(start: str, old: str, new: str) -> Break:
    """Another text in a member, with the hash it then has."""

    def change(members: Members, manifest: dict[str, Any]) -> None:
        entry = listed(manifest, start)
        members[entry["name"]] = members[entry["name"]].decode().replace(old, new).encode()
        entry["sha256"] = "again"

    return change


def at(*way: str | int, value: object) -> Break:
    def change(_members: Members, manifest: dict[str, Any]) -> None:
        place: Any = manifest
        for step in way[:-1]:
            place = place[step]
        place[way[-1]] = value

    return change


def without(name: str) -> Break:
    return lambda members, manifest: members.pop(
        listed(manifest, name)["name"] if name != "manifest.json" else name
    )


def with_member(name: str) -> Break:
    return lambda members, manifest: members.update({name: b"x"})


def told_member(name: str) -> Break:
    def change(members: Members, manifest: dict[str, Any]) -> None:
        members[name] = b"x"
        manifest["files"].append({"name": name, "size": 1, "sha256": "again"})

    return change


def damaged_picture(members: Members, manifest: dict[str, Any]) -> None:
    name = listed(manifest, "pictures/")["name"]
    members[name] = members[name][:-1] + b"?"


def unhashed(members: Members, manifest: dict[str, Any]) -> None:
    """What a forger would try: no hash, and an article that its lineage does not end with."""
    entry = listed(manifest, "articles/")
    members[entry["name"]] = members[entry["name"]].decode().replace("正文", "假文").encode()
    entry["sha256"] = ""


def another_state(_members: Members, manifest: dict[str, Any]) -> None:
    manifest["articles"][0]["lineage"][-1] = "0" * 64


def twice(_members: Members, manifest: dict[str, Any]) -> None:
    manifest["issue"]["sections"][0]["articles"].append(manifest["articles"][0]["id"])


BROKEN: dict[str, tuple[Break, str]] = {
    "a picture that is not the one it was": (damaged_picture, "is damaged"),
    "an article whose hash is another": (retold("articles/", "正文", "假文"), "is damaged"),
    "an article with a role nobody knows": (retold("articles/", '"body"', '"verse"'), "is damaged"),
    "an article that is no JSON": (retold("articles/", "{", "["), "is damaged"),
    "an issue with a wrong number": (retold("issue.json", '"number":1', '"number":-1'), "is damaged"),
    "a missing article": (without("articles/"), "is damaged"),
    "a missing picture": (without("pictures/"), "is damaged"),
    "no manifest": (without("manifest.json"), "is no exchange file"),
    "a name that climbs": (with_member("../../evil.txt"), "is damaged"),
    "a name that climbs, told of": (told_member("../../evil.txt"), "is damaged"),
    "an article without a hash": (unhashed, "is damaged"),
    "a picture nobody names": (at("pictures", value=[]), "is damaged"),
    "a part nobody needs": (told_member("articles/more.json"), "is damaged"),
    "a state the file does not have": (another_state, "is damaged"),
    "an article that stands twice": (twice, "is damaged"),
    "a key nobody knows": (at("issue", "colour", value="red"), "is damaged"),
    "a section with no id": (at("issue", "sections", 0, "id", value="../x"), "is damaged"),
    "a wrong kind": (at("articles", value={}), "is damaged"),
    "a lone surrogate": (at("issue", "publication", "name", value="\ud800"), "is damaged"),
    "a line break in a title": (at("issue", "sections", 0, "title", value="a\nb"), "is damaged"),
    "a manuscript from no time": (at("articles", 0, "manuscript", "received", value="soon"), "is damaged"),
    "no format": (at("format", value="something else"), "is no exchange file"),
    "a newer version": (at("version", value=2), "was made by a newer version"),
    "a newer document": (at("document", value=2), "was made by a newer version"),
    "an older version than there ever was": (at("version", value=0), "is no exchange file"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_not_as_it_must_be_is_one_sentence(file: Path, what: str) -> None:
    change, sentence = BROKEN[what]
    remade(file, change)
    with pytest.raises(UserError, match=sentence):
        exchange_file.read(file)


def test_what_is_no_zip_or_cut_off_is_one_sentence(file: Path, packed: bytes) -> None:
    for content in (b"", b"hello", packed[: len(packed) // 2], packed[100:], b"PK\x05\x06" + bytes(18)):
        file.write_bytes(content)
        with pytest.raises(UserError, match=r"is no exchange file|is damaged"):
            exchange_file.read(file)


def test_any_byte_that_is_another_is_found_or_does_not_matter(file: Path, packed: bytes) -> None:
    whole = exchange_file.read(file)
    for place in range(0, len(packed), max(1, len(packed) // 300)):
        file.write_bytes(packed[:place] + bytes([packed[place] ^ 0x55]) + packed[place + 1 :])
        try:
            found = exchange_file.read(file)
        except UserError:
            continue
        assert found == whole, place


def test_a_bomb_is_not_unpacked(file: Path) -> None:
    def change(members: Members, manifest: dict[str, Any]) -> None:
        entry = listed(manifest, "pictures/")
        members[entry["name"]] = bytes(40_000_000)

    remade(file, change, zipfile.ZIP_DEFLATED)
    assert file.stat().st_size < 100_000
    with pytest.raises(UserError, match="far more in it"):
        exchange_file.read(file)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("manifest.json", b'{"format":"' + bytes(40_000_000))
    content = bytearray(file.read_bytes())
    central = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, central + 24, 1000)
    file.write_bytes(content)
    with pytest.raises(UserError, match=r"far more in it|is no exchange file"):
        exchange_file.read(file)


def test_members_without_end_are_refused_before_they_are_looked_at(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as package:
        for number in range(exchange_file.MOST_MEMBERS + 1):
            package.writestr(f"articles/{number}", b"")
    with pytest.raises(UserError, match="far more in it"):
        exchange_file.read(file)


def test_a_manifest_nested_without_end_is_one_sentence(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("manifest.json", b"[" * 100_000)
    with pytest.raises(UserError, match="is damaged"):
        exchange_file.read(file)


def test_a_file_packed_anew_by_another_program_is_read(file: Path) -> None:
    whole = exchange_file.read(file)
    remade(file, lambda members, manifest: None, zipfile.ZIP_DEFLATED)
    assert exchange_file.read(file) == whole


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"could not be read \(it is not there\)"):
        exchange_file.read(tmp_path / "none.bulletin")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "library.db")
    yield office
    office.library.close()


def test_a_stick_pulled_out_before_the_pictures_are_read_changes_nothing(
    office: Office, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange_file, "IN_MEMORY", 0)  # as if there were more than is kept
    parcel = exchange_file.read(file)
    comparison = office.desk.exchange.compare(parcel)
    file.unlink()
    decision = decided(comparison)
    assert decision is not None
    with pytest.raises(UserError, match="could not be read"):
        office.desk.exchange.take(parcel, decision)
    assert office.desk.outline().publications == ()


def test_what_is_no_picture_is_not_taken_in(office: Office, file: Path) -> None:
    def change(members: Members, manifest: dict[str, Any]) -> None:
        entry, fake = listed(manifest, "pictures/"), b"no picture"
        sha256 = hashlib.sha256(fake).hexdigest()
        old = members.pop(entry["name"])
        members[f"pictures/{sha256}"] = fake
        entry.update(name=f"pictures/{sha256}", size=len(fake), sha256=sha256)
        manifest["pictures"][0]["sha256"] = sha256
        assert old.startswith(b"\x89PNG")

    remade(file, change)
    with pytest.raises(UserError, match="This is no picture"):
        office.receive(file)
    assert office.desk.outline().publications == ()


def test_ids_of_other_things_here_are_refused(office: Office, tmp_path: Path) -> None:
    own = office.issue(Section(new_id(), "", (article(),)))
    (there,) = own.articles()
    stranger = Office(tmp_path / "stranger.db")
    value = stranger.issue(Section(there.id, "要闻", (article(),)))
    file = stranger.send(tmp_path / "1.bulletin", value.id)
    stranger.library.close()
    with pytest.raises(UserError, match="ids of other things"):
        office.receive(file)
    assert [row.id for row in office.desk.outline().publications[0].issues] == [own.id]


def test_writing_leaves_an_older_file_whole_when_it_fails(office: Office, tmp_path: Path) -> None:
    own = office.issue(Section(new_id(), "", (article(),)))
    parcel = office.desk.exchange.pack((own.id,))
    with pytest.raises(UserError, match="does not exist"):
        exchange_file.write(tmp_path / "no folder" / "1.bulletin", parcel)
    assert not list(tmp_path.glob(".*"))
