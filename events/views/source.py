from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Citation, Event, Source
from events.presentation import facts, metadata
from events.presentation.names import name_of
from events.views.directory import directory
from twinning.publishing.pages import public_page
from twinning.translation.collation import in_alphabet
from twinning.translation.texts import own_text


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Source.objects.published().for_own_page().at_slug(slug))
    return public_page(
        request,
        "events/source.html",
        address=found.get_absolute_url,
        description=own_text(found, "description"),
        trail=[(_("Source documents"), reverse("sources")), (name_of(found), None)],
        metadata=metadata.of_source(found),
        source=found,
        facts=facts.of_source(found),
        cited_by=[
            target
            for citation in Citation.objects.filter(source=found).beyond_events()
            if (target := citation.public_target)
        ],
        events=Event.objects.published().citing(found).for_mixed_lists().in_order(),
    )


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    return directory(
        request,
        name="sources",
        heading=_("Source documents"),
        lead=_("What the entries of the chronicle rest on."),
        records=in_alphabet(Source.objects.published()),
    )
