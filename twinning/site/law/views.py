from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from twinning.dates import HistoricalDate
from twinning.publishing.pages import public_page
from twinning.publishing.public_body import public_body
from twinning.site.law.declaration import declared
from twinning.site.law.map import whole_site
from twinning.site.law.sections import sections
from twinning.site.models import Declaration, PrivacyNotice, ReuseNotice


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    record = get_object_or_404(Declaration.objects.published())
    return public_page(
        request,
        "site/declaration.html",
        address=lambda: reverse("accessibility"),
        trail=[(_("Accessibility declaration"), None)],
        description=_("How accessible this site is, and whom to write to where it isn’t."),
        declaration=record,
        told=declared(record, public_body(), request.build_absolute_uri(reverse("home"))),
    )


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    record = get_object_or_404(PrivacyNotice.objects.published())
    return public_page(
        request,
        "site/privacy.html",
        address=lambda: reverse("privacy"),
        trail=[(_("Privacy policy"), None)],
        description=_("Which personal data this site works with, why, and what your rights are."),
        notice=record,
        updated=HistoricalDate.of_day(record.updated) if record.updated else None,
        body=public_body(),
        sections=sections(record),
    )


@require_safe
def reuse(request: HttpRequest) -> HttpResponse:
    record = get_object_or_404(ReuseNotice.objects.published())
    return public_page(
        request,
        "site/reuse.html",
        address=lambda: reverse("reuse"),
        trail=[(_("Reuse of public sector information"), None)],
        description=_("What of this site may be used again, and on which conditions."),
        notice=record,
        body=public_body(),
        sections=sections(record),
    )


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    body = public_body()
    if not body.has_contact:
        raise Http404
    return public_page(
        request,
        "site/contact.html",
        address=lambda: reverse("contact"),
        trail=[(_("Contact"), None)],
        description=_("Who keeps this chronicle, and how to reach them."),
        body=body,
    )


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    return public_page(
        request,
        "site/site_map.html",
        address=lambda: reverse("site_map"),
        trail=[(_("Site map"), None)],
        description=_("All pages of the site in order, by what they tell of."),
        map=whole_site(),
    )
