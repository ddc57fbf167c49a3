"""Pictures for sharing, answered."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from twinning.metadata.cards import Card, png
from twinning.metadata.site_card import site_card

# A picture outlives its record nowhere longer than this. What changes gets another address.
KEPT = 3600


def picture_response(request: HttpRequest, card: Card) -> HttpResponse:
    """The picture, or 304 without drawing it for who has it already."""
    mark = quote_etag(card.mark)
    known = get_conditional_response(request, mark)
    response = known if isinstance(known, HttpResponse) else HttpResponse(png(card), "image/png")
    response.headers["ETag"] = mark
    patch_cache_control(response, public=True, max_age=KEPT)
    return response


@require_safe
def site_picture(request: HttpRequest) -> HttpResponse:
    return picture_response(request, site_card())
