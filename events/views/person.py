from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Event
from events.presentation import metadata
from events.views.directory import directory
from partners.models import Person
from twinning.publishing.pages import public_page
from twinning.translation.collation import in_alphabet
from twinning.translation.texts import own_text


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Person.objects.published().with_offices().at_slug(slug))
    return public_page(
        request,
        "events/person.html",
        address=found.get_absolute_url,
        description=own_text(found, "summary"),
        trail=[(_("People"), reverse("people")), (found.full_name, None)],
        metadata=metadata.of_person(found),
        person=found,
        events=Event.objects.published().with_person(found).for_mixed_lists().in_order(),
    )


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    return directory(
        request,
        name="people",
        heading=_("People"),
        lead=_("People in public functions whom the chronicle names."),
        records=in_alphabet(
            Person.objects.published(), key=lambda each: f"{each.family_name} {each.given_name}"
        ),
    )
