"""Where a booklet is chosen, ordered and fetched."""

from urllib.parse import urlencode

from django.urls import reverse

from events.addresses import cities
from events.booklet.choice import Choice
from partners.models import Partnership


def booklet_address(
    partnership: Partnership, choice: Choice | None = None, *, pause: bool = False
) -> str:
    """The page that tells how far the booklet chosen is, or only lets choose one.

    With `pause` it doesn't look again by itself.
    """
    address = reverse("booklet", args=cities(partnership))
    query = {**(choice.query if choice else {}), **({"pause": "1"} if pause else {})}
    return f"{address}?{urlencode(query)}" if query else address


def booklet_order_address(partnership: Partnership) -> str:
    return reverse("booklet_order", args=cities(partnership))


def booklet_file_address(partnership: Partnership, choice: Choice) -> str:
    years = [choice.first_year, choice.last_year]
    args = [*cities(partnership), *years, choice.language, choice.format]
    return reverse("booklet_file", args=args)
