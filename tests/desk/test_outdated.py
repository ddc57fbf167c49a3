"""A translation is outdated once its source has changed after it was made, until it is mended."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from events.models import Citation
from tests import factories as make
from tests.admin.forms import opened
from twinning.translation.models import OutdatedTranslation
from twinning.translation.outdated import Saved, TextChange, Verdict, digest, keep_track

OUTDATED, UP_TO_DATE, UNCHANGED = Verdict.OUTDATED, Verdict.UP_TO_DATE, Verdict.UNCHANGED


@pytest.mark.parametrize(
    ("source", "translation", "verdict"),
    [
        (("Most", "Most"), ("Bridge", "Bridge"), UNCHANGED),
        (("Most", "Nowy most"), ("Bridge", "Bridge"), OUTDATED),
        (("Most", "Most"), ("Bridge", "A bridge"), UP_TO_DATE),
        (("Most", "Nowy most"), ("Bridge", "New bridge"), UP_TO_DATE),
        (("Most", ""), ("Bridge", "Bridge"), UP_TO_DATE),
        (("Most", "Nowy most"), ("", ""), UP_TO_DATE),
        (("Most", "Nowy most"), ("Bridge", ""), UP_TO_DATE),
        (("", "Most"), ("Bridge", "Bridge"), UNCHANGED),
        (("", "Most"), ("", "Bridge"), UP_TO_DATE),
    ],
)
def test_what_a_change_means_for_a_translation(
    source: tuple[str, str], translation: tuple[str, str], verdict: Verdict
) -> None:
    assert TextChange(*source, *translation).verdict() is verdict


def test_a_minor_change_outdates_nothing() -> None:
    change = TextChange("Most", "Most.", "Bridge", "Bridge")

    assert change.verdict(minor=True) is UNCHANGED


def test_a_source_that_says_again_what_was_translated_is_up_to_date() -> None:
    change = TextChange("Nowy most", "Most", "Bridge", "Bridge", made_from=digest("Most"))

    assert change.verdict() is UP_TO_DATE


def rewritten(event: Any, **texts: str) -> None:
    before = {name: getattr(event, name) for name in ("title_pl", "title_en", "summary_pl")}
    for name, text in texts.items():
        setattr(event, name, text)
    keep_track(event, [Saved(event, {**vars(event), **before})])


def outdated() -> set[tuple[str, str]]:
    return set(OutdatedTranslation.objects.values_list("field", "language"))


def test_a_second_change_keeps_since_when_and_from_what(db: None) -> None:
    event: Any = make.make_event("Most")
    rewritten(event, title_pl="Nowy most")
    first = OutdatedTranslation.objects.get()
    rewritten(event, title_pl="Stary most")

    again = OutdatedTranslation.objects.get()
    assert (again.pk, again.since, again.digest) == (first.pk, first.since, digest("Most"))
    rewritten(event, title_pl="Most")
    assert outdated() == set()


def test_an_address_is_no_text(db: None) -> None:
    event: Any = make.make_event()
    before = dict(vars(event))
    event.slug_pl = "inny-adres"
    keep_track(event, [Saved(event, before)])

    assert outdated() == set()


@pytest.mark.parametrize("rows", [1, 3])
def test_many_parts_cost_no_more_than_one(
    db: None, rows: int, django_assert_max_num_queries: Any
) -> None:
    event = make.make_event()
    source = make.make_source()
    cited: list[Any] = [
        Citation.objects.create(event=event, source=source, claim_pl="Tak.", claim_en="Yes.")
        for _index in range(rows)
    ]
    saved = [Saved(each, dict(vars(each))) for each in cited]
    ContentType.objects.get_for_models(*(type(each) for each in [event, *cited]))  # kept once read
    for each in cited:
        each.claim_pl = "Nie."

    with django_assert_max_num_queries(2):
        keep_track(event, saved)
    assert OutdatedTranslation.objects.within(event).count() == rows


# Through the form


def path(record: Any) -> str:
    return f"/pl/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/change/"


@pytest.fixture
def clerk(db: None) -> Client:
    client = Client()
    client.force_login(make.make_user(role="superuser"))
    return client


def save(client: Client, record: Any, **changes: str) -> None:
    response = client.post(path(record), opened(client, path(record)) | changes)
    assert response.status_code == 302


def test_saving_the_form_outdates_and_mends(clerk: Client) -> None:
    event = make.make_event()

    save(clerk, event, title_pl="Inny tytuł")
    assert outdated() == {("title", "en")}
    save(clerk, event, kind="concert")
    assert outdated() == {("title", "en")}
    save(clerk, event, title_en="Another title")
    assert outdated() == set()


def test_a_minor_edit_in_the_form_outdates_nothing(clerk: Client) -> None:
    save(clerk, make.make_event(), title_pl="Inny tytuł", minor_edit="on")

    assert outdated() == set()


def test_a_refused_form_outdates_nothing(clerk: Client) -> None:
    event = make.make_event()
    data = opened(clerk, path(event)) | {"title_pl": "Inny", "date": "kiedyś tam"}

    assert clerk.post(path(event), data).status_code == 200
    assert outdated() == set()


def test_a_row_of_the_form_is_found_under_its_whole(clerk: Client) -> None:
    event = make.make_event()
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Tak", claim_en="Yes")

    save(clerk, event, **{"citations-0-claim_pl": "Nie"})

    row = OutdatedTranslation.objects.within(event).get()
    assert (row.content_type.model, row.field) == ("citation", "claim")


def test_a_row_of_a_parts_own_page_is_found_under_the_record(clerk: Client) -> None:
    event: Any = make.make_event()
    delegation = event.delegations.create(
        origin=make.make_place(), destination=make.make_place(),
        description_pl="Samorządowcy", description_en="Councillors",
    )  # fmt: skip

    save(clerk, delegation, description_pl="Radni i urzędnicy")

    assert OutdatedTranslation.objects.within(event).get().object_id == delegation.pk


def test_a_deleted_row_outdates_nothing(clerk: Client) -> None:
    event = make.make_event()
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Tak", claim_en="Yes")

    save(clerk, event, **{"citations-0-claim_pl": "Nie", "citations-0-DELETE": "on"})

    assert outdated() == set()
