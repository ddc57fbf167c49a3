from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.data import shapes, values
from events.data.dataset import Dataset
from events.data.filters import AgreementFilter
from events.data.shapes import Address, Day, Edtf, described
from events.data.values import Absolute, Values
from events.models import Act, Agreement, Citation
from partners.models import Network, Partnership
from twinning.translation.texts import text_of


class ActObject(shapes.Shape):
    kind: str = described(_("kind, a word that is the same in every language"))
    date: Edtf = described(_("date as EDTF (ISO 8601-2), as precise as the source and no more"))
    date_earliest: Day | None = described(_("first day that the date may mean"))
    date_latest: Day | None = described(_("last day that the date may mean"))
    date_text: str = described(_("date as people write it"))
    place: str | None = described(_("city where it happened"))
    venue: str | None = described(_("building or site"))
    note: str | None = described(_("note"))
    event: int | None = described(_("number of the entry of the chronicle that tells of it"))
    event_url: Address | None = described(_("address of that entry"))


class SignatoryObject(shapes.Shape):
    act: int = described(_("which of the acts, counted from 1"))
    name: str | None = described(_("name on that day"))
    function: str | None = described(_("function at that time"))
    on_behalf_of: str | None = described(_("city in whose name"))


class AgreementObject(shapes.Record):
    """A letter of intent, twinning agreement, protocol, supplement or declaration."""

    title: str = described(_("title"))
    kind: str = described(_("kind, a word that is the same in every language"))
    summary: str | None = described(_("one or two sentences"))
    partnership: shapes.Pair | None = described(_("partnership it belongs to"))
    network: shapes.Named | None = described(_("network it belongs to"))
    supplement_to: shapes.Titled | None = described(_("agreement that it supplements"))
    acts: list[ActObject] = described(_("what was done: prepared, signed, confirmed, renewed …"))
    signatories: list[SignatoryObject] = described(_("who signed"))
    sources: list[shapes.Cited] = described(_("sources"))


def _records() -> Any:
    agreements = Agreement.objects.published()
    return (
        agreements.with_acts()
        .prefetch_related(
            Prefetch("partnership", queryset=Partnership.objects.published().with_places()),
            Prefetch("network", queryset=Network.objects.published()),
            Prefetch("supplement_to", queryset=agreements),
            Prefetch("citations", queryset=Citation.objects.public()),
        )
        .order_by("pk")
    )


def _values(agreement: Agreement, absolute: Absolute) -> Values:
    partnership, network = agreement.partnership, agreement.network
    acts, whole = list(agreement.acts.all()), agreement.supplement_to
    return {
        **values.heading(agreement, absolute),
        "title": text_of(agreement, "title"),
        "kind": agreement.kind,
        "summary": values.optional(agreement, "summary"),
        "partnership": values.pair(partnership, absolute) if partnership else None,
        "network": values.named(network, absolute) if network else None,
        "supplement_to": values.titled(whole, absolute) if whole else None,
        "acts": [_act(act, absolute) for act in acts],
        "signatories": _signatories(acts),
        "sources": values.sources(agreement.citations.all(), absolute),
        **values.imprint(agreement),
    }


def _act(act: Act, absolute: Absolute) -> Values:
    return {
        "kind": act.kind,
        **values.dated("date", act.date),
        "place": text_of(act.place, "name") if act.place else None,
        "venue": values.optional(act, "venue"),
        "note": values.optional(act, "note"),
        "event": act.event.pk if act.event else None,
        "event_url": absolute(act.event.get_absolute_url()) if act.event else None,
    }


def _signatories(acts: list[Act]) -> list[Values]:
    return [
        {
            "act": number,
            "name": values.who(each, act.date),
            "function": values.optional(each, "function"),
            "on_behalf_of": text_of(each.on_behalf_of, "name") if each.on_behalf_of else None,
        }
        for number, act in enumerate(acts, start=1)
        for each in act.signatories.all()
    ]


AGREEMENTS = Dataset(
    name="agreements",
    segment=pgettext_lazy("address", "agreements/"),
    title=_("Agreements"),
    about=_("Letters of intent, agreements and supplements, each with its acts and who signed."),
    themes=("GOVE", "INTR", "JUST"),
    model=Agreement,
    shape=AgreementObject,
    filters=AgreementFilter,
    records=_records,
    values=_values,
    landing="agreements",
)
