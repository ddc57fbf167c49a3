"""Which model each kind of record is, and in which order the kinds are loaded."""

from django.db import models

from events.models import Agreement, Event, Series, Source, YearNote
from partners.models import Network, Organisation, Partnership, Person, Place, Topic

# A kind refers only to kinds before it, and to itself.
SUBJECTS: dict[str, type[models.Model]] = {
    "topics": Topic,
    "places": Place,
    "sources": Source,
    "partnerships": Partnership,
    "organisations": Organisation,
    "people": Person,
    "networks": Network,
    "series": Series,
    "events": Event,
    "agreements": Agreement,
    "year_notes": YearNote,
}

# Where the files use a shorter word than the model's accessor.
CHILD_NAMES: dict[tuple[type[models.Model], str], str] = {
    (Event, "participants"): "participations",
    (Network, "members"): "memberships",
}

# References to a record of the same kind: it is loaded first.
OWN_KIND: dict[str, str] = {
    "places": "parent",
    "organisations": "predecessor",
    "events": "parent",
    "agreements": "supplement_to",
}
