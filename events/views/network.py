from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Agreement, Citation, Event
from events.presentation import facts, metadata
from events.presentation.names import name_of
from events.views.directory import directory
from partners.models import Network, Partnership
from twinning.publishing.pages import public_page
from twinning.translation.collation import in_alphabet
from twinning.translation.texts import own_text


@require_safe
def network(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Network.objects.published().with_members().at_slug(slug))
    members = [membership.place_id for membership in found.memberships.all()]
    partnerships = Partnership.objects.published().with_places().filter(partner__in=members)
    addresses = {each.partner_id: each.get_absolute_url() for each in partnerships}
    return public_page(
        request,
        "events/network.html",
        address=found.get_absolute_url,
        description=own_text(found, "summary"),
        trail=[(_("Networks"), reverse("networks")), (name_of(found), None)],
        metadata=metadata.of_network(found),
        network=found,
        members=[(each, addresses.get(each.place_id)) for each in found.memberships.all()],
        facts=facts.of_network(found),
        agreements=Agreement.objects.published().filter(network=found).with_acts().in_order(),
        events=Event.objects.published().filter(networks=found).for_mixed_lists().in_order(),
        citations=Citation.objects.public().filter(network=found),
    )


@require_safe
def networks(request: HttpRequest) -> HttpResponse:
    return directory(
        request,
        name="networks",
        heading=_("Networks"),
        lead=_("Groups of cities that work together."),
        records=in_alphabet(Network.objects.published()),
    )
