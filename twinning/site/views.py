from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language_from_request, ngettext, override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from events.models import Event
from events.overview import by_home, told_partnerships
from events.presentation.names import name_of
from events.presentation.people import joined, phrase
from twinning.publishing.pages import public_page

NEWEST = 5


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
    return public_page(
        request,
        "site/home.html",
        address=lambda: reverse("home"),
        trail=[],
        description=_in_short(", ".join(home.name for home, _partnerships in homes), count),
        lead=_in_short(joined(name_of(home) for home, _partnerships in homes), count),
        homes=homes,
        ribbons=[each.partnership.ribbon for each in told],
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


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without context processors: whatever broke may break them too."""
    return HttpResponse(_error_page(), status=500)


def _error_page() -> str:
    from django.template.loader import render_to_string

    return render_to_string("500.html")
