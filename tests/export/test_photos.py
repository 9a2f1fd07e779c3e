import io

import pytest
from PIL import Image
from tests.export.samples import photo

from pressdesk.errors import ExportError
from pressdesk.export.photos import prepare
from pressdesk.model.release import Photo


def saved(image: Image.Image, kind: str, **more: object) -> Photo:
    to = io.BytesIO()
    image.save(to, kind, **more)
    return Photo(f"photo.{kind.lower()}", to.getvalue(), "", "")


def test_a_wide_photo_is_made_smaller_and_keeps_its_shape() -> None:
    picture = prepare(Photo("p.jpg", photo(), "", ""), 1360, 80)

    assert (picture.width, picture.height) == (1360, 765)
    assert picture.media_type == "image/jpeg"


def test_a_small_photo_is_never_enlarged() -> None:
    assert prepare(saved(Image.new("RGB", (200, 100)), "JPEG"), 1360, 80).width == 200


def test_place_and_camera_do_not_leave_the_house() -> None:
    original = Photo("p.jpg", photo(), "", "")
    assert Image.open(io.BytesIO(original.content)).getexif()

    made = Image.open(io.BytesIO(prepare(original, 1360, 80).content))

    assert not made.getexif()


def test_a_photo_taken_upright_stands_upright() -> None:
    lying = Image.new("RGB", (300, 200))
    data = Image.Exif()
    data[0x0112] = 6

    picture = prepare(saved(lying, "JPEG", exif=data), 1360, 80)

    assert (picture.width, picture.height) == (200, 300)


def test_a_see_through_picture_stays_see_through() -> None:
    picture = prepare(saved(Image.new("RGBA", (40, 40), (255, 0, 0, 90)), "PNG"), 1360, 80)

    assert picture.media_type == "image/png"
    assert Image.open(io.BytesIO(picture.content)).mode == "RGBA"


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "1", "I;16"])
def test_every_kind_of_colour_is_taken(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"

    assert prepare(saved(Image.new(mode, (30, 20)), kind), 1360, 80).width == 30


def test_the_same_photo_gives_the_same_bytes() -> None:
    original = Photo("p.jpg", photo(), "", "")

    assert prepare(original, 1360, 80) == prepare(original, 1360, 80)


@pytest.mark.parametrize("content", [b"", b"not a picture", photo()[:2000], b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_a_file_that_is_no_picture_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(ExportError, match=r"harbour\.jpg.*JPEG or PNG"):
        prepare(Photo("harbour.jpg", content, "", ""), 1360, 80)


def test_a_picture_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)

    with pytest.raises(ExportError, match="too many pixels"):
        prepare(saved(Image.new("RGB", (100, 100)), "PNG"), 1360, 80)
