"""Every kind of record is shown on the page that residents would find it on."""

from typing import Any

import pytest
from django.test import Client

from events.models import YearNote
from tests import factories as make
from tests.admin.forms import opened
from tests.admin.records import KINDS
from tests.drafts.world import WORD, add_drafts, publish
from tests.preview.reading import address, copy_address, dump, frames, main_of
from tests.preview.test_preview import SignIn
from twinning.publishing.models import Status, WorkingCopy

NO_PAGE = {"partners/topic", "media/image", "media/document"}
# These stand on the page of something else, which has to be there.
ELSEWHERE = {"events/yearnote", "partners/place"}
NO_RECORDS = {"partners/invitation"}


@pytest.fixture
def staff(signed_in: SignIn) -> Client:
    return signed_in("superuser")


def as_draft(record: Any) -> None:
    whole = getattr(record, "event", None) or getattr(record, "agreement", None) or record
    if hasattr(whole, "status"):
        type(whole)._base_manager.filter(pk=whole.pk).update(status=Status.DRAFT)


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - NO_PAGE - ELSEWHERE - NO_RECORDS))
def test_a_draft_and_a_working_copy_of_each_kind(staff: Client, kind: str) -> None:
    record: Any = KINDS[kind](2)
    as_draft(record)
    form = address(record, "change/")
    staff.post(form, opened(staff, form) | {"_keep": "1"})
    before = dump()

    saved = frames(staff, address(record))
    kept = frames(staff, copy_address(WorkingCopy.objects.get()))

    assert saved.keys() == kept.keys() == {"pl", "en"}
    assert main_of(saved["pl"]) == main_of(kept["pl"])
    assert main_of(saved["en"]) == main_of(kept["en"])
    assert dump() == before


@pytest.mark.parametrize("kind", sorted(NO_PAGE))
def test_what_is_on_no_page_has_no_preview(staff: Client, kind: str) -> None:
    record = KINDS[kind](1)

    assert b"_preview" not in staff.get(address(record, "change/")).content
    assert b"<iframe" not in staff.get(address(record), follow=True).content


@pytest.mark.parametrize("kind", sorted(NO_PAGE))
def test_a_forged_button_there_keeps_the_form_and_saves_nothing(staff: Client, kind: str) -> None:
    record: Any = KINDS[kind](1)
    path = address(record, "change/")

    assert staff.post(path, opened(staff, path) | {"_preview": "1"}).status_code in (302, 404)

    version = record.version
    record.refresh_from_db()
    assert record.version == version


def test_a_note_on_years_is_shown_on_the_first_of_them_that_tells_something(
    staff: Client,
) -> None:
    partnership = make.make_partnership()
    make.make_event("Spotkanie", date="1996", partnerships=[partnership])
    note = YearNote.objects.create(
        partnership=partnership,
        first_year=1994,
        last_year=1998,
        headline_pl="Pierwsze lata",
        headline_en="The first years",
    )

    shown = frames(staff, address(note))

    assert "Pierwsze lata" in main_of(shown["pl"])
    assert "Spotkanie" in main_of(shown["pl"])
    assert "The first years" in main_of(shown["en"])


def test_a_note_on_a_year_without_entries_is_on_no_page_and_that_is_said(staff: Client) -> None:
    note: Any = KINDS["events/yearnote"](1)

    answer = staff.get(address(note))

    assert answer.status_code == 422
    assert "Tego wpisu nie byłoby na żadnej stronie" in answer.content.decode()


def test_a_home_city_has_a_page_and_other_places_have_none(staff: Client) -> None:
    home, other = make.make_place(is_home=True, name="Chorzów"), make.make_place()

    assert "Chorzów" in main_of(frames(staff, address(home))["pl"])
    assert staff.get(address(other)).status_code == 422


def test_other_drafts_stay_hidden_on_the_page_of_one(staff: Client) -> None:
    records = publish()
    before = [frames(staff, address(record)) for record in records.all]
    add_drafts(records)

    after = [frames(staff, address(record)) for record in records.all]

    assert after == before
    for record in records.all:
        as_draft(record)
    for record in records.all:
        assert WORD not in str(frames(staff, address(record)))
