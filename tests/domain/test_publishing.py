"""Draft and published, and when it was first published."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import serializers
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.models import Event, YearNote
from partners.models import Partnership, Place, Topic
from tests.factories import (
    make_agreement,
    make_event,
    make_network,
    make_organisation,
    make_partnership,
    make_person,
    make_place,
    make_series,
    make_source,
    make_topic,
)
from twinning.publishing.models import Publishable, Status

pytestmark = pytest.mark.django_db

MAKERS: list[Callable[..., Publishable]] = [
    make_agreement,
    make_event,
    make_network,
    make_organisation,
    make_partnership,
    make_person,
    make_series,
    make_source,
]


@pytest.mark.parametrize("make", MAKERS)
def test_what_nobody_published_is_a_draft(make: Callable[..., Publishable]) -> None:
    model: Any = type(make())

    assert model().status == Status.DRAFT
    assert not model().is_published


@pytest.mark.parametrize("make", MAKERS)
def test_published_and_drafts_never_overlap(make: Callable[..., Publishable]) -> None:
    published, draft = make(), make(status=Status.DRAFT)
    records: Any = type(published)._default_manager

    assert published in records.published()
    assert draft not in records.published()
    assert draft in records.drafts()
    assert published not in records.drafts()


def test_the_moment_of_publication_is_noted_once() -> None:
    event = make_event(status=Status.DRAFT)
    assert event.published_at is None

    event.status = Status.PUBLISHED
    event.save()
    first: Any = event.published_at
    event.status = Status.DRAFT
    event.save()
    event.status = Status.PUBLISHED
    event.full_clean()
    event.save()

    assert timezone.now() - first < timedelta(minutes=1)
    assert Event.objects.get().published_at == first


def test_saving_the_status_alone_saves_the_moment_with_it() -> None:
    event = make_event(status=Status.DRAFT)
    event.status = Status.PUBLISHED
    event.save(update_fields=["status"])

    assert Event.objects.get().published_at is not None


def test_publishing_behind_the_models_back_is_refused() -> None:
    make_event(status=Status.DRAFT)

    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.update(status=Status.PUBLISHED)


class TestNaturalKeys:
    def test_a_record_is_called_by_its_polish_slug_in_any_language(self) -> None:
        place = make_place(slug_pl="kolonia", slug_en="cologne")

        assert place.natural_key() == ("kolonia",)
        assert Place.objects.get_by_natural_key("kolonia") == place
        with pytest.raises(Place.DoesNotExist):
            Place.objects.get_by_natural_key("cologne")

    def test_a_partnership_is_called_by_its_two_cities(self) -> None:
        partnership = make_partnership(home=make_place("katowice", is_home=True))
        key = partnership.natural_key()

        assert key == ("katowice", partnership.partner.slug)
        assert Partnership.objects.get_by_natural_key(*key) == partnership
        with pytest.raises(Partnership.DoesNotExist):
            Partnership.objects.get_by_natural_key(*reversed(key))

    def test_a_note_on_years_is_known_by_its_partnership_and_its_years(self) -> None:
        partnership = make_partnership()
        note = YearNote.objects.create(
            partnership=partnership, first_year=2000, last_year=2001, headline_pl="Dwa lata"
        )
        key = note.natural_key()

        assert key == (*partnership.natural_key(), 2000, 2001)
        assert YearNote.objects.get_by_natural_key(*key) == note
        with pytest.raises(YearNote.DoesNotExist):
            YearNote.objects.get_by_natural_key(*partnership.natural_key(), 2000, 2000)

    def test_records_survive_the_way_through_a_file_without_their_numbers(self) -> None:
        topic, partnership = make_topic("sport"), make_partnership()
        make_event("Turniej", topics=[topic], partnerships=[partnership], date="1994-06")
        records = [*Topic.objects.all(), *Place.objects.all(), partnership, *Event.objects.all()]
        text = serializers.serialize(
            "json", records, use_natural_foreign_keys=True, use_natural_primary_keys=True
        )
        for model in (Event, Partnership, Place, Topic):
            model._default_manager.all().delete()

        for restored in serializers.deserialize("json", text):
            restored.save()

        event: Any = Event.objects.get()
        assert event.title_pl == "Turniej"
        assert event.date.edtf == "1994-06"
        assert event.date_latest.isoformat() == "1994-06-30"
        assert [each.slug for each in event.topics.all()] == ["sport"]
        assert [each.natural_key() for each in event.partnerships.all()] == [
            partnership.natural_key()
        ]
