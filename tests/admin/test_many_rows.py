"""Rows that are looked up, checked and written together: what is refused, and what goes through."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.test import Client

from events.models import EventImage, Participation
from partners.models import Organisation
from tests import factories as make
from tests.admin.entries import page
from tests.admin.forms import opened


@pytest.fixture
def event(db: None) -> Any:
    return make.make_event(status="draft")


def take_part(event: Any, *organisations: Organisation, **given: Any) -> list[Participation]:
    return [
        Participation.objects.create(event=event, organisation=each, order=order, **given)
        for order, each in enumerate(organisations)
    ]


def errors(response: Any) -> str:
    assert response.status_code == 200
    found = BeautifulSoup(response.content.decode(), "html.parser").select(".errorlist")
    return " ".join(each.get_text(" ", strip=True) for each in found)


def added(form: dict[str, Any], *rows: dict[str, Any]) -> dict[str, Any]:
    """The form with new participants below those that it has."""
    first = int(form["participations-TOTAL_FORMS"])
    empty = {"id": "", "person": "", "organisation": "", "role": "participant", "order": "0"}
    texts = {"function_pl": "", "function_en": ""}
    new = {
        f"participations-{first + index}-{name}": str(value)
        for index, row in enumerate(rows)
        for name, value in (empty | texts | row).items()
    }
    return form | new | {"participations-TOTAL_FORMS": str(first + len(rows))}


@pytest.mark.parametrize("given", ["999999", "9" * 40, "-1", "abc", "1\x00", "1.5", " "])
def test_a_row_that_names_nothing_there_is_refused(staff: Client, event: Any, given: str) -> None:
    fine = make.make_organisation()
    form = added(opened(staff, page(event)), {"organisation": given}, {"organisation": fine.pk})

    response = staff.post(page(event), form)

    assert errors(response)
    assert not event.participations.exists()


def test_a_row_names_its_record_by_a_number_in_any_spelling(staff: Client, event: Any) -> None:
    organisation = make.make_organisation()
    form = added(opened(staff, page(event)), {"organisation": f" 0{organisation.pk} "})

    assert staff.post(page(event), form).status_code == 302
    assert event.participations.get().organisation == organisation


def test_a_row_may_only_name_what_its_list_offers(staff: Client, event: Any) -> None:
    mine, theirs = make.make_place(), make.make_place()
    other: Any = make.make_event()
    [row] = take_part(other, make.make_organisation())
    form = added(opened(staff, page(event)), {"id": row.pk, "organisation": row.organisation_id})
    form["participations-INITIAL_FORMS"] = "1"

    assert staff.post(page(event), form).status_code == 302
    row.refresh_from_db()
    assert row.event == other
    assert event.participations.get().organisation == row.organisation
    assert mine != theirs


@pytest.mark.parametrize("is_new", [True, False])
def test_two_rows_alike_are_refused(staff: Client, event: Any, is_new: bool) -> None:
    one, other = make.make_organisation(), make.make_organisation()
    take_part(event, one, other)
    form = opened(staff, page(event))
    twice = (
        added(form, {"organisation": one.pk})
        if is_new
        else form | {"participations-1-organisation": str(one.pk)}
    )

    assert "organizacja i rola" in errors(staff.post(page(event), twice))
    assert [row.organisation for row in event.participations.all()] == [one, other]


def test_a_row_like_one_that_the_form_does_not_know_is_refused(staff: Client, event: Any) -> None:
    organisation = make.make_organisation()
    form = added(opened(staff, page(event)), {"organisation": organisation.pk})
    take_part(event, organisation)

    response = staff.post(page(event), form)

    assert errors(response)
    assert event.participations.count() == 1


def test_the_table_itself_refuses_two_rows_alike(event: Any) -> None:
    organisation = make.make_organisation()
    take_part(event, organisation)
    with pytest.raises(IntegrityError), transaction.atomic():
        take_part(event, organisation)


def test_two_rows_swap_what_no_two_rows_may_share(staff: Client, event: Any) -> None:
    first, second, third = (make.make_organisation() for _index in range(3))
    rows = take_part(event, first, second, third)
    form = opened(staff, page(event))
    turned = {
        f"participations-{index}-organisation": str(each.pk)
        for index, each in enumerate((second, third, first))
    }

    assert staff.post(page(event), form | turned).status_code == 302
    found = {row.pk: row.organisation for row in event.participations.all()}
    keys = [row.pk for row in rows]
    assert found == dict(zip(keys, (second, third, first), strict=True))


def test_a_row_takes_over_what_a_removed_one_had(staff: Client, event: Any) -> None:
    first, second = make.make_organisation(), make.make_organisation()
    take_part(event, first, second)
    form = opened(staff, page(event))
    changes = {"participations-0-DELETE": "on", "participations-1-organisation": str(first.pk)}

    assert staff.post(page(event), form | changes).status_code == 302
    assert [row.organisation for row in event.participations.all()] == [first]


def test_images_swap_their_places(staff: Client, event: Any) -> None:
    images = [make.make_image(), make.make_image()]
    for image in images:
        EventImage.objects.create(event=event, image=image)
    form = opened(staff, page(event))
    turned = {
        f"event_images-{index}-image": str(each.pk) for index, each in enumerate(reversed(images))
    }

    assert staff.post(page(event), form | turned).status_code == 302
    assert [row.image for row in event.event_images.all()] == images[::-1]


def test_a_row_deleted_meanwhile_becomes_a_new_one(staff: Client, event: Any) -> None:
    first, second = make.make_organisation(), make.make_organisation()
    rows = take_part(event, first, second)
    form = opened(staff, page(event)) | {"participations-0-function_pl": "Gospodarz"}
    rows[0].delete()

    assert staff.post(page(event), form).status_code == 302
    found = {row.organisation: row.function_pl for row in event.participations.all()}
    assert {key: value or "" for key, value in found.items()} == {first: "Gospodarz", second: ""}


def test_a_row_with_nobody_or_with_two_is_refused_in_words(staff: Client, event: Any) -> None:
    both = {"organisation": make.make_organisation().pk, "person": make.make_person().pk}
    form = added(opened(staff, page(event)), both, {"function_pl": "Nikt"})

    text = errors(staff.post(page(event), form))

    assert text.count("Wybierz organizację albo osobę") == 2


def test_two_hundred_rows_are_added_changed_and_removed(staff: Client, event: Any) -> None:
    people = [make.make_person() for _index in range(200)]
    rows = [{"person": each.pk, "order": order} for order, each in enumerate(people)]

    assert staff.post(page(event), added(opened(staff, page(event)), *rows)).status_code == 302
    form = opened(staff, page(event))
    changes = {f"participations-{index}-role": "guest" for index in range(150)}
    removed = {f"participations-{index}-DELETE": "on" for index in range(150, 200)}
    assert staff.post(page(event), form | changes | removed).status_code == 302

    assert [row.person for row in event.participations.all()] == people[:150]
    assert {row.role for row in event.participations.all()} == {"guest"}


def test_rows_keep_their_rich_texts_clean_and_their_dates_whole(staff: Client) -> None:
    event: Any = make.make_event(status="draft")
    source = make.make_source()
    event.citations.create(source=source, claim_pl="Stare.")
    form = opened(staff, page(event)) | {
        "citations-0-stated_date": "6–9 kwietnia 1995",
        "citations-0-claim_pl": "Nowe.",
    }

    assert staff.post(page(event), form).status_code == 302
    [citation] = event.citations.all()
    assert citation.stated_date.edtf == "1995-04-06/1995-04-09"
    assert str(citation.stated_date_earliest) == "1995-04-06"
    assert str(citation.stated_date_latest) == "1995-04-09"


def test_a_former_name_saved_in_a_row_is_found_at_once(staff: Client) -> None:
    organisation: Any = make.make_organisation(name_pl="ASEMKA", status="draft")
    path = f"/pl/admin/partners/organisation/{organisation.pk}/change/"
    first = {
        "former_names-TOTAL_FORMS": "1",
        "former_names-0-id": "",
        "former_names-0-name_pl": "Klub Żółty",
        "former_names-0-used": "1992–1998",
    }
    assert staff.post(path, opened(staff, path) | first).status_code == 302
    organisation.refresh_from_db()
    assert "klub zolty" in organisation.find_key

    changed = {"former_names-0-name_pl": "Klub Zielony"}
    assert staff.post(path, opened(staff, path) | changed).status_code == 302
    organisation.refresh_from_db()
    assert "klub zielony" in organisation.find_key

    assert (
        staff.post(path, opened(staff, path) | {"former_names-0-DELETE": "on"}).status_code == 302
    )
    organisation.refresh_from_db()
    assert "klub" not in organisation.find_key
