"""Where a record is used is shown; and what is used can't be deleted, by whatever way."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.models import Citation, Event, Participation
from partners.models import EditingRight, OrganisationName, Place
from tests import factories as make
from tests.admin.records import KINDS
from twinning.publishing.admin import RecordAdmin
from twinning.publishing.models import Part, Versioned
from twinning.publishing.usage import grouped_usages

pytestmark = pytest.mark.django_db


def path(record: Model, what: str) -> str:
    opts = record._meta
    return f"/pl/admin/{opts.app_label}/{opts.model_name}/{record.pk}/{what}/"


def delete_many(client: Client, *records: Model) -> Any:
    opts = records[0]._meta
    chosen = [str(record.pk) for record in records]
    data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    return client.post(f"/pl/admin/{opts.app_label}/{opts.model_name}/", data)


def is_there(record: Model) -> bool:
    return type(record)._base_manager.filter(pk=record.pk).exists()


def protected_by_the_database() -> tuple[Model, Model]:
    person, event = make.make_person(), make.make_event("Otwarcie mostu")
    Participation.objects.create(event=event, person=person)
    return person, event


def emptied_by_django() -> tuple[Model, Model]:
    picture = make.make_image()
    return picture, make.make_place("saint-etienne", coat_of_arms=picture)


def dropped_from_a_list() -> tuple[Model, Model]:
    topic = make.make_topic()
    return topic, make.make_event("Koncert", topics=[topic])


def dropped_from_an_organisation() -> tuple[Model, Model]:
    partnership = make.make_partnership()
    return partnership, make.make_organisation("asemka", partnerships=[partnership])


def an_editors_limit() -> tuple[Model, Model]:
    """Without it the editor would be limited to nothing, and might edit everything."""
    home = make.make_place(is_home=True)
    user = make.make_user(role="editor", homes=[home])
    return home, EditingRight.objects.get(user=user)


USES = [
    protected_by_the_database,
    emptied_by_django,
    dropped_from_a_list,
    dropped_from_an_organisation,
    an_editors_limit,
]
uses = pytest.mark.parametrize("use", USES)


@uses
def test_what_is_used_is_not_offered_for_deletion(
    staff: Client, use: Callable[[], tuple[Model, Model]]
) -> None:
    record, user = use()

    response = staff.get(path(record, "delete"))

    html = response.content.decode()
    assert response.status_code == 200
    assert str(user) in html
    assert 'name="post"' not in html


@uses
def test_what_is_used_is_not_deleted_by_a_direct_post(
    staff: Client, use: Callable[[], tuple[Model, Model]]
) -> None:
    record, user = use()

    response = staff.post(path(record, "delete"), {"post": "yes"})

    assert response.status_code == 409
    assert str(user) in response.content.decode()
    assert is_there(record)
    assert is_there(user)


@uses
def test_what_is_used_is_not_deleted_from_a_popup(
    staff: Client, use: Callable[[], tuple[Model, Model]]
) -> None:
    record, _user = use()

    response = staff.post(path(record, "delete") + "?_popup=1", {"post": "yes", "_popup": "1"})

    assert response.status_code == 409
    assert is_there(record)


@uses
def test_what_is_used_is_not_deleted_among_others(
    staff: Client, use: Callable[[], tuple[Model, Model]]
) -> None:
    record, user = use()
    model: Any = type(record)
    unused: Any = model._base_manager.exclude(pk=record.pk).first() or record

    response = delete_many(staff, record, unused)

    assert response.status_code == 200
    assert str(user) in response.content.decode()
    assert is_there(record)
    assert is_there(unused)


def test_each_of_the_refused_stands_over_its_own_uses(staff: Client) -> None:
    one, other, idle = make.make_topic("a"), make.make_topic("b"), make.make_topic("c")
    make.make_event("Koncert", topics=[one])
    make.make_event("Turniej", topics=[other])

    html = delete_many(staff, one, other, idle).content.decode()

    assert html.index("<h2>a</h2>") < html.index("Koncert")
    assert html.index("Koncert") < html.index("<h2>b</h2>") < html.index("Turniej")
    assert "<h2>c</h2>" not in html
    assert is_there(idle)


def test_what_is_used_nowhere_is_deleted_with_its_own_parts(staff: Client) -> None:
    organisation = make.make_organisation()
    OrganisationName.objects.create(organisation=organisation, name_pl="Dawna", used="1992")
    Citation.objects.create(source=make.make_source(), organisation=organisation)

    response = staff.post(path(organisation, "delete"), {"post": "yes"})

    assert response.status_code == 302
    assert not is_there(organisation)


def test_an_event_is_deleted_with_its_rows_and_lists(staff: Client) -> None:
    event: Any = KINDS["events/event"](2)

    assert staff.post(path(event, "delete"), {"post": "yes"}).status_code == 302

    assert not Event.objects.filter(pk=event.pk).exists()


def test_the_page_of_uses_groups_them_and_counts_those_it_does_not_name(staff: Client) -> None:
    place = make.make_place("spodek")
    for number in range(23):
        make.make_event(f"Zdarzenie {number:02}", place=place, date=str(1980 + number))
    make.make_organisation("asemka", seat=place)

    html = staff.get(path(place, "used")).content.decode()

    assert "Wydarzenia (23)" in html
    assert "Organizacje (1)" in html
    assert "Zdarzenie 19" in html
    assert "Zdarzenie 20" not in html
    assert "i\u00a0jeszcze 3" in html


def test_a_record_leads_to_the_page_of_its_uses_and_a_part_does_not(staff: Client) -> None:
    event, delegation = KINDS["events/event"](1), KINDS["events/delegation"](1)

    assert path(event, "used") in staff.get(path(event, "change")).content.decode()
    assert path(delegation, "used") not in staff.get(path(delegation, "change")).content.decode()


def test_a_record_that_is_gone_has_no_page_of_uses(staff: Client) -> None:
    assert staff.get("/pl/admin/events/event/999999/used/").status_code == 404


def test_nobody_without_a_right_to_see_sees_the_uses(client: Client) -> None:
    place = make.make_place()
    client.force_login(make.make_user())
    assert client.get(path(place, "used")).status_code == 403


def test_a_colleague_of_another_city_may_see_the_uses(
    signed_in: Callable[..., Client],
) -> None:
    home = make.make_place(is_home=True)
    event = make.make_event(partnerships=[make.make_partnership()])
    editor = signed_in("editor", homes=[home])
    assert editor.get(path(event, "used")).status_code == 200


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "partners/invitation"])
def test_every_kind_of_record_has_a_page_of_uses(staff: Client, kind: str) -> None:
    assert staff.get(path(KINDS[kind](1), "used")).status_code == 200


def test_three_uses_of_three_records_cost_as_many_queries_as_one_of_one(staff: Client) -> None:
    def cost(*records: Model) -> int:
        with CaptureQueriesContext(connection) as captured:
            delete_many(staff, *records)
        return len(captured)

    places: list[Place] = [make.make_place() for _index in range(3)]
    make.make_event(place=places[0])
    cost(places[0])
    one = cost(places[0])
    for place in places:
        make.make_event(place=place)
        make.make_event(place=place)

    assert cost(*places) == one


def test_uses_beyond_the_named_ones_are_counted_and_not_fetched() -> None:
    place = make.make_place()
    for year in range(1990, 1996):
        make.make_event(place=place, date=str(year))

    [group] = grouped_usages([place], most=2)[place.pk]

    assert (group.count, len(group.first), group.further) == (6, 2, 4)
    assert [str(usage.record.date) for usage in group.first] == ["1990", "1991"]  # type: ignore[attr-defined]


def test_every_page_of_the_admin_refuses_in_the_same_way() -> None:
    for model, page in admin.site._registry.items():
        if issubclass(model, Versioned | Part):
            assert isinstance(page, RecordAdmin)
