from typing import Any

from django.conf import settings
from django.contrib.sitemaps.views import index
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_from_request, ngettext, override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from events import subscriptions
from events.models import Event
from events.overview import by_home, told_partnerships
from events.presentation import metadata
from events.presentation.names import name_of
from events.presentation.people import joined, phrase
from events.remembered import remembered
from twinning.publishing.pages import language_links, public_page
from twinning.site.atlas.charts import charts
from twinning.site.front import IN_MONTH, coming_jubilees, memories
from twinning.site.sitemaps import SITEMAP_SECTION, SITEMAPS
from twinning.translation.texts import own_text

NEWEST = 5
REMEMBERED = 5


@require_safe
@vary_on_headers("Accept-Language")
def entrance(request: HttpRequest) -> HttpResponse:
    """The bare address leads to the home page in the reader's language. No cookie is involved."""
    with override(get_language_from_request(request)):
        return redirect("home")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    told = told_partnerships()
    homes = by_home(told)
    count = Event.objects.published().count()
    names = [own_text(home, "name") for home, _partnerships in homes]
    today = timezone.localdate()
    past = remembered(today, most=REMEMBERED)
    return public_page(
        request,
        "site/home.html",
        address=lambda: reverse("home"),
        trail=[],
        description=_in_short(", ".join(names), count) if all(names) else "",
        lead=_in_short(joined(name_of(home) for home, _partnerships in homes), count),
        metadata=metadata.of_home(homes),
        homes=homes,
        subscription=subscriptions.of_site(),
        ribbons=[each.partnership.ribbon for each in told],
        charts=charts(told),
        on_this_day=memories(past.on_day, today),
        in_this_month=memories(past.in_month, today),
        month_heading=IN_MONTH[today.month - 1],
        jubilees=coming_jubilees(today),
        newest=Event.objects.published().for_mixed_lists().newest_first()[:NEWEST],
    )


def _in_short(homes: str, count: int) -> str:
    text = ngettext(
        "What has happened between %(homes)s and their partner cities: "
        "%(counter)s entry, dated and sourced.",
        "What has happened between %(homes)s and their partner cities: "
        "%(counter)s entries, dated and sourced.",
        count,
    )
    return phrase(text, homes=homes, counter=str(count))


@require_safe
@cache_control(max_age=24 * 3600, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    admins = "".join(f"Disallow: /{code}/admin/\n" for code, _name in settings.LANGUAGES)
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(
        f"User-agent: *\n{admins}Sitemap: {sitemap}\n", content_type="text/plain; charset=utf-8"
    )


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Of what there is: the protocol knows no sitemap without an address."""
    opened = {name: sitemap() for name, sitemap in SITEMAPS.items()}
    filled: dict[str, Any] = {name: each for name, each in opened.items() if each.spread}
    return index(request, filled, sitemap_url_name=SITEMAP_SECTION)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    home = language_links(lambda: reverse("home"))
    return render(request, "404.html", {"language_switch": home}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without context processors: whatever broke may break them too."""
    return HttpResponse(_error_page(), status=500)


def _error_page() -> str:
    from django.template.loader import render_to_string

    return render_to_string("500.html")
