"""What happens to an uploaded image before anything of it is stored."""

import warnings
from contextlib import suppress
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from twinning.media.copies import CleanCopy

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 50_000_000
MAX_SIDE = 12_000
SUFFIXES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
OPTIONS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90, "method": 4},
}

TOO_LARGE = _("The file is larger than 10 MB. Save a smaller copy of the image and choose that.")
NO_IMAGE = _("This file is no JPEG, PNG or WebP image, whatever its name says.")
DAMAGED = _("The image is damaged or incomplete. Get the file once more and try again.")
TOO_MANY_PIXELS = _(
    "The image is too big: at most 12,000 pixels a side and 50 million in all. Save a smaller copy."
)
MOVING = _("A moving image can't be used. Save a single picture of it.")


def clean_copy(upload: File[bytes]) -> CleanCopy:
    """The image encoded anew, upright, in sRGB, without metadata, under a name that says nothing.

    Camera data, place and embedded previews stay behind, as does anything hidden in the file.
    Raises `ValidationError` in words for an editor. The size is checked before decoding and the
    dimensions before the pixels are read.
    """
    if upload.size > MAX_BYTES:
        raise ValidationError(TOO_LARGE, code="too_large")
    data = upload.read()
    image = _decoded(data)
    kind = image.format or "JPEG"
    # Copied as little as can be: 50 million pixels take 200 MB each time.
    ImageOps.exif_transpose(image, in_place=True)
    image = _in_srgb(image)
    if kind == "JPEG":
        image = _in_mode("RGB", image)
    image.info.clear()  # what would otherwise come along beside the pixels
    target = BytesIO()
    image.save(target, format=kind, **OPTIONS[kind])
    return CleanCopy(data, target.getvalue(), SUFFIXES[kind], f"image/{kind.lower()}")


def _decoded(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # Pillow only warns of a bomb up to twice its limit; ours is below and checked next.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=tuple(SUFFIXES))
    except Image.DecompressionBombError as error:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError(NO_IMAGE, code="no_image") from error
    width, height = image.size
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels")
    if getattr(image, "is_animated", False):
        raise ValidationError(MOVING, code="moving")
    try:
        image.load()
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise ValidationError(DAMAGED, code="damaged") from error
    return image


def _in_srgb(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if profile:
        # A profile that can't be read is left aside; the colours are then taken as they are.
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            if converted is not None and mode == "RGB":
                return converted
    return _in_mode(mode, image)


def _in_mode(mode: str, image: Image.Image) -> Image.Image:
    return image if image.mode == mode else image.convert(mode)
