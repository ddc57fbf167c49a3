"""Calendars: which days are in them, and what each says of itself."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from events.feeds import subjects
from events.feeds.calendars import subject_calendar
from events.models import Act, Event
from tests import factories as make
from tests.drafts.world import set_columns
from tests.feeds.reading import calendar, checked, events, summaries
from tests.pages.records import Scene

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
SOON = TODAY + timedelta(days=30)


def of_site(today: date = TODAY) -> list[Any]:
    found = subject_calendar(subjects.site(), lambda path: f"https://x.example{path}", today=today)
    parsed: list[Any] = checked(found.to_ical()).walk("VEVENT")
    return parsed


def days(event: Any) -> tuple[date, date]:
    return event["DTSTART"].dt, event["DTEND"].dt


class TestDays:
    @pytest.mark.parametrize(
        ("edtf", "first", "end"),
        [
            ("2027-05-08", date(2027, 5, 8), date(2027, 5, 9)),
            ("2027-05-08/2027-05-10", date(2027, 5, 8), date(2027, 5, 11)),
            ("2027-12-30/2028-01-02", date(2027, 12, 30), date(2028, 1, 3)),
            ("2028-02-29", date(2028, 2, 29), date(2028, 3, 1)),
            ("2027-12-31", date(2027, 12, 31), date(2028, 1, 1)),
            ("9998-12-31", date(9998, 12, 31), date(9999, 1, 1)),
        ],
    )
    def test_the_end_is_the_day_after_the_last(
        self, client: Client, edtf: str, first: date, end: date
    ) -> None:
        make.make_event(date=edtf)

        [event] = of_site(date(2027, 1, 1))

        assert days(event) == (first, end)
        assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"

    @pytest.mark.parametrize(
        "edtf",
        [
            "2027", "2027-05", "2027-21", "202X", "2027-05-08~", "2027-05-08?", "2027-05-08%",
            "2027-05-08/..", "2027-05/2027-06-08", "2027-05-08/2027-06", "2027-05-08~/2027-05-09",
        ],
    )  # fmt: skip
    def test_what_is_not_known_to_the_day_is_left_out(self, client: Client, edtf: str) -> None:
        event = make.make_event(date=edtf)

        assert of_site(date(2027, 1, 1)) == []
        assert client.get(event.get_absolute_url() + "kalendarz.ics").status_code == 404
        assert b".ics" not in client.get(event.get_absolute_url()).content

    def test_an_event_stays_for_a_year(self, client: Client) -> None:
        for day in ("2025-11-23", "2025-11-24", "2025-11-20/2025-11-30", "2026-11-25"):
            make.make_event(day, date=day)

        told = [str(each["SUMMARY"]) for each in of_site(date(2026, 11, 24))]

        assert told == ["2025-11-20/2025-11-30", "2025-11-24", "2026-11-25"]

    @pytest.mark.parametrize("edtf", ["1024-03-05", "1994-06-12", "9999-12-31"])
    def test_an_event_however_far_away_can_be_noted_by_itself(
        self, client: Client, edtf: str
    ) -> None:
        event = make.make_event(date=edtf)

        [found] = events(client, event.get_absolute_url() + "kalendarz.ics")

        assert found["DTSTART"].dt == date.fromisoformat(edtf)

    def test_its_calendar_at_a_wrong_year_leads_to_the_right_one(self, client: Client) -> None:
        make.make_event(date="1994-06-12", slug="turniej")

        response = client.get("/pl/wydarzenia/1995/turniej/kalendarz.ics")

        assert response.status_code == 301
        assert response["Location"] == "/pl/wydarzenia/1994/turniej/kalendarz.ics"


def sign(agreement: Any, day: str, **given: Any) -> Act:
    return Act.objects.create(agreement=agreement, date=day, **given)


class TestJubilees:
    def test_those_of_two_years_are_told_with_the_cities(self, scene: Scene) -> None:
        act = sign(scene.agreement, "2007-06-12")

        with override("en"):
            [found] = of_site(date(2026, 11, 24))

        assert (
            str(found["SUMMARY"]) == "Katowice – Cologne: 20th anniversary of the first agreement"
        )
        assert days(found) == (date(2027, 6, 12), date(2027, 6, 13))
        assert str(found["DESCRIPTION"]) == f"{scene.agreement.title_en}\nSigned: 12 June 2007"  # type: ignore[attr-defined]
        assert found["CATEGORIES"].cats == ["Jubilees"]
        assert act.agreement.version == found["SEQUENCE"]

    def test_one_of_a_leap_day_falls_on_the_last_of_february(self, scene: Scene) -> None:
        sign(scene.agreement, "2008-02-29")

        told = [days(each)[0] for today in (2017, 2027) for each in of_site(date(today, 6, 1))]

        assert told == [date(2018, 2, 28), date(2028, 2, 29)]

    @pytest.mark.parametrize("day", ["2007", "2007-06", "2007~", "2007-06-12?", "200X"])
    def test_one_that_is_not_known_to_the_day_is_left_out(self, scene: Scene, day: str) -> None:
        sign(scene.agreement, day)

        assert of_site(date(2026, 11, 24)) == []

    def test_each_is_told_in_the_calendars_of_its_cities_alone(
        self, client: Client, scene: Scene
    ) -> None:
        year = SOON.year - 20
        sign(scene.agreement, SOON.replace(year=year, day=1).isoformat())
        other = make.make_agreement()
        sign(other, SOON.replace(year=year, day=2).isoformat())

        assert len(summaries(client, "/pl/kalendarz.ics")) == 2
        for path in ("/pl/katowice/kalendarz.ics", "/pl/katowice/kolonia/kalendarz.ics"):
            [summary] = summaries(client, path)
            assert summary.startswith("Katowice – Kolonia: ")

    def test_an_agreement_of_a_hidden_partnership_does_not_name_its_cities(
        self, scene: Scene
    ) -> None:
        set_columns(scene.partnership, status="draft")
        sign(scene.agreement, "2007-06-12")

        [found] = of_site(date(2026, 11, 24))

        assert str(found["SUMMARY"]).startswith(scene.agreement.title)
        assert "Kolonia" not in found.to_ical().decode()


class TestAComponent:
    @pytest.fixture
    def event(self, scene: Scene) -> Event:
        return make.make_event(
            title_en="Tournament",
            summary_en="They played.",
            slug_en="tournament",
            date=SOON.isoformat(),
            place=scene.home,
            venue_en="Hall",
            venue_pl="Hala",
            topics=[make.make_topic(name_pl="Sport", name_en="Sports")],
        )

    def test_says_all_it_should(self, client: Client, event: Event) -> None:
        [found] = events(client, "/en/calendar.ics")

        year = event.date.earliest.year
        texts = ("SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES")
        assert [found[name].params["LANGUAGE"] for name in texts] == ["en"] * 4
        assert str(found["SUMMARY"]) == "Tournament"
        assert str(found["DESCRIPTION"]) == "They played."
        assert str(found["LOCATION"]) == "Hall, Katowice"
        assert found["CATEGORIES"].cats == ["Sports"]
        assert str(found["URL"]) == f"http://testserver/en/events/{year}/tournament/"
        assert (str(found["TRANSP"]), str(found["CLASS"])) == ("TRANSPARENT", "PUBLIC")
        assert "STATUS" not in found
        last = event.updated_at.replace(microsecond=0)
        assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == last

    def test_keeps_its_uid_and_raises_its_sequence(self, client: Client, event: Event) -> None:
        [before] = events(client, "/en/calendar.ics")
        event.version += 1
        event.title_en, event.slug_en = "Other", "moved"  # type: ignore[attr-defined]
        event.save()

        for path in ("/en/calendar.ics", "/pl/kalendarz.ics"):
            [after] = events(client, path)
            assert after["UID"] == before["UID"]
            assert after["SEQUENCE"] == before["SEQUENCE"] + 1
            assert after["DTSTAMP"].dt >= before["DTSTAMP"].dt
        [alone] = events(client, f"/en/events/{event.date.earliest.year}/moved/calendar.ics")
        assert alone["UID"] == before["UID"]

    def test_says_where_a_text_stands_in_another_language(
        self, client: Client, event: Event, scene: Scene
    ) -> None:
        topic = make.make_topic(name_pl="Nauka", name_en="")
        event.topics.add(topic)
        set_columns(event, title_pl="Turniej", title_en="", venue_en="", summary_en="")

        [found] = events(client, "/en/calendar.ics")

        assert (str(found["SUMMARY"]), found["SUMMARY"].params["LANGUAGE"]) == ("Turniej", "pl")
        assert str(found["LOCATION"]) == "Hala, Katowice"
        assert found["LOCATION"].params["LANGUAGE"] == "pl"
        description = found["DESCRIPTION"]
        assert str(description) == "Some texts of this entry are available only in Polish."
        assert description.params["LANGUAGE"] == "en"
        assert [(each.params["LANGUAGE"], each.cats) for each in found["CATEGORIES"]] == [
            ("en", ["Sports"]),
            ("pl", ["Nauka"]),
        ]

    def test_a_jubilee_of_a_city_without_english_name_is_told_in_polish(self, scene: Scene) -> None:
        set_columns(scene.partner, name_en="")
        sign(scene.agreement, "2007-06-12")

        with override("en"):
            [found] = of_site(date(2026, 11, 24))

        assert str(found["SUMMARY"]) == "Katowice – Kolonia: 20. rocznica pierwszej umowy"
        assert found["SUMMARY"].params["LANGUAGE"] == "pl"
        assert "available only in Polish" in str(found["DESCRIPTION"])


class TestTheCalendar:
    def test_says_what_it_is(self, client: Client, scene: Scene) -> None:
        make.make_event(date=SOON.isoformat(), partnerships=[scene.partnership])

        response = client.get("/en/katowice/cologne/calendar.ics")
        found = checked(response.content)

        assert response["Content-Disposition"] == (
            'attachment; filename="katowice-cologne-calendar.ics"'
        )
        assert str(found["VERSION"]) == "2.0"
        assert str(found["PRODID"]) == "-//katowice.example//Partner cities//EN"
        assert (str(found["CALSCALE"]), str(found["METHOD"])) == ("GREGORIAN", "PUBLISH")
        assert (
            str(found["NAME"])
            == str(found["X-WR-CALNAME"])
            == ("Katowice – Cologne – Partner cities")
        )
        assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in response.content
        assert b"X-PUBLISHED-TTL:P1D\r\n" in response.content
        here = "http://testserver/en/katowice/cologne/"
        assert (str(found["URL"]), str(found["SOURCE"])) == (here, f"{here}calendar.ics")

    def test_an_empty_one_still_has_a_component(self, client: Client, scene: Scene) -> None:
        found = calendar(client, "/pl/kalendarz.ics")

        assert [each.name for each in found.subcomponents] == ["VTIMEZONE"]

    def test_lines_are_folded_by_octets(self, client: Client, scene: Scene) -> None:
        make.make_event("Zażółć gęślą jaźń " * 8, date=SOON.isoformat())

        content = client.get("/pl/kalendarz.ics").content

        assert content.endswith(b"END:VCALENDAR\r\n")
        assert max(len(line) for line in content.split(b"\r\n")) <= 75
        for line in content.split(b"\r\n"):
            line.decode()  # no letter is cut in two

    @pytest.mark.parametrize("path", ["/pl/lyon/kalendarz.ics", "/pl/katowice/lyon/kalendarz.ics"])
    def test_of_what_is_not_there_is_not_found(
        self, client: Client, scene: Scene, path: str
    ) -> None:
        assert client.get(path).status_code == 404
