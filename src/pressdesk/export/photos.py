"""A photo made ready for a document: turned upright, no wider than asked, without the data a camera hides in it."""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from pressdesk.errors import ExportError
from pressdesk.model.release import Photo

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")  # others (EPS) would start a program of their own


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file in memory; width and height are pixels, suffix is `jpg` or `png`."""

    content: bytes
    width: int
    height: int
    suffix: str

    @property
    def media_type(self) -> str:
        """image/jpeg or image/png."""
        return "image/jpeg" if self.suffix == "jpg" else "image/png"


def prepare(photo: Photo, widest: int, quality: int) -> Picture:
    """The photo at most `widest` pixels wide, never enlarged; same bytes for the same photo.

    It is always written anew, so that place and camera (EXIF) do not leave the house. See-through pictures stay PNG.
    A file that is no picture, or is damaged, is an ExportError that names it.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(photo.content), formats=FORMATS) as opened:
                image = ImageOps.exif_transpose(opened)
                profile = opened.info.get("icc_profile") if opened.mode in ("RGB", "RGBA") else None
                return _write(_scaled(image, widest), quality, profile)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ExportError(
            f"The photo {photo.name} has too many pixels: save it smaller and insert it again."
        ) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        # Pillow answers damage with all four, by format
        raise ExportError(f"The photo {photo.name} cannot be read as a picture: insert a JPEG or PNG file.") from error


def _scaled(image: Image.Image, widest: int) -> Image.Image:
    see_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    image = image.convert("RGBA" if see_through else "RGB")
    if image.width <= widest:
        return image
    return image.resize((widest, max(1, round(image.height * widest / image.width))), Image.Resampling.LANCZOS)


def _write(image: Image.Image, quality: int, profile: bytes | None) -> Picture:
    to = io.BytesIO()
    if image.mode == "RGBA":
        image.save(to, "PNG", optimize=True, icc_profile=profile)
        return Picture(to.getvalue(), image.width, image.height, "png")
    image.save(to, "JPEG", quality=quality, optimize=True, icc_profile=profile)
    return Picture(to.getvalue(), image.width, image.height, "jpg")
