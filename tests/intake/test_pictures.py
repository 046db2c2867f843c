"""Which pictures are taken, and as what."""

from __future__ import annotations

import gzip
import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake import pictures
from bulletin_desktop.intake.pictures import FINEST, MOST_PIXELS, printable
from tests.drawings import emf, wmf

RED, BLUE = (200, 30, 30), (30, 30, 200)


def halves(size: tuple[int, int] = (40, 20), mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def near(color: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(color, tuple)
    return all(abs(a - b) < 40 for a, b in zip(color, wanted, strict=True))


@pytest.mark.parametrize(("kind", "options"), [("PNG", {}), ("JPEG", {"quality": 90, "dpi": (150, 150)})])
def test_what_word_shows_keeps_its_bytes(kind: str, options: dict[str, object]) -> None:
    content = saved(halves(), kind, **options)
    taken = printable(content)
    assert taken.content == content
    assert (taken.format, taken.width, taken.height) == (kind.lower(), 40, 20)
    assert taken.dpi == options.get("dpi", (96, 96))


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_what_word_may_not_show_becomes_png(kind: str) -> None:
    taken = printable(saved(halves(), kind))
    image = opened(taken.content).convert("RGB")
    assert (taken.format, image.format or "PNG", image.size) == ("png", "PNG", (40, 20))
    assert near(image.getpixel((5, 5)), RED)
    assert near(image.getpixel((35, 5)), BLUE)


def test_of_an_animation_the_first_frame_is_taken() -> None:
    frames = [Image.new("RGB", (8, 8), color) for color in (RED, BLUE)]
    content = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    image = opened(printable(content).content)
    assert near(image.convert("RGB").getpixel((4, 4)), RED)
    assert getattr(image, "n_frames", 1) == 1


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_turned_photograph_is_made_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright = halves((64, 32))
    taken = printable(saved(upright, "JPEG", exif=exif, quality=95))
    image = opened(taken.content)
    on_its_side = orientation >= 5
    assert image.size == (taken.width, taken.height) == ((32, 64) if on_its_side else (64, 32))
    assert image.getexif().get(0x0112, 1) == 1
    ends = ((16, 4), (16, 60)) if on_its_side else ((4, 16), (60, 16))
    colors = (BLUE, RED) if orientation in (2, 3, 7, 8) else (RED, BLUE)
    for spot, color in zip(ends, colors, strict=True):
        assert near(image.getpixel(spot), color)


def test_printing_colours_become_those_of_the_screen() -> None:
    taken = printable(saved(halves((40, 20), "CMYK"), "JPEG", quality=95))
    image = opened(taken.content)
    assert (taken.format, image.mode) == ("jpeg", "RGB")
    assert near(image.getpixel((5, 10)), RED)


def test_sixteen_bits_a_channel_become_eight() -> None:
    deep = Image.new("I;16", (4, 1))
    for x, value in enumerate((0, 0x4000, 0x8000, 0xFFFF)):
        deep.putpixel((x, 0), value)
    image = opened(printable(saved(deep, "PNG")).content)
    assert image.mode == "L"
    assert [image.getpixel((x, 0)) for x in range(4)] == pytest.approx([0, 64, 128, 255], abs=1)


def test_clear_pixels_stay_clear() -> None:
    clear = Image.new("RGBA", (10, 10), (255, 0, 0, 0))
    for kind in ("GIF", "WEBP"):
        image = opened(
            printable(saved(clear, kind, **({"lossless": True} if kind == "WEBP" else {}))).content
        )
        assert image.mode == "RGBA"
        assert image.getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (5000, 400), (300, 8000)])
def test_what_is_finer_than_paper_is_made_smaller_and_keeps_its_printed_size(size: tuple[int, int]) -> None:
    taken = printable(saved(Image.new("RGB", size, RED), "JPEG", dpi=(300, 300)))
    assert taken.width <= FINEST[0]
    assert taken.height <= FINEST[1]
    assert taken.width == FINEST[0] or taken.height == FINEST[1]
    assert taken.width / taken.height == pytest.approx(size[0] / size[1], rel=0.01)
    assert taken.width / taken.dpi[0] == pytest.approx(size[0] / 300, rel=0.01)
    assert opened(taken.content).size == (taken.width, taken.height)


def test_a_scan_in_black_and_white_made_smaller_becomes_grey() -> None:
    image = opened(printable(saved(Image.new("1", (4960, 7016), 1), "TIFF", compression="group4")).content)
    assert (image.mode, image.size) == ("L", (2480, 3508))


@pytest.mark.parametrize("stated", [(0.0, 0.0), (1.0, 1.0), (100000.0, 1.0)])
def test_an_incredible_resolution_is_not_believed(stated: tuple[float, float]) -> None:
    assert printable(saved(halves(), "PNG", dpi=stated)).dpi == (96, 96)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def huge_png(side: int) -> bytes:
    """A whole PNG of black pixels, *side* squared, in a few bytes a row."""
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((1 + (side + 7) // 8) * side), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [9_500, 60_000])
def test_more_pixels_than_memory_is_for_are_refused_by_their_header(side: int) -> None:
    content = (
        huge_png(side)
        if side < 10_000
        else huge_png(8).replace(struct.pack(">II", 8, 8), struct.pack(">II", side, side))
    )
    if side >= 10_000:
        head = content[12:29]
        content = content[:29] + struct.pack(">I", zlib.crc32(head)) + content[33:]
    assert side * side > MOST_PIXELS
    with pytest.raises(UserError, match="million pixels"):
        printable(content)


def test_webp_has_a_lower_limit_for_its_decoder_s_sake() -> None:
    with pytest.raises(UserError, match="more than 25 million pixels"):
        printable(saved(Image.new("L", (6000, 4200)), "WEBP", lossless=True))


@pytest.mark.parametrize(
    "content", [b"", b"not a picture", b"%PDF-1.7 ...", b"<svg xmlns='x'/>", b"\xff\xd8\xff"]
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(UserError, match="no picture that can be read"):
        printable(content)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
def test_a_picture_cut_off_is_refused(kind: str) -> None:
    content = saved(Image.effect_noise((200, 200), 60).convert("RGB"), kind)
    with pytest.raises(UserError, match="damaged"):
        printable(content[: len(content) // 2])


def test_a_photograph_of_thousands_of_scans_is_refused() -> None:
    content = saved(halves(), "JPEG", progressive=True)
    with pytest.raises(UserError, match="no picture"):
        printable(content + b"\xff\xda" * 200)


def test_a_file_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST", 1000)
    path = tmp_path / "picture.bmp"
    path.write_bytes(bytes(1001))
    with pytest.raises(UserError, match="larger than"):
        pictures.read(path)


SEEDS = tuple(
    saved(halves((24, 16), mode), kind)
    for kind, mode in (
        ("PNG", "RGB"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK"), ("GIF", "P"), ("BMP", "RGB"),
        ("TIFF", "RGB"), ("WEBP", "RGB"),
    )
)  # fmt: skip


@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6))
def test_damaged_bytes_give_a_picture_or_a_sentence(seed: bytes, changes: list[tuple[int, int]]) -> None:
    content = bytearray(seed)
    for at, value in changes:
        content[at % len(content)] = value
    try:
        taken = printable(bytes(content))
    except UserError:
        return
    assert opened(taken.content).size == (taken.width, taken.height)


@pytest.mark.parametrize(("content", "kind"), [(emf(), "emf"), (wmf(), "wmf")])
def test_a_drawing_of_windows_is_kept_as_it_is(content: bytes, kind: str) -> None:
    taken = printable(content)
    assert (taken.content, taken.format) == (content, kind)
    assert printable(gzip.compress(content)) == taken


def test_a_packed_drawing_is_not_unpacked_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(emf() + bytes(100_000))
    monkeypatch.setattr(pictures, "LARGEST", 5_000)
    assert len(printable(packed).content) == 5_000
    for content in (gzip.compress(b"text"), b"\x1f\x8bno", emf()[:100]):
        with pytest.raises(UserError, match="no picture that can be read"):
            printable(content)


@pytest.mark.parametrize(
    "content",
    [saved(halves(), "PNG"), saved(halves(), "JPEG", dpi=(150, 150)), saved(halves(mode="L"), "JPEG"), emf()],
)
def test_what_another_library_has_kept_is_kept_as_it_is(content: bytes) -> None:
    assert pictures.kept(content) == printable(content)
    assert pictures.kept(content).content == content


@pytest.mark.parametrize(
    "content",
    [
        b"no picture",
        saved(halves(), "GIF"),
        saved(halves(mode="CMYK"), "JPEG"),
        saved(halves((FINEST[0] + 1, 4)), "PNG"),
        saved(halves(), "PNG")[:-30],
    ],
)
def test_what_no_library_would_have_kept_is_refused(content: bytes) -> None:
    with pytest.raises(UserError, match="This is no picture"):
        pictures.kept(content)
