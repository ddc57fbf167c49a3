from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.data import shapes, values
from events.data.dataset import Dataset
from events.data.filters import DataFilter
from events.data.shapes import Address, Day, Edtf, described
from events.data.values import Absolute, Values
from events.models import Citation
from partners.models import Network, NetworkMembership
from twinning.translation.texts import text_of


class MemberObject(shapes.Shape):
    name: str = described(_("city"))
    country: str = described(_("country (ISO 3166-1)"))
    joined: Edtf | None = described(_("when it joined, as EDTF"))
    joined_text: str | None = described(_("date as people write it"))
    note: str | None = described(_("note"))


class NetworkObject(shapes.Record):
    """A group of cities that work together."""

    name: str = described(_("present name"))
    short_name: str | None = described(_("short name"))
    former_names: list[shapes.Former] = described(_("names it had before"))
    founded: Edtf | None = described(_("when it was founded, as EDTF"))
    founded_earliest: Day | None = described(_("first day that the date may mean"))
    founded_latest: Day | None = described(_("last day that the date may mean"))
    founded_text: str | None = described(_("date as people write it"))
    summary: str | None = described(_("one or two sentences"))
    description: str | None = described(_("description"))
    website: Address | None = described(_("website"))
    members: list[MemberObject] = described(_("cities that belong to it"))
    sources: list[shapes.Cited] = described(_("sources"))


def _records() -> Any:
    return (
        Network.objects.published()
        .with_members()
        .prefetch_related(Prefetch("citations", queryset=Citation.objects.public()))
        .order_by("pk")
    )


def _values(network: Network, absolute: Absolute) -> Values:
    return {
        **values.heading(network, absolute),
        "name": text_of(network, "name"),
        "short_name": values.optional(network, "short_name"),
        "former_names": values.former(network.former_names.all()),
        **values.dated("founded", network.founded),
        "summary": values.optional(network, "summary"),
        "description": values.rich(network, "description"),
        "website": network.website or None,
        "members": [_member(each) for each in network.memberships.all()],
        "sources": values.sources(network.citations.all(), absolute),
        **values.imprint(network),
    }


def _member(membership: NetworkMembership) -> Values:
    joined = values.dated("joined", membership.joined)
    return {
        "name": text_of(membership.place, "name"),
        "country": membership.place.country,
        "joined": joined["joined"],
        "joined_text": joined["joined_text"],
        "note": values.optional(membership, "note"),
    }


NETWORKS = Dataset(
    name="networks",
    segment=pgettext_lazy("address", "networks/"),
    title=_("Networks"),
    about=_("Groups of cities that work together, and who joined when."),
    themes=("GOVE", "INTR"),
    model=Network,
    shape=NetworkObject,
    filters=DataFilter,
    records=_records,
    values=_values,
    landing="networks",
)
