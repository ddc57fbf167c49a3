from typing import Any

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.data import shapes, values
from events.data.dataset import Dataset
from events.data.filters import DataFilter
from events.data.shapes import Address, Day, Edtf, described
from events.data.values import Absolute, Values
from events.models import Source
from twinning.publishing.models import is_public
from twinning.translation.texts import text_of


class SourceObject(shapes.Record):
    """A document that entries rest on."""

    title: str = described(_("title"))
    kind: str = described(_("kind, a word that is the same in every language"))
    document_language: str = described(_("language of the document"))
    issuer: str | None = described(_("who issued it"))
    addressee: str | None = described(_("whom it is addressed to"))
    reference: str | None = described(_("reference number"))
    issued: Edtf | None = described(_("when it was issued, as EDTF"))
    issued_earliest: Day | None = described(_("first day that the date may mean"))
    issued_latest: Day | None = described(_("last day that the date may mean"))
    issued_text: str | None = described(_("date as people write it"))
    received: Edtf | None = described(_("when it was received, as EDTF"))
    received_earliest: Day | None = described(_("first day that the date may mean"))
    received_latest: Day | None = described(_("last day that the date may mean"))
    received_text: str | None = described(_("date as people write it"))
    web_address: Address | None = described(_("where it stands on the web"))
    accessed: Day | None = described(_("when it was read there"))
    description: str | None = described(_("description"))
    transcription: str | None = described(_("its text"))
    rights: str | None = described(_("rights to the document"))
    entries: int = described(_("number of published entries that rest on it"))


def _records() -> Any:
    cited = Count("citations__event", filter=is_public("citations__event"), distinct=True)
    return Source.objects.published().annotate(entries=cited).order_by("pk")


def _values(source: Source, absolute: Absolute) -> Values:
    return {
        **values.heading(source, absolute),
        "title": text_of(source, "title"),
        "kind": source.kind,
        "document_language": source.language,
        "issuer": values.optional(source, "issuer"),
        "addressee": values.optional(source, "addressee"),
        "reference": source.reference or None,
        **values.dated("issued", source.issued),
        **values.dated("received", source.received),
        "web_address": source.url or None,
        "accessed": source.accessed,
        "description": values.optional(source, "description"),
        "transcription": values.rich(source, "transcription"),
        "rights": values.optional(source, "rights"),
        "entries": vars(source)["entries"],
        **values.imprint(source),
    }


SOURCES = Dataset(
    name="sources",
    segment=pgettext_lazy("address", "documents/"),
    title=_("Source documents"),
    about=_("What the entries rest on: web pages, letters, reports and press, with their texts."),
    themes=("GOVE", "EDUC"),
    model=Source,
    shape=SourceObject,
    filters=DataFilter,
    records=_records,
    values=_values,
    landing="sources",
)
