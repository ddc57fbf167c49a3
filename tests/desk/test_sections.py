"""Each section of the desk: what it shows, what it hides, where it leads, what it costs."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from events.models import Act, Event
from tests import factories as make
from tests.desk.reading import cost, desk, rows, sections
from tests.desk.work import WORK, Office
from twinning.publishing import lifecycle
from twinning.publishing.history import note_action, record_action
from twinning.publishing.models import Action, AuditEntry, User, WorkingCopy
from twinning.translation.models import OutdatedTranslation

BUDGET = 25


@pytest.fixture
def user(db: None) -> User:
    make.make_pages_of_the_law()
    return make.make_user(role="publisher", username="halina")


@pytest.fixture
def client(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def office(user: User) -> Office:
    return Office(user, make.make_partnership())


def test_a_desk_without_work_says_so(client: Client) -> None:
    page = desk(client)

    assert sections(page) == {}
    assert page.select_one(".desk-all-done")


def test_what_is_done_waits_for_nobody(client: Client, office: Office, user: User) -> None:
    office.entry()
    office.entry(publish_at=timezone.now() - timedelta(days=3))
    office.entry(publish_at=timezone.now() + timedelta(days=31))
    office.entry(unpublish_at=timezone.now() - timedelta(minutes=1))
    office.entry(status="draft")  # somebody else's
    archived: Any = office.entry(status="archived", date="1991~", summary_en="")
    archived.citations.all().delete()
    office.copy(author=office.colleague)
    office.copy(author=office.colleague, state="returned")
    make.make_image()
    unsigned = make.make_agreement(partnership=office.partnership)
    Act.objects.create(agreement=unsigned, date="2017", kind="prepared")

    assert sections(desk(client)) == {}


@pytest.mark.parametrize("work", WORK)
def test_a_section_leads_to_its_work_and_costs_the_same_with_one_row_and_with_three(
    client: Client, office: Office, work: str
) -> None:
    name, add = WORK[work]
    empty = cost(client)
    add(office)
    one = cost(client)
    add(office)
    add(office)

    shown = sections(desk(client))[name]
    assert shown.count == len(shown.names) == 3
    assert len(set(shown.addresses)) == len(shown.addresses)
    for address in shown.addresses:
        assert client.get(address).status_code == 200, address
    assert cost(client) == one
    assert empty <= one <= BUDGET


@pytest.mark.parametrize("work", WORK)
def test_a_sections_own_page_costs_the_same_with_one_row_and_with_three(
    client: Client, office: Office, work: str
) -> None:
    name, add = WORK[work]
    path = f"/pl/admin/desk/{name}/"
    assert rows(desk(client, path)) == []
    add(office)
    one = cost(client, path)
    add(office)
    add(office)

    assert len(rows(desk(client, path))) == 3
    assert cost(client, path) == one


def test_a_full_section_shows_six_and_leads_to_all_page_by_page(
    client: Client, office: Office
) -> None:
    for _index in range(51):
        office.copy(office.entry())
    shown = sections(desk(client))["working-copies"]
    assert (shown.count, len(shown.names)) == (51, 6)
    assert desk(client).select_one("#desk-working-copies-all[href$='/desk/working-copies/']")

    path = "/pl/admin/desk/working-copies/"
    first, second = rows(desk(client, path)), rows(desk(client, f"{path}?page=2"))
    assert (len(first), len(second)) == (50, 1)
    assert rows(desk(client, f"{path}?page=99")) == second
    assert rows(desk(client, f"{path}?page=x")) == first


def test_copies_and_records_in_review_are_one_list_over_the_pages(
    client: Client, office: Office
) -> None:
    for _index in range(4):
        office.copy_to_review()
        office.review()

    shown = sections(desk(client))["review"]
    assert (shown.count, len(shown.names)) == (8, 6)
    assert len(rows(desk(client, "/pl/admin/desk/review/"))) == 8


def test_no_section_of_another_name_is_there(client: Client) -> None:
    assert client.get("/pl/admin/desk/nonsense/").status_code == 404


# What the rows say


def test_a_row_in_review_says_who_sent_it_and_why(client: Client, office: Office) -> None:
    office.review()
    office.copy_to_review()
    office.new_to_review()

    texts = sections(desk(client))["review"].texts
    assert all("Marek Wiśniewski" in text for text in texts)
    for comment in ("Proszę o pośpiech", "Poprawka"):
        assert any(comment in text for text in texts)


def test_what_has_waited_longest_is_reviewed_first(client: Client, office: Office) -> None:
    for _index in range(2):
        office.review()
    first, second = Event.objects.in_review().order_by("-pk")
    AuditEntry.objects.of(first).update(moment=timezone.now() - timedelta(days=2))

    assert sections(desk(client))["review"].names == [first.title_pl, second.title_pl]  # type: ignore[attr-defined]


def test_what_was_returned_says_why_until_it_is_sent_again(
    client: Client, office: Office, user: User
) -> None:
    office.returned()
    event: Any = Event.objects.drafts().get()
    record_action(event, Action.CHANGED, user=user)
    shown = sections(desk(client))
    assert "Brakuje źródła" in shown["returned"].texts[0]
    assert "drafts" not in shown

    lifecycle.take(lifecycle.SUBMIT, event, user=user)
    assert "returned" not in sections(desk(client))


def test_what_was_returned_to_somebody_else_is_theirs(client: Client, office: Office) -> None:
    event = office.entry(status="draft")
    lifecycle.take(lifecycle.SUBMIT, event, user=office.colleague)
    lifecycle.take(lifecycle.RETURN, event, user=office.user, comment="Nie tak")

    assert "returned" not in sections(desk(client))


def test_a_copy_leads_to_where_it_is_gone_on_with(client: Client, office: Office) -> None:
    event = office.entry()
    office.copy(event)
    new = office.copy()
    theirs = office.copy(office.entry(), author=office.colleague, state="review")

    shown = sections(desk(client))
    event_path = "/pl/admin/events/event/"
    assert set(shown["working-copies"].addresses) == {
        f"{event_path}{event.pk}/change/",
        f"{event_path}add/?copy={new.key}",
    }
    assert shown["review"].addresses == [
        f"{event_path}{theirs.object_id}/change/?copy={theirs.key}"
    ]


def test_an_own_copy_in_review_waits_for_somebody_else(client: Client, office: Office) -> None:
    office.copy(office.entry(), state="review")

    shown = sections(desk(client))
    assert "review" not in shown
    assert "w recenzji" in shown["working-copies"].texts[0]


def test_a_copy_without_a_title_still_has_a_name(client: Client, office: Office) -> None:
    office.copy(title="")

    assert sections(desk(client))["working-copies"].names == ["jeszcze bez tytułu"]


def test_an_entry_both_begun_and_ended_soon_stands_there_twice(
    client: Client, office: Office
) -> None:
    now = timezone.now()
    office.entry(publish_at=now + timedelta(days=1), unpublish_at=now + timedelta(days=2))

    texts = sections(desk(client))["scheduled"].texts
    assert [("koniec" in text) for text in texts] == [False, True]


def test_a_name_for_want_of_another_says_its_language(client: Client, office: Office) -> None:
    office.entry(title_en="")

    name = desk(client, "/en/admin/").select_one("[aria-labelledby=desk-missing-en] .desk-name")
    assert name
    assert name["lang"] == "pl"
    assert not desk(client).select(".desk-name[lang]")


def test_a_mended_translation_leaves_the_desk(client: Client, office: Office) -> None:
    office.outdated()
    OutdatedTranslation.objects.all().delete()

    assert sections(desk(client)) == {}


def test_a_deleted_record_is_told_of_without_a_link(
    client: Client, office: Office, user: User
) -> None:
    office.logged()
    event = Event.objects.get()
    note_action(event, Action.DELETED, user=user)
    event.delete()

    log = sections(desk(client))["log"]
    assert (log.count, log.addresses) == (2, [])


def test_what_the_site_loaded_itself_is_no_news(client: Client, office: Office) -> None:
    record_action(office.entry(), Action.ADDED)

    assert "log" not in sections(desk(client))


def test_the_whole_log_is_for_who_may_read_it(client: Client, office: Office) -> None:
    office.logged()
    link = "[aria-labelledby=desk-log] .desk-more a"
    reader = Client()
    reader.force_login(make.make_user(role="superuser"))

    whole = desk(reader).select_one(link)
    assert whole
    assert reader.get(str(whole["href"])).status_code == 200
    mine = desk(client).select_one(link)
    assert mine is None or client.get(str(mine["href"])).status_code == 200


def test_records_of_every_kind_are_named(client: Client, office: Office) -> None:
    for record in (
        make.make_partnership(summary_en=""),
        make.make_person(summary_pl="Burmistrz"),
        make.make_organisation(name_en="", short_name=""),
        make.make_network(name_en=""),
        make.make_series(name_en=""),
        make.make_source(title_en=""),
        make.make_agreement(title_en="", partnership=office.partnership),
    ):
        shown = rows(desk(client, "/pl/admin/desk/missing-en/"))
        assert any(str(record) in text for text in shown), record


def test_a_title_is_no_markup(client: Client, office: Office) -> None:
    office.copy(title="<script>alert(1)</script>", comment="<b>")

    assert "<script>alert" not in client.get("/pl/admin/").content.decode()


def test_figures_count_by_status_and_home_city(client: Client, office: Office) -> None:
    other = make.make_partnership()
    shared = office.entry(status="review", partnerships=[office.partnership, other])
    office.entry()
    office.entry(status="draft", partnerships=[other])

    lines = {
        row.th.get_text(): [cell.get_text() for cell in row.select("td")]
        for row in desk(client).select(".desk-figures tbody tr")
        if row.th
    }
    assert lines["Wszystkie wpisy"] == ["1", "1", "1"]
    assert lines[str(office.partnership.home)] == ["1", "0", "1"]
    assert lines[str(other.home)] == ["0", "1", "1"]
    for link in desk(client).select(".desk-figures a"):
        listed = client.get(str(link["href"])).context["cl"].result_count
        assert str(listed) == link.get_text()
    assert shared.pk


def test_one_home_city_needs_no_line_of_its_own(client: Client, office: Office) -> None:
    office.entry()

    assert len(desk(client).select(".desk-figures tbody tr")) == 1


def test_working_copies_are_shown_without_reading_their_contents(
    client: Client, office: Office, django_assert_max_num_queries: Any
) -> None:
    office.copy(data={"body_pl": ["x" * 100_000]})

    with django_assert_max_num_queries(BUDGET) as captured:
        client.get("/pl/admin/")
    assert not any('"publishing_workingcopy"."data",' in each["sql"] for each in captured)
    assert WorkingCopy.objects.get().data
