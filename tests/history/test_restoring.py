"""A record brought back to an earlier revision, with its parts and theirs."""

from typing import Any

import pytest
from django.test import Client

from events.models import Citation, Delegation, DelegationMember, Event
from partners.models import Place
from tests import factories as make
from tests.admin.forms import posted_by
from tests.history.conftest import SignIn
from tests.history.records import Journey, journey, keep, save
from twinning.publishing.models import AuditEntry
from twinning.translation.models import OutdatedTranslation

pytestmark = pytest.mark.django_db


def path(record: Any, revision: int, language: str = "pl") -> str:
    opts = record._meta
    start = f"/{language}/admin/{opts.app_label}/{opts.model_name}"
    return f"{start}/{record.pk}/history/{revision}/restore/"


def restore(client: Client, record: Any, revision: int, **given: Any) -> Any:
    address = path(record, revision)
    data = posted_by(client.get(address).content.decode())
    return client.post(address, data | given)


def change_everything(told: Journey) -> None:
    told.citation.delete()
    told.members[0].delete()
    told.members[1].function_pl = "nauczycielka"
    told.members[1].save()
    told.event.topics.clear()
    Citation.objects.create(event=told.event, source=make.make_source(), claim_pl="Nie.")
    save(told.event, title_pl="Zmieniony", title_en="Changed", date="2001", body_pl="<p>X</p>")


def test_a_record_says_again_what_it_said_then(publisher: Client) -> None:
    told = journey()
    topics, citation = list(told.event.topics.all()), told.citation.pk
    pks = [each.pk for each in told.members]
    change_everything(told)

    assert restore(publisher, told.event, told.revision, comment="pomyłka").status_code == 302

    event: Any = Event.objects.get()
    assert (event.title_pl, event.date.edtf, event.body_pl) == ("Wizyta", "1994-06", "")
    assert event.date_earliest.isoformat() == "1994-06-01"
    assert list(event.topics.all()) == topics
    assert [each.pk for each in event.citations.all()] == [citation]
    assert Delegation.objects.get().pk == told.delegation.pk
    members = DelegationMember.objects.order_by("pk")
    assert [each.pk for each in members] == pks
    assert members[1].function_pl == "nauczyciel"  # type: ignore[attr-defined]


def test_restoring_is_a_version_and_a_revision_of_its_own(publisher: Client) -> None:
    told = journey()
    change_everything(told)

    restore(publisher, told.event, told.revision, comment="pomyłka")

    event = Event.objects.get()
    newest = AuditEntry.objects.of(event).newest_first()[0]
    assert event.version == newest.version == 3
    assert (newest.action, newest.revision is not None) == ("restored", True)
    assert "wersja 1" in newest.comment
    assert newest.comment.endswith("pomyłka")


@pytest.mark.parametrize("now", ["draft", "review", "published", "archived"])
@pytest.mark.parametrize("then", ["draft", "published"])
def test_restoring_never_publishes_or_takes_back(publisher: Client, then: str, now: str) -> None:
    event: Any = make.make_event(status=then)
    number = keep(event)
    save(event, title_pl="Inny", status=now, publish_at=None, unpublish_at=None)
    before = Event.objects.values("status", "published_at", "publish_at", "unpublish_at").get()

    assert restore(publisher, event, number).status_code == 302

    after = Event.objects.values("status", "published_at", "publish_at", "unpublish_at").get()
    assert after == before


def test_the_confirmation_shows_what_would_change(publisher: Client) -> None:
    told = journey()
    change_everything(told)

    html = publisher.get(path(told.event, told.revision, "en")).content.decode()

    assert "Title (Polish)" in html
    assert "Zmieniony" in html
    assert "Members of the delegation" in html
    assert "Status" not in html


def test_a_stale_confirmation_restores_nothing_and_shows_the_new_state(publisher: Client) -> None:
    told = journey()
    change_everything(told)
    address = path(told.event, told.revision)
    data = posted_by(publisher.get(address).content.decode())
    save(told.event, title_pl="Najnowszy")

    response = publisher.post(address, data | {"comment": "moja przyczyna"})

    assert response.status_code == 409
    html = response.content.decode()
    assert "Najnowszy" in html
    assert "moja przyczyna" in html
    assert posted_by(html)["version"] == "3"
    assert Event.objects.get().title_pl == "Najnowszy"  # type: ignore[attr-defined]


def test_a_post_without_a_version_restores_nothing(publisher: Client) -> None:
    told = journey()
    change_everything(told)

    assert publisher.post(path(told.event, told.revision)).status_code == 409
    assert Event.objects.get().version == 2


def test_what_refers_to_something_gone_is_refused_with_its_name(publisher: Client) -> None:
    told = journey()
    person = told.members[0].person
    keep(person)
    told.members[0].delete()
    person.delete()
    save(told.event, title_pl="Zmieniony")

    response = restore(publisher, told.event, told.revision)

    assert response.status_code == 409
    html = response.content.decode()
    assert str(person) in html.partition('class="module')[0]
    assert Event.objects.get().title_pl == "Zmieniony"  # type: ignore[attr-defined]
    assert DelegationMember.objects.count() == 1


def test_an_address_that_another_has_by_now_is_left_to_it(publisher: Client) -> None:
    event: Any = make.make_event(slug="wizyta")
    number = keep(event)
    save(event, slug_pl="pierwsza-wizyta", slug_en="first-visit")
    make.make_event(slug="wizyta")

    response = publisher.post(path(event, number), {"version": "2"}, follow=True)

    event.refresh_from_db()
    assert (event.slug_pl, event.slug_en) == ("pierwsza-wizyta", "first-visit")
    assert "„wizyta”" in response.content.decode()


def test_what_contradicts_another_record_by_now_is_refused(publisher: Client) -> None:
    series = make.make_series()
    event: Any = make.make_event(series=series, edition=3)
    number = keep(event)
    save(event, edition=4)
    make.make_event(series=series, edition=3)

    response = publisher.post(path(event, number), {"version": "2"})

    assert response.status_code == 409
    event.refresh_from_db()
    assert event.edition == 4


def test_rows_that_changed_places_come_back_to_theirs(publisher: Client) -> None:
    source = make.make_source()
    first, second = (
        source.pages.create(image=make.make_image(), order=number) for number in (1, 2)
    )
    number = keep(source)
    for page, order in ((first, 3), (second, 1), (first, 2)):
        page.order = order
        page.save()
    save(source)

    assert restore(publisher, source, number).status_code == 302

    assert list(source.pages.values_list("pk", "order")) == [(first.pk, 1), (second.pk, 2)]


def test_an_english_text_that_was_missing_stays_missing(signed_in: SignIn) -> None:
    event: Any = make.make_event("Wizyta", title_en="", body_en="", body_pl="<p>Tak.</p>")
    number = keep(event)
    save(event, title_en="Visit", body_en="<p>Yes.</p>")
    address = path(event, number, "en")
    publisher = signed_in("publisher")

    assert publisher.post(address, {"version": "2"}).status_code == 302

    event.refresh_from_db()
    assert (event.title_en or "", event.body_en) == ("", "")


def test_what_came_into_a_revision_unclean_is_cleaned(publisher: Client) -> None:
    event: Any = make.make_event(body_pl="<p>Tak.</p>")
    Event.objects.filter(pk=event.pk).update(body_pl="<p onclick='x()'>Nie.</p>")
    number = keep(event)
    save(event, body_pl="<p>Nowy.</p>")

    restore(publisher, event, number)

    event.refresh_from_db()
    assert event.body_pl == "<p>Nie.</p>"


def test_the_picture_of_today_stays(publisher: Client) -> None:
    picture: Any = make.make_image()
    number = keep(picture)
    newer: Any = make.make_image()
    save(picture, file=newer.file.name, alt_pl="Inny most")
    name = picture.file.name

    assert restore(publisher, picture, number).status_code == 302

    picture.refresh_from_db()
    assert (picture.alt_pl, picture.file.name) == ("Most", name)


@pytest.mark.parametrize(
    ("role", "status", "allowed"),
    [
        *[("editor", "draft", True), ("editor", "review", True), ("editor", "published", False)],
        *[("editor", "archived", True), ("translator", "draft", False)],
        *[("publisher", "published", True), ("superuser", "published", True)],
    ],
)
def test_restoring_takes_the_right_to_change_the_record_as_it_is(
    signed_in: SignIn, role: str, status: str, allowed: bool
) -> None:
    event: Any = make.make_event("Wizyta", status="draft")
    number = keep(event)
    save(event, title_pl="Inny", status=status)

    response = signed_in(role).post(path(event, number), {"version": "2"})

    event.refresh_from_db()
    assert response.status_code == (302 if allowed else 403)
    assert event.title_pl == ("Wizyta" if allowed else "Inny")


def homes() -> tuple[Place, Place]:
    return make.make_place("katowice", is_home=True), make.make_place("chorzow", is_home=True)


def test_an_entry_of_another_home_city_is_closed(signed_in: SignIn) -> None:
    ours, theirs = homes()
    event = make.make_event(partnerships=[make.make_partnership(home=theirs)])
    number = keep(event)
    save(event, title_pl="Inny")
    publisher = signed_in("publisher", homes=[ours])

    assert publisher.get(path(event, number)).status_code == 403
    assert publisher.post(path(event, number), {"version": "2"}).status_code == 403


def test_restoring_cant_give_an_entry_to_another_city(signed_in: SignIn) -> None:
    ours, theirs = homes()
    event: Any = make.make_event("Ich", partnerships=[make.make_partnership(home=theirs)])
    number = keep(event)
    event.partnerships.set([make.make_partnership(home=ours)])
    save(event, title_pl="Nasz")

    response = signed_in("publisher", homes=[ours]).post(path(event, number), {"version": "2"})

    event.refresh_from_db()
    assert (response.status_code, event.title_pl) == (409, "Nasz")


def test_a_revision_of_another_record_cant_be_put_into_this_one(publisher: Client) -> None:
    event, other = make.make_event(), make.make_event()
    keep(event)
    number = keep(other)

    assert publisher.get(path(event, number)).status_code == 404
    assert publisher.post(path(event, number), {"version": "1"}).status_code == 404


def test_somebody_signed_out_restores_nothing(client: Client) -> None:
    event: Any = make.make_event("Wizyta")
    number = keep(event)
    save(event, title_pl="Inny")

    assert client.get(path(event, number)).status_code == 302
    assert client.post(path(event, number), {"version": "2"}).status_code == 403
    event.refresh_from_db()
    assert event.title_pl == "Inny"


def test_a_translation_that_restoring_leaves_behind_is_outdated_then(publisher: Client) -> None:
    told = journey()
    DelegationMember.objects.filter(pk=told.members[1].pk).update(function_en="mayor")
    save(told.event, title_pl="Dzień partnerów")
    OutdatedTranslation.objects.all().delete()

    restore(publisher, told.event, told.revision)

    rows = OutdatedTranslation.objects.within(told.event).values_list("field", "language")
    assert list(rows) == [("title", "en")]
