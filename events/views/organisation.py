from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Citation, Event
from events.presentation import facts, metadata
from events.presentation.names import name_of
from events.presentation.people import phrase
from events.views.directory import directory
from partners.models import Office, Organisation, Partnership
from twinning.publishing.models import is_public
from twinning.publishing.pages import public_page
from twinning.translation.collation import in_alphabet
from twinning.translation.templatetags.translated import translated
from twinning.translation.texts import own_text


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    partnerships = Partnership.objects.published().with_places()
    found = get_object_or_404(
        Organisation.objects.published()
        .with_neighbours()
        .prefetch_related(Prefetch("partnerships", queryset=partnerships))
        .at_slug(slug)
    )
    events = list(Event.objects.published().with_organisation(found).for_mixed_lists().in_order())
    return public_page(
        request,
        "events/organisation.html",
        address=found.get_absolute_url,
        description=own_text(found, "summary"),
        trail=[(_("Organisations"), reverse("organisations")), (name_of(found), None)],
        metadata=metadata.of_organisation(found),
        organisation=found,
        offices=Office.objects.filter(is_public("person"), organisation=found).select_related(
            "person"
        ),
        facts=facts.of_organisation(found),
        shows_own_name=found.local_name not in ("", found.name),
        events=[(event, _as_then(found, event)) for event in events],
        citations=Citation.objects.public().filter(organisation=found),
    )


def _as_then(organisation: Organisation, event: Event) -> str:
    """“as ASEKA”, where the entry is of a day when it was called otherwise than today."""
    called = organisation.called_on(event.date)
    if called is organisation:
        return ""
    name = translated(called, "short_name") or translated(called, "name")
    return phrase(_("as %(name)s"), name=name)


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    return directory(
        request,
        name="organisations",
        heading=_("Organisations"),
        lead=_("Associations, schools, institutions and companies that carry the partnerships."),
        records=in_alphabet(Organisation.objects.published()),
    )
