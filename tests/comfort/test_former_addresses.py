"""A changed address leads on from the old one; editors see the old ones and may change them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import reversion
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from partners.models import Partnership
from tests import factories as make
from tests.admin.forms import opened
from twinning.publishing.models import AuditEntry, FormerAddress, Status

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
MAKERS: dict[str, Callable[..., Any]] = {
    "event": make.make_event,
    "series": make.make_series,
    "organisation": make.make_organisation,
    "person": make.make_person,
    "agreement": make.make_agreement,
    "network": make.make_network,
    "source": make.make_source,
}


def address(record: Any, language: str) -> str:
    with translation.override(language):
        return str(record.get_absolute_url())


def move(record: Any, slug: str) -> None:
    for language in LANGUAGES:
        setattr(record, f"slug_{language}", f"{slug}-{language}")
    record.save()


def led_to(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 301, (path, response.status_code)
    return response["Location"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("noun", MAKERS)
def test_the_old_address_of_every_noun_leads_to_the_new_one(
    client: Client, noun: str, language: str
) -> None:
    record = MAKERS[noun]()
    before = address(record, language)
    move(record, "nowy")

    after = address(record, language)
    assert led_to(client, f"{before}?od=2&do=3") == f"{after}?od=2&do=3"
    assert client.get(after).status_code == 200
    assert client.head(before).status_code == 301


def test_an_address_of_one_language_leads_nowhere_in_the_other(client: Client) -> None:
    record: Any = make.make_person(slug_pl="jan", slug_en="john")
    record.slug_pl, record.slug_en = "janusz", "jonathan"
    record.save()

    assert led_to(client, "/pl/osoby/jan/") == "/pl/osoby/janusz/"
    assert client.get("/pl/osoby/john/").status_code == 404
    assert led_to(client, "/en/people/john/") == "/en/people/jonathan/"


def test_many_moves_are_one_step(client: Client) -> None:
    record = make.make_person("a")
    for slug in ("b", "c", "d"):
        move(record, slug)

    for slug in ("a", "b-pl", "c-pl"):
        assert led_to(client, f"/pl/osoby/{slug}/") == "/pl/osoby/d-pl/"


def test_there_and_back_again_is_no_circle(client: Client) -> None:
    record: Any = make.make_person("a")
    move(record, "b")
    record.slug_pl = record.slug_en = "a"
    record.save()

    assert client.get("/pl/osoby/a/").status_code == 200
    assert led_to(client, "/pl/osoby/b-pl/") == "/pl/osoby/a/"
    assert not FormerAddress.objects.filter(slug="a").exists()


def test_a_present_address_wins_over_a_former_one(client: Client) -> None:
    first = make.make_person("jan", family_name="Pierwszy")
    move(first, "jan-pierwszy")
    make.make_person("jan", family_name="Drugi")

    assert "Drugi" in client.get("/pl/osoby/jan/").content.decode()


def test_of_two_that_have_left_an_address_the_last_is_meant(client: Client) -> None:
    first = make.make_person("jan")
    move(first, "pierwszy")
    second = make.make_person("jan")
    move(second, "drugi")

    assert led_to(client, "/pl/osoby/jan/") == "/pl/osoby/drugi-pl/"


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.ARCHIVED])
def test_the_new_address_of_what_is_no_longer_public_is_not_told(
    client: Client, status: Status
) -> None:
    record = make.make_person("jan")
    move(record, "tajny")
    record.status = status
    record.save()

    assert client.get("/pl/osoby/jan/").status_code == 404


def test_a_draft_that_was_never_public_leaves_no_address(client: Client) -> None:
    record = make.make_person("jan", status="draft")
    move(record, "janusz")
    record.status = Status.PUBLISHED
    record.save()

    assert client.get("/pl/osoby/jan/").status_code == 404
    assert not FormerAddress.objects.exists()


def test_what_was_public_once_leaves_its_address_as_a_draft_too(client: Client) -> None:
    record = make.make_person("jan")
    record.status = Status.DRAFT
    record.save()
    move(record, "janusz")
    record.status = Status.PUBLISHED
    record.save()

    assert led_to(client, "/pl/osoby/jan/") == "/pl/osoby/janusz-pl/"


def test_what_is_planned_leaves_no_address() -> None:
    record = make.make_person("jan", publish_at=timezone.now() + timedelta(days=1))
    move(record, "janusz")
    assert not FormerAddress.objects.exists()


@pytest.fixture
def told() -> Partnership:
    partnership = make.make_partnership(
        home=make.make_place("katowice", is_home=True), partner=make.make_place("saint-etienne")
    )
    make.make_event(partnerships=[partnership], date="1994-06")
    return partnership


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/pl/katowice/", "/pl/nowe-pl/"),
        ("/pl/katowice/saint-etienne/", "/pl/nowe-pl/etienne-pl/"),
        ("/pl/katowice/saint-etienne/1994/", "/pl/nowe-pl/etienne-pl/1994/"),
        ("/pl/katowice/etienne-pl/1994/", "/pl/nowe-pl/etienne-pl/1994/"),
        ("/pl/nowe-pl/saint-etienne/historia/", "/pl/nowe-pl/etienne-pl/historia/"),
        ("/en/katowice/saint-etienne/history/", "/en/nowe-en/etienne-en/history/"),
        ("/en/katowice/saint-etienne/1994/", "/en/nowe-en/etienne-en/1994/"),
    ],
)
def test_all_pages_of_a_partnership_follow_its_places(
    client: Client, told: Partnership, before: str, after: str
) -> None:
    move(told.home, "nowe")
    move(told.partner, "etienne")

    assert led_to(client, f"{before}?topic=kultura") == f"{after}?topic=kultura"
    assert client.get(after).status_code == 200


def test_a_partnership_that_is_a_draft_is_not_told_of(client: Client, told: Partnership) -> None:
    move(told.partner, "etienne")
    told.status = Status.DRAFT
    told.save()

    assert client.get("/pl/katowice/saint-etienne/").status_code == 404


def test_a_year_without_entries_is_not_there_at_either_address(
    client: Client, told: Partnership
) -> None:
    move(told.partner, "etienne")
    assert client.get("/pl/katowice/etienne-pl/1990/").status_code == 404


def test_the_year_in_an_old_address_does_not_count(client: Client) -> None:
    event = make.make_event(slug_pl="wizyta", date="1994-06")
    move(event, "nowa")

    assert led_to(client, "/pl/wydarzenia/1999/wizyta/") == "/pl/wydarzenia/1994/nowa-pl/"


@pytest.mark.parametrize(
    "path", ["/pl/osoby/nikt/", "/pl/nic/", "/pl/nic/nic/2000/", "/pl/a/b/c/d/"]
)
def test_what_never_was_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_page_that_is_found_pays_nothing(client: Client) -> None:
    make.make_person("jan")
    with CaptureQueriesContext(connection) as captured:
        client.get("/pl/osoby/jan/")
    assert "formeraddress" not in str(captured.captured_queries)


def test_saving_costs_one_query_more_and_a_step_none() -> None:
    record = make.make_person("jan")
    with CaptureQueriesContext(connection) as captured:
        record.save(update_fields=["status", "version"])
    assert len(captured) == 1
    with CaptureQueriesContext(connection) as captured:
        record.save()
    before = [each for each in captured if each["sql"].startswith("SELECT")]
    assert len(before) == 2, before  # the record as it was, and its offices for its key


def test_restoring_an_old_state_keeps_the_way_from_the_newer_address(client: Client) -> None:
    with reversion.create_revision():
        record = make.make_person("jan")
        reversion.add_to_revision(record)
    move(record, "janusz")

    reversion.models.Version.objects.get_for_object(record).get().revision.revert()

    assert client.get("/pl/osoby/jan/").status_code == 200
    assert led_to(client, "/pl/osoby/janusz-pl/") == "/pl/osoby/jan/"


def test_the_form_keeps_the_way_from_the_old_address(client: Client, staff: Client) -> None:
    event: Any = make.make_event(slug_pl="wizyta", date="1994")
    path = f"/pl/admin/events/event/{event.pk}/change/"
    staff.post(path, opened(staff, path) | {"slug_pl": "odwiedziny", "_publish": "1"})

    event.refresh_from_db()
    assert event.slug_pl == "odwiedziny"
    assert led_to(client, "/pl/wydarzenia/1994/wizyta/") == "/pl/wydarzenia/1994/odwiedziny/"


# What editors see


def page(record: Any) -> str:
    opts = record._meta
    return f"/pl/admin/{opts.app_label}/{opts.model_name}/{record.pk}/addresses/"


def test_earlier_addresses_are_shown_added_and_removed(client: Client, staff: Client) -> None:
    person = make.make_person("jan")
    move(person, "janusz")
    assert page(person) in staff.get(page(person).replace("addresses", "change")).content.decode()
    assert '<th scope="row">jan</th>' in staff.get(page(person)).content.decode()

    given = {"language": "pl", "slug": "https://partnerzy.example/pl/osoby/stary-adres/?x=1"}
    assert staff.post(page(person), given).status_code == 302
    assert led_to(client, "/pl/osoby/stary-adres/") == "/pl/osoby/janusz-pl/"

    former = FormerAddress.objects.get(slug="stary-adres")
    assert staff.post(page(person), {"remove": str(former.pk)}).status_code == 302
    assert client.get("/pl/osoby/stary-adres/").status_code == 404
    comments = AuditEntry.objects.of(person).values_list("comment", flat=True)
    assert sum("stary-adres" in comment for comment in comments) == 2


@pytest.mark.parametrize("slug", ["", "ł ó", "x" * 90, "obecny", "zajety", "/"])
def test_an_address_that_cant_lead_here_is_refused(staff: Client, slug: str) -> None:
    person, other = make.make_person("obecny"), make.make_person("zajety")
    response = staff.post(page(person), {"language": "pl", "slug": slug})

    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert other.pk
    assert not FormerAddress.objects.exists()


def test_an_address_that_leads_elsewhere_is_refused_with_the_name(staff: Client) -> None:
    other = make.make_person("jan", given_name="Ktoś", family_name="Inny")
    move(other, "inny")
    response = staff.post(page(make.make_person()), {"language": "pl", "slug": "jan"})

    assert "Ktoś Inny" in response.content.decode()


@pytest.mark.parametrize("remove", ["", "x", "999999"])
def test_removing_what_is_not_there_does_no_harm(staff: Client, remove: str) -> None:
    assert staff.post(page(make.make_person()), {"remove": remove}).status_code == 302


def test_the_address_of_another_record_is_not_removed(staff: Client) -> None:
    other = make.make_person("jan")
    move(other, "inny")
    former = FormerAddress.objects.get(slug="jan", language="pl")

    staff.post(page(make.make_person()), {"remove": str(former.pk)})

    assert FormerAddress.objects.filter(pk=former.pk).exists()


def test_who_may_not_publish_sees_them_and_changes_none(signed_in: Callable[..., Client]) -> None:
    editor = signed_in("editor")
    event: Any = make.make_event()

    assert editor.get(page(event)).status_code == 200
    given = {"language": "pl", "slug": "inny"}
    assert editor.post(page(event), given).status_code == 403
    assert 'name="slug"' not in editor.get(page(event)).content.decode()


def test_an_editor_of_another_city_changes_none(signed_in: Callable[..., Client]) -> None:
    publisher = signed_in("publisher", homes=[make.make_place(is_home=True)])
    event = make.make_event(partnerships=[make.make_partnership()])
    assert publisher.post(page(event), {"language": "pl", "slug": "inny"}).status_code == 403


def test_a_partnership_has_no_address_of_its_own(staff: Client) -> None:
    partnership = make.make_partnership()
    assert staff.get(page(partnership)).status_code == 302  # as any unknown page of the admin
