"""An entry is copied as the next edition of its series: a filled-in form, not yet a record."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from events.editions import next_edition, raised
from events.models import Citation, Delegation, Event, EventImage, Participation
from tests import factories as make
from tests.admin.forms import posted_by
from twinning.publishing.models import WorkingCopy

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "edition", "following", "expected"),
    [
        ("XII Turniej pétanque", 12, 13, "XIII Turniej pétanque"),
        ("12. Turniej", 12, 13, "13. Turniej"),
        ("12th Tournament", 12, 13, "13th Tournament"),
        ("2nd Tournament", 2, 3, "3rd Tournament"),
        ("Finał IX Turnieju", 9, 10, "Finał X Turnieju"),
        ("II Koncert imienia Jana Pawła II", 2, 3, "III Koncert imienia Jana Pawła II"),
        ("Koncert imienia Jana Pawła II", 2, 3, "Koncert imienia Jana Pawła II"),
        ("V Turniej", 12, 13, "V Turniej"),
        ("Turniej 2014", 12, 13, "Turniej 2014"),
        ("XCIX Bieg", 99, 100, "C Bieg"),
        ("C Bieg", 100, 101, "101 Bieg"),
        ("IV Turniej", None, None, "V Turniej"),
        ("3. Turniej", None, None, "4. Turniej"),
        ("XII Turniej", 12, 15, "XV Turniej"),
        ("Mix Turniej", 12, 13, "Mix Turniej"),
        ("", 12, 13, ""),
    ],
)
def test_the_numeral_of_a_title_is_raised(
    title: str, edition: int | None, following: int | None, expected: str
) -> None:
    assert raised(title, edition, following) == expected


def test_the_next_edition_is_the_first_that_is_not_there_yet() -> None:
    series = make.make_series()
    first = make.make_event(series=series, edition=1)
    make.make_event(series=series, edition=2)
    make.make_event(series=make.make_series(), edition=3)

    assert next_edition(first) == 3
    assert next_edition(make.make_event(series=series)) is None


@pytest.fixture
def tournament() -> Any:
    event: Any = make.make_event(
        "XII Turniej pétanque",
        title_en="12th Pétanque Tournament",
        series=make.make_series(),
        edition=12,
        date="2014-09-12/2014-09-14",
        topics=[make.make_topic()],
        partnerships=[make.make_partnership()],
        place=make.make_place(),
        venue_pl="Park Śląski",
        attendance=64,
        body_pl="<p>Regulamin.</p>",
        unpublish_at=timezone.now() + timedelta(days=9),
    )
    Participation.objects.create(event=event, organisation=make.make_organisation(), role="host")
    Participation.objects.create(event=event, person=make.make_person(), function_pl="Prezydent")
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Tak pisze.")
    Delegation.objects.create(event=event, origin=make.make_place(), destination=make.make_place())
    EventImage.objects.create(event=event, image=make.make_image())
    return event


def page(event: Any, what: str = "next-edition") -> str:
    return f"/pl/admin/events/event/{event.pk}/{what}/"


def copied(client: Client, event: Any) -> dict[str, Any]:
    response = client.post(page(event), follow=True)
    assert response.status_code == 200
    return posted_by(response.content.decode())


def test_the_form_of_a_new_entry_opens_filled_in(staff: Client, tournament: Any) -> None:
    data = copied(staff, tournament)

    assert data["title_pl"] == "XIII Turniej pétanque"
    assert data["title_en"] == "13th Pétanque Tournament"
    assert (data["edition"], data["venue_pl"], data["body_pl"]) == (
        *("13", "Park Śląski", "<p>Regulamin.</p>"),
    )
    assert data["series"] == str(tournament.series_id)
    assert data["place"] == str(tournament.place_id)
    assert data["topics"] == [str(topic.pk) for topic in tournament.topics.all()]
    for name in ("date", "slug_pl", "slug_en", "attendance", "publish_at", "unpublish_at"):
        assert data[name] == "", name
    assert data["participations-TOTAL_FORMS"] == "2"
    assert data["participations-1-function_pl"] == ""
    assert data["participations-INITIAL_FORMS"] == "0"
    for prefix in ("citations", "delegations", "event_images"):
        assert data[f"{prefix}-TOTAL_FORMS"] == "0", prefix


def test_it_is_a_working_copy_until_it_is_saved(staff: Client, tournament: Any) -> None:
    data = copied(staff, tournament)

    assert Event.objects.count() == 1
    copy = WorkingCopy.objects.get()
    assert (copy.title, copy.object_id) == ("XIII Turniej pétanque", None)

    add = f"/pl/admin/events/event/add/?copy={copy.key}"
    response = staff.post(add, data | {"date": "2015-09", "_save": "1"})
    assert response.status_code == 302
    new = Event.objects.get(edition=13)
    assert (new.status, new.version) == ("draft", 1)
    assert new.participations.count() == 2
    assert list(new.partnerships.all()) == list(tournament.partnerships.all())
    assert tournament.participations.count() == 2
    assert not WorkingCopy.objects.exists()


def test_the_entry_itself_stays_as_it_was(staff: Client, tournament: Any) -> None:
    copied(staff, tournament)
    tournament.refresh_from_db()
    assert (tournament.version, tournament.title_pl) == (1, "XII Turniej pétanque")


def test_only_an_edition_of_a_series_has_a_next_one(staff: Client) -> None:
    event = make.make_event()
    assert page(event) not in staff.get(page(event, "change")).content.decode()
    assert staff.post(page(event)).status_code == 403


def test_the_page_of_an_edition_offers_it(staff: Client, tournament: Any) -> None:
    assert page(tournament) in staff.get(page(tournament, "change")).content.decode()


def test_looking_is_not_copying(staff: Client, tournament: Any) -> None:
    assert staff.get(page(tournament)).status_code == 405
    assert staff.post("/pl/admin/events/event/999999/next-edition/").status_code == 404


def test_an_editor_copies_and_a_translator_and_another_city_do_not(
    signed_in: Callable[..., Client], tournament: Any
) -> None:
    assert signed_in("editor").post(page(tournament)).status_code == 302
    assert signed_in("translator").post(page(tournament)).status_code == 403
    elsewhere = signed_in("editor", homes=[make.make_place(is_home=True)])
    assert elsewhere.post(page(tournament)).status_code == 403


def test_two_copies_are_two_forms(staff: Client, tournament: Any) -> None:
    copied(staff, tournament)
    copied(staff, tournament)
    assert WorkingCopy.objects.count() == 2
