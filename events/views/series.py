from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import subscriptions
from events.chronicle import missing_editions
from events.models import Event, Series
from events.presentation import facts, metadata
from events.presentation.names import name_of
from events.views.directory import directory
from partners.models import Partnership
from twinning.publishing.pages import public_page
from twinning.translation.collation import in_alphabet
from twinning.translation.texts import own_text


@require_safe
def series(request: HttpRequest, slug: str) -> HttpResponse:
    partnerships = Partnership.objects.published().with_places()
    found = get_object_or_404(
        Series.objects.published()
        .prefetch_related("topics", Prefetch("partnerships", queryset=partnerships))
        .at_slug(slug)
    )
    events = list(Event.objects.published().filter(series=found).for_mixed_lists().in_order())
    return public_page(
        request,
        "events/series.html",
        address=found.get_absolute_url,
        description=own_text(found, "summary"),
        trail=[(_("Series"), reverse("series_list")), (name_of(found), None)],
        metadata=metadata.of_series(found, events),
        subscription=subscriptions.of_series(found),
        series=found,
        facts=facts.of_series(found),
        events=events,
        missing=missing_editions(events),
    )


@require_safe
def series_list(request: HttpRequest) -> HttpResponse:
    return directory(
        request,
        heading=_("Series"),
        lead=_("Tournaments, festivals and conferences that come back."),
        name="series_list",
        records=in_alphabet(Series.objects.published()),
    )
