"""Everybody finds on the desk what they may work on, and nothing else."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from partners.models import Partnership
from tests import factories as make
from tests.desk.reading import DESK, desk, rows, sections
from tests.desk.work import WORK, Office
from twinning.publishing.models import User

WRITING = {"returned", "working-copies", "drafts"}
PLANNING = {"scheduled", "jubilees"}
TRANSLATING = {"missing-en", "outdated-en"}
EVIDENCE = {"without-source", "doubtful-dates"}
EDITING = WRITING | PLANNING | TRANSLATING | EVIDENCE | {"alternative-texts", "log"}
SHOWN: dict[str, set[str]] = {
    "superuser": EDITING | {"review", "pages-of-the-law"},
    "publisher": EDITING | {"review", "pages-of-the-law"},
    "editor": EDITING,
    "translator": TRANSLATING | {"alternative-texts", "log"},
    "": set(),
}
REMINDED = {"superuser", "publisher"}


@pytest.fixture
def katowice(db: None) -> Partnership:
    home = make.make_place("katowice", is_home=True, name_pl="Katowice", name_en="Katowice")
    return make.make_partnership(home=home)


@pytest.fixture
def chorzow(db: None) -> Partnership:
    home = make.make_place("chorzow", is_home=True, name_pl="Chorzów", name_en="Chorzów")
    return make.make_partnership(home=home)


def fill(office: Office) -> None:
    for _name, add in WORK.values():
        add(office)


def at_the_desk(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", SHOWN)
def test_a_role_finds_its_own_sections(katowice: Partnership, role: str) -> None:
    fill(Office(make.make_user(), katowice))  # hidden things first: another's work
    user = make.make_user(role=role)
    office = Office(user, katowice)
    if role not in ("", "translator"):
        fill(office)
    page = desk(at_the_desk(user))

    assert set(sections(page)) == SHOWN[role]
    assert bool(page.select_one("#desk-accessibility")) is (role in REMINDED)
    assert bool(page.select_one(".desk-figures")) is bool(role)
    assert bool(page.select_one("#all-records")) is bool(role)


@pytest.mark.parametrize("role", SHOWN)
def test_whatever_a_role_finds_it_may_open(katowice: Partnership, role: str) -> None:
    user = make.make_user(role=role)
    fill(Office(user, katowice))
    client = at_the_desk(user)
    page = desk(client)
    addresses = [str(link["href"]) for link in page.select(".desk-columns a, .desk-figures a")]

    for address in set(addresses):
        assert client.get(address).status_code == 200, address


def test_a_translators_own_work_comes_first(katowice: Partnership) -> None:
    user = make.make_user(role="translator")
    office = Office(user, katowice)
    office.own_copy()
    office.missing()
    office.outdated()

    assert list(sections(desk(at_the_desk(user)))) == [
        *("missing-en", "outdated-en", "working-copies")
    ]


def test_who_has_no_role_yet_is_told_so(katowice: Partnership) -> None:
    fill(Office(make.make_user(), katowice))
    page = desk(at_the_desk(make.make_user()))

    assert "roli" in page.select_one(".desk-all-done").get_text()  # type: ignore[union-attr]
    assert not page.select(".desk a[href*='/change/']")


@pytest.mark.parametrize("role", ["editor", "publisher", "translator"])
def test_who_is_limited_to_katowice_sees_no_work_of_chorzow(
    katowice: Partnership, chorzow: Partnership, role: str
) -> None:
    user = make.make_user(role=role, homes=[katowice.home])
    shared = Office(user, chorzow, "Wspólny").entry(partnerships=[katowice, chorzow], date="1991~")
    shared.citations.all().delete()
    stranger = Office(make.make_user(), chorzow, "Chorzowski")
    fill(stranger)
    stranger.review()
    Office(make.make_user(), katowice, "Katowicki").review()
    fill(Office(user, katowice, "Katowicki"))
    client = at_the_desk(user)

    page = desk(client)
    assert not foreign(page)
    for name in sections(page):
        assert not foreign(desk(client, f"{DESK}desk/{name}/")), name
    assert set(sections(page)) >= SHOWN[role] - WRITING - PLANNING - {"review"}


def foreign(page: BeautifulSoup) -> list[str]:
    """Rows about another city. What stands under "All records" is Django's list of tables."""
    found = [*rows(page), *(row.get_text() for row in page.select(".desk-figures tr"))]
    return [text for text in found if any(word in text for word in ("Chorz", "Wspólny"))]


def test_a_new_record_waits_for_the_reviewers_of_its_city(
    katowice: Partnership, chorzow: Partnership
) -> None:
    reviewer = make.make_user(role="publisher", homes=[katowice.home])
    other: Any = Office(make.make_user(), chorzow, "Chorzowski")
    other.copy(author=other.colleague, state="review")
    other.copy(
        author=other.colleague,
        state="review",
        data={"partnerships": [str(katowice.pk), str(chorzow.pk)]},
    )
    other.copy(author=other.colleague, state="review", data={})
    Office(make.make_user(), katowice, "Katowicki").new_to_review()

    assert sections(desk(at_the_desk(reviewer)))["review"].names == ["Katowicki – kopia"]


def test_a_right_to_one_kind_shows_no_others(katowice: Partnership) -> None:
    from django.contrib.auth.models import Permission

    user = make.make_user(second_factor=True)
    names = ["change_person", "view_person", "publish_person"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    fill(Office(make.make_user(), katowice))
    person = make.make_person(summary_pl="Burmistrz", status="review")

    shown = sections(desk(at_the_desk(user)))
    assert {name: read.names for name, read in shown.items()} == {
        "review": [str(person)],
        "missing-en": [str(person)],
    }


def test_the_desk_is_closed_to_who_is_no_staff(client: Client, db: None) -> None:
    for path in (DESK, f"{DESK}desk/review/", f"{DESK}accessibility-reviewed/"):
        assert client.get(path).status_code == 302, path
    client.force_login(make.make_user(is_staff=False))
    assert client.get(DESK, follow=True).status_code == 403
