from django.http import HttpResponse
from django.utils.cache import patch_cache_control

from events.references import Format, Reference, as_text


def download(reference: Reference, written: Format) -> HttpResponse:
    """The citation as a file, named as it is cited."""
    text = as_text(written.write(reference))
    response = HttpResponse(
        text,
        content_type=written.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{reference.key}.{written.extension}"',
            "X-Robots-Tag": "noindex",
        },
    )
    # It says on which day it was taken.
    patch_cache_control(response, no_cache=True)
    return response
