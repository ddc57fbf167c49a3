"""The page that lists all feeds and calendars, and says what they are good for."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import subscriptions as addresses
from events.addresses import entries_about
from events.models import Event, Series
from events.overview import told_partnerships
from events.presentation.names import name_of
from events.subscriptions import Subscription
from partners.models import Place, Topic
from twinning.publishing.pages import public_page
from twinning.translation.collation import in_alphabet


@dataclass(frozen=True, slots=True)
class Row:
    """A record with its feed and perhaps its calendar; `name` is HTML that says its language."""

    name: str
    page: str
    subscription: Subscription


@require_safe
def subscriptions(request: HttpRequest) -> HttpResponse:
    return public_page(
        request,
        "events/subscriptions.html",
        address=lambda: reverse("subscriptions"),
        trail=[(_("Feeds and calendars"), None)],
        description=_("New entries in a feed reader, coming events and jubilees in a calendar."),
        site=addresses.of_site(),
        groups=[group for group in _groups() if group[1]],
    )


def _groups() -> list[tuple[str, list[Row]]]:
    told = [each.partnership for each in told_partnerships()]
    homes: dict[Place, None] = dict.fromkeys(Place.objects.homes())
    topics = Topic.objects.filter(pk__in=Event.objects.published().values("topics"))
    series = Series.objects.published()
    return [
        (_("Home cities"), [_row(each, addresses.of_home(each)) for each in in_alphabet(homes)]),
        (_("Partner cities"), [_row(each, addresses.of_partnership(each)) for each in told]),
        (_("Topics"), [_row(each, addresses.of_topic(each)) for each in topics]),
        (_("Series"), [_row(each, addresses.of_series(each)) for each in in_alphabet(series)]),
    ]


def _row(record: Any, subscription: Subscription) -> Row:
    page = entries_about(record) if isinstance(record, Topic) else record.get_absolute_url()
    return Row(name_of(record), page, subscription)
