"""Which records belong to a partnership."""

from typing import Any

from django.db.models import Model, Q

from events.models import (
    Agreement,
    Event,
    EventDocument,
    EventImage,
    Series,
    Source,
    YearNote,
)
from partners.models import Organisation, Partnership, Place
from twinning.media.models import Document, Image

# Where the records of a partnership are told: the model asked, its path to the partnership, and
# its path to the record. Kinds that are missing belong to none in particular.
_PATHS: dict[type[Model], tuple[tuple[type[Model], str, str], ...]] = {
    Partnership: ((Partnership, "pk", "pk"),),
    Event: ((Event, "partnerships", "pk"),),
    YearNote: ((YearNote, "partnership", "pk"),),
    Agreement: ((Agreement, "partnership", "pk"),),
    Place: ((Partnership, "pk", "home"), (Partnership, "pk", "partner")),
    Series: ((Series, "partnerships", "pk"), (Event, "partnerships", "series")),
    Source: (
        (Source, "citations__event__partnerships", "pk"),
        (Source, "citations__agreement__partnership", "pk"),
        (Source, "citations__partnership", "pk"),
    ),
    Organisation: ((Event, "partnerships", "participations__organisation"),),
    Image: ((EventImage, "event__partnerships", "image"),),
    Document: ((EventDocument, "event__partnerships", "document"),),
}


def of_partnership(records: Any, partnership: Partnership) -> Any:
    """Each record once."""
    condition = Q(pk__in=[])
    for model, there, back in _PATHS.get(records.model, ()):
        told = model._base_manager.filter(**{there: partnership.pk}).exclude(**{back: None})
        condition |= Q(pk__in=told.order_by().values(back))
    return records.filter(condition)
