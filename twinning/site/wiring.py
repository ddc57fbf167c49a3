"""Rooms of the ground floor that don't know each other, brought together."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model

from partners.models import Place
from twinning.publishing.models.address import reserved_segments
from twinning.publishing.redaction import reach
from twinning.publishing.signals import form_saved, recorded
from twinning.search.indexing import follow
from twinning.site.models import Delivery
from twinning.translation.following import follow_texts
from twinning.translation.interface.texts import address_segments
from twinning.translation.models import Assignment, OutdatedTranslation, Passage
from twinning.translation.outdated import Saved
from twinning.translation.signals import address_wanted


def connect() -> None:
    form_saved.connect(_outdate_translations, dispatch_uid="outdate translations")
    address_wanted.connect(_stands_already, dispatch_uid="addresses of places and of the admin")
    recorded.connect(_index, dispatch_uid="keep the search index")
    reach(OutdatedTranslation, "source")
    reach(Passage, "source", "target")
    reach(Assignment, "note")
    reach(Delivery, "name", "content")


def _index(
    sender: type[Model],
    keys: Collection[Any],
    whole: Collection[Model],
    withheld: Collection[Any],
    **_kwargs: Any,
) -> None:
    follow(sender, keys, whole=whole, withheld=withheld)


def _outdate_translations(
    whole: Model, saved: list[tuple[Model, dict[str, Any]]], minor: bool, **_kwargs: Any
) -> None:
    follow_texts(whole, [Saved(record, before) for record, before in saved], minor=minor)


def _stands_already(language: str, segment: str, **_kwargs: Any) -> bool:
    """Home cities, the admin and the languages stand where parts of addresses do."""
    fixed = reserved_segments() - address_segments()
    return segment in fixed or Place.objects.filter(**{f"slug_{language}": segment}).exists()
