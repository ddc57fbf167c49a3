"""Who exports gets the texts that are theirs and meant, and no others."""

from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.models import Event
from partners.models import Partnership
from tests import factories as make
from tests.exchange.sheets import cited, entry, exported
from twinning.publishing.models import User
from twinning.site.desk.worker import Worker
from twinning.site.exchange.reach import Reach
from twinning.site.exchange.selection import Selection
from twinning.translation.exchange.unit import Unit
from twinning.translation.outdated import Saved, keep_track
from twinning.translation.states import State

pytestmark = pytest.mark.django_db


def reach_of(user: User) -> Reach:
    return Reach(Worker(user, admin.site, timezone.now()))


def units(reach: Reach | None = None, **selection: Any) -> dict[str, Unit]:
    found = Selection("en", **selection).units(reach or Reach())
    return {str(unit.place): unit for unit in found}


def outdate(record: Any, field: str, whole: Any = None) -> None:
    before = dict(vars(record))
    setattr(record, f"{field}_pl", f"Zupełnie inaczej niż dotąd: {field}.")
    record.save()
    keep_track(whole or record, [Saved(record, before)])


def test_each_text_has_a_state_and_a_selection_takes_those_of_one() -> None:
    event = entry(title_pl="Wizyta", title_en="", venue="Spodek", kind="visit")
    outdate(event, "summary")
    name = f"events.event.{event.pk}"

    every = units(kinds=[Event])
    assert {place: unit.state for place, unit in every.items()} == {
        f"{name}.title": State.MISSING,
        f"{name}.summary": State.OUTDATED,
        f"{name}.venue": State.SAME,
    }
    assert list(units(kinds=[Event], state=State.MISSING)) == [f"{name}.title"]
    assert list(units(kinds=[Event], state=State.OUTDATED)) == [f"{name}.summary"]


def test_addresses_and_texts_without_a_source_stay_here() -> None:
    event = entry(body_pl="", body_en="Only in English")
    assert {place.rpartition(".")[2] for place in units(kinds=[Event])} == {"title", "summary"}
    assert event.slug_pl not in exported().decode()


def test_parts_stand_behind_their_record_and_know_whose_they_are() -> None:
    event = entry("Podpisanie umowy")
    other = entry("Zupełnie co innego")
    citation = cited(event, claim_pl="Tak", claim_en="")

    found = units(kinds=[Event])
    places = list(found)
    part = found[f"events.citation.{citation.pk}.claim"]
    assert places.index(str(part.place)) < places.index(f"events.event.{other.pk}.title")
    assert "Podpisanie umowy" in part.notes[0]


def test_notes_tell_what_it_is_and_when_it_was_in_both_languages() -> None:
    event = entry("Podpisanie umowy", date="2014-09-12/2014-09-14")
    notes = "\n".join(units()[f"events.event.{event.pk}.title"].notes).replace("\xa0", " ")

    assert "Podpisanie umowy" in notes
    assert "12–14 września 2014 r." in notes
    assert "12–14 September 2014" in notes
    assert "160" in notes


def test_a_partnership_narrows_down_to_what_is_told_of_it() -> None:
    partnership, other = make.make_partnership(), make.make_partnership()
    event = entry(partnerships=[partnership], images=[])
    entry(partnerships=[other])
    agreement = make.make_agreement(partnership=partnership)
    organisation = make.make_organisation()

    found = units(partnership=partnership)
    records = {tuple(place.split(".")[1:3]) for place in found}
    assert records == {
        ("partnership", str(partnership.pk)),
        ("place", str(partnership.home_id)),
        ("place", str(partnership.partner_id)),
        ("event", str(event.pk)),
        ("agreement", str(agreement.pk)),
    }
    assert ("organisation", str(organisation.pk)) not in records


def test_a_city_exports_its_own_and_nothing_archived() -> None:
    katowice, chorzow = make.make_partnership(), make.make_partnership()
    own = entry(partnerships=[katowice])
    entry(partnerships=[chorzow])
    entry(partnerships=[katowice], status="archived")
    user = make.make_user(role="translator", homes=[katowice.home])

    places = units(reach_of(user), kinds=[Event])
    assert {place.split(".")[2] for place in places} == {str(own.pk)}


def test_who_translates_nothing_exports_nothing() -> None:
    entry()
    assert units(reach_of(make.make_user())) == {}


def cost(partnership: Partnership) -> int:
    with CaptureQueriesContext(connection) as captured:
        exported(partnership=partnership)
    return len(captured)


def test_three_entries_cost_as_many_queries_as_one() -> None:
    partnership = make.make_partnership()

    def add() -> None:
        event = entry(partnerships=[partnership])
        cited(event, claim_pl="Tak")

    add()
    cost(partnership)  # content types are read once and kept
    first = cost(partnership)
    add()
    add()
    assert cost(partnership) == first <= 60
