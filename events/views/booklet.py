from http import HTTPStatus

from allauth.core import ratelimit
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from events.booklet import orders
from events.booklet.addresses import booklet_address, booklet_file_address, booklet_order_address
from events.booklet.form import BookletForm
from events.booklet.mark import current_mark
from events.booklet.process import tend
from events.models import BookletOrder
from events.presentation.booklets import Standing, standing
from events.views import trail
from partners.models import Partnership
from twinning.publishing.pages import public_page

REFRESH = 3  # seconds after which a page that shows progress asks again
RETRY = 120
PAUSE = "pause"  # ?pause=1: the page asks again only when the reader does


@require_safe
def booklet(request: HttpRequest, home: str, partner: str) -> HttpResponse:
    """The form; with a choice in the address also how far that booklet is."""
    partnership = _partnership(home, partner)
    form = BookletForm(partnership, request.GET if _is_choice(request) else None)
    if form.is_bound and not form.is_valid():
        return _page(request, form, status=HTTPStatus.BAD_REQUEST)
    if not form.is_bound:
        return _page(request, form)
    return _told(request, form)


@csrf_exempt  # it acts for nobody: without a session there is nothing to forge (ADR 0029)
def booklet_order(request: HttpRequest, home: str, partner: str) -> HttpResponse:
    """Have it made, unless it is there; then show how far it is."""
    partnership = _partnership(home, partner)
    if request.method != "POST":
        return redirect(booklet_address(partnership))
    form = BookletForm(partnership, request.POST)
    if not form.is_valid():
        return _page(request, form, status=HTTPStatus.BAD_REQUEST)
    order = orders.find(form.choice, _site(request))
    if orders.needs_making(order, current_mark()):
        if not ratelimit.consume(request, action="booklet"):
            return _later(request, form, HTTPStatus.TOO_MANY_REQUESTS)
        try:
            orders.place(form.choice, _site(request))
        except orders.QueueFullError:
            tend()
            return _later(request, form, HTTPStatus.SERVICE_UNAVAILABLE)
    tend()
    return HttpResponseRedirect(booklet_address(partnership, form.choice), status=303)


@require_safe
def booklet_file(
    request: HttpRequest, home: str, partner: str, first: int, last: int, language: str, form: str
) -> HttpResponseBase:
    """The file while it tells the chronicle as it is; else the way to have it made."""
    partnership = _partnership(home, partner)
    given = {"first": first, "last": last, "language": language, "format": form}
    chosen = BookletForm(partnership, given)
    if not chosen.is_valid():
        raise Http404
    order = orders.find(chosen.choice, _site(request))
    if order is None or not order.is_made_of(current_mark()):
        return redirect(booklet_address(partnership, chosen.choice))
    try:
        file = order.file.open("rb")
    except OSError:  # lost, or somebody has just taken it away
        BookletOrder.objects.filter(pk=order.pk).delete()
        return redirect(booklet_address(partnership, chosen.choice))
    BookletOrder.objects.filter(pk=order.pk).update(used_at=timezone.now())
    response = FileResponse(file, as_attachment=True, filename=chosen.choice.file_name)
    response.headers["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, no_cache=True)
    return response


def _partnership(home: str, partner: str) -> Partnership:
    return get_object_or_404(Partnership.objects.published().at(home, partner).with_places())


def _is_choice(request: HttpRequest) -> bool:
    return any(name in request.GET for name in BookletForm.base_fields)


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _told(request: HttpRequest, form: BookletForm) -> HttpResponse:
    order = orders.find(form.choice, _site(request))
    if order and order.is_in_hand:
        tend()
        order.refresh_from_db()
    told = standing(order, form.choice, current_mark())
    page = _page(request, form, told=told)
    if told.is_in_hand:
        patch_cache_control(page, no_store=True)
        if PAUSE not in request.GET:
            page.headers["Refresh"] = str(REFRESH)
    return page


def _later(request: HttpRequest, form: BookletForm, status: HTTPStatus) -> HttpResponse:
    page = _page(request, form, status=status)
    seconds = 3600 if status == HTTPStatus.TOO_MANY_REQUESTS else RETRY
    page.headers["Retry-After"] = str(seconds)
    return page


def _page(
    request: HttpRequest,
    form: BookletForm,
    *,
    told: Standing | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    partnership = form.partnership
    query = form.choice.query if told else {}
    page = public_page(
        request,
        "events/booklet.html",
        address=lambda: booklet_address(partnership),
        query=query,
        trail=[*trail.to_chronicle(partnership), (_("Booklet"), None)],
        description=_("The chronicle as a booklet to print or to read, as PDF or EPUB."),
        partnership=partnership,
        form=form,
        told=told,
        status=status.value,
        order_url=booklet_order_address(partnership),
        file_url=booklet_file_address(partnership, form.choice) if told else "",
        pause_url=booklet_address(partnership, form.choice, pause=True) if told else "",
        is_paused=PAUSE in request.GET,
    )
    page.status_code = status
    return page
