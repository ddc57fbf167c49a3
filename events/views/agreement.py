from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Agreement, Citation
from events.presentation import facts, metadata
from events.presentation.names import name_of
from events.views.directory import directory
from partners.models import Network, Partnership
from twinning.publishing.pages import public_page
from twinning.translation.texts import own_text


@require_safe
def agreement(request: HttpRequest, slug: str) -> HttpResponse:
    others = Agreement.objects.published()
    found = get_object_or_404(
        others.with_acts()
        .prefetch_related(
            Prefetch("partnership", queryset=Partnership.objects.published().with_places()),
            Prefetch("network", queryset=Network.objects.published()),
            Prefetch("supplement_to", queryset=others),
            Prefetch("supplements", queryset=others),
        )
        .at_slug(slug)
    )
    return public_page(
        request,
        "events/agreement.html",
        address=found.get_absolute_url,
        description=own_text(found, "summary"),
        trail=[(_("Agreements"), reverse("agreements")), (name_of(found), None)],
        metadata=metadata.of_agreement(found),
        agreement=found,
        facts=facts.of_agreement(found),
        citations=Citation.objects.public().filter(agreement=found),
    )


@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    return directory(
        request,
        name="agreements",
        heading=_("Agreements"),
        lead=_("Letters of intent, twinning agreements and what was added to them."),
        records=list(Agreement.objects.published().in_order()),
    )
