"""The sentences that pages are made of: when, what and where, who, from what, for whom."""

import datetime
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.models import (
    Act,
    Agreement,
    Citation,
    Delegation,
    DelegationMember,
    Event,
    Participation,
    Signatory,
)
from partners.models import Partnership, Person
from tests.factories import (
    make_agreement,
    make_event,
    make_organisation,
    make_partnership,
    make_person,
    make_place,
    make_source,
    make_topic,
    make_user,
)
from twinning.dates import HistoricalDate
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db


def told(events: Iterable[Event]) -> set[str]:
    return {event.date.edtf for event in events}


def dated(*dates: str) -> None:
    for date in dates:
        make_event(date=date)


class TestWhen:
    def test_a_year_is_touched_by_whatever_may_lie_in_it(self) -> None:
        inside = {"2009", "2009-01-01", "2009-12-31", "2009~/2010~", "2008/2009", "200X", "1998/.."}
        dated(*inside, "2008-12-31", "2010-01-01", "2010/..")

        assert told(Event.objects.touching(2009)) == inside

    def test_no_entry_touches_a_year_that_no_calendar_has(self) -> None:
        dated("1998/..")

        assert not Event.objects.touching(0).exists()
        assert not Event.objects.touching(10_000).exists()

    def test_between_two_days_both_are_meant(self) -> None:
        dated("2011-04-05", "2011-04-06", "2011-04-06/2011-04-09", "2011-04-09", "2011-04-10")

        days = datetime.date(2011, 4, 6), datetime.date(2011, 4, 9)

        assert told(Event.objects.between(*days)) == {
            "2011-04-06",
            "2011-04-06/2011-04-09",
            "2011-04-09",
        }

    def test_a_year_tells_what_began_in_it_and_what_goes_on_into_it(self) -> None:
        dated("1998", "1998-05", "1996/2001", "1998/..", "1999", "1997")

        assert told(Event.objects.told_in(1998)) == {"1998", "1998-05", "1996/2001", "1998/.."}

    def test_what_has_no_end_is_told_once_in_the_year_it_began(self) -> None:
        dated("1998/..")

        assert told(Event.objects.told_in(1998)) == {"1998/.."}
        assert not Event.objects.told_in(1999).exists()
        assert Event.objects.touching(1999).exists()

    def test_an_entry_of_several_years_is_told_in_each_of_them_and_no_further(self) -> None:
        dated("1996/2001")

        years = [year for year in range(1994, 2004) if Event.objects.told_in(year).exists()]

        assert years == [1996, 1997, 1998, 1999, 2000, 2001]
        assert Event.objects.beginning_in(1996).exists()
        assert not Event.objects.beginning_in(1997).exists()

    def test_a_year_stands_before_its_months_and_a_month_before_its_days(self) -> None:
        order = ["199X", "1994", "1994-06", "1994-06-12/1994-06-14", "1994-06-12", "1994-11"]
        dated(*reversed(order))

        assert [event.date.edtf for event in Event.objects.in_order()] == order

    def test_entries_of_the_same_day_keep_the_order_in_which_they_were_written(self) -> None:
        entries = [make_event(date="1994-06-12") for _ in range(5)]

        assert list(Event.objects.in_order()) == entries
        assert list(Event.objects.newest_first()) == entries[::-1]

    def test_the_default_order_is_the_order_of_the_chronicle(self) -> None:
        dated("1994-06", "1994", "1993-12-31", "1994-06-12")

        assert list(Event.objects.all()) == list(Event.objects.in_order())

    def test_newest_first_is_the_exact_reverse(self) -> None:
        dated("1994", "1994-06", "1994-06-12", "1994-06-12", "2001")

        assert list(Event.objects.newest_first()) == list(Event.objects.in_order())[::-1]

    def test_a_date_set_for_many_entries_brings_its_bounds_along(self) -> None:
        dated("1994", "1995")

        Event.objects.update(date="2011-04-06/2011-04-09")

        assert told(Event.objects.touching(2011)) == {"2011-04-06/2011-04-09"}
        assert not Event.objects.touching(1994).exists()

    @given(st.lists(st.dates(datetime.date(1990, 1, 1), datetime.date(1992, 12, 31)), max_size=4))
    def test_every_entry_is_told_in_the_year_it_begins(self, days: list[datetime.date]) -> None:
        Event.objects.all().delete()
        Event.objects.bulk_create(
            Event(
                date=HistoricalDate.of_day(day),
                kind="visit",
                title_pl="Wizyta",
                slug=f"w-{number}",
                slug_pl=f"w-{number}",
                slug_en=f"v-{number}",
            )
            for number, day in enumerate(days)
        )
        for year in (1990, 1991, 1992):
            expected = sum(day.year == year for day in days)
            assert Event.objects.told_in(year).count() == expected
            assert Event.objects.beginning_in(year).count() == expected


class TestWhatAndWhere:
    def test_about_a_topic_counts_an_entry_of_two_topics_once(self) -> None:
        sport, youth = make_topic("sport"), make_topic("mlodziez")
        both = make_event(topics=[sport, youth])
        make_event(topics=[youth])
        make_event()

        assert list(Event.objects.about(sport)) == [both]
        assert Event.objects.about(sport).about(youth).count() == 1

    def test_in_a_place_are_those_that_happened_there_too(self) -> None:
        katowice, lyon = make_place("katowice"), make_place("lyon")
        there = make_event(place=katowice)
        also = make_event(place=lyon, also_in=[katowice])
        twice = make_event(place=katowice, also_in=[katowice, lyon])
        make_event(place=lyon)
        make_event()

        assert list(Event.objects.in_place(katowice)) == [there, also, twice]

    def test_an_entry_hangs_on_the_ribbon_of_the_place_where_it_happened(self) -> None:
        partnership = make_partnership()
        home, partner = partnership.home, partnership.partner
        for given_place in (
            {"place": home},
            {"place": partner},
            {"place": home, "also_in": [partner]},
            {"place": make_place(), "also_in": [partner]},
            {},
            {"place": make_place()},
        ):
            make_event(partnerships=[partnership], **given_place)

        assert list(ribbons(partnership, "at_home", "at_partner")) == [
            (True, False),
            (False, True),
            (True, True),
            (False, True),
            (False, False),
            (False, False),
        ]

    def test_a_signing_is_where_a_published_agreement_was_acted_upon(self) -> None:
        signing, draft, visit = make_event(), make_event(), make_event()
        Act.objects.create(agreement=make_agreement(), date="1994-06", event=signing)
        Act.objects.create(agreement=make_agreement(), date="1994-11", event=signing)
        Act.objects.create(
            agreement=make_agreement(status=Status.DRAFT), date="1994-06", event=draft
        )

        assert list(ribbons(make_partnership(), "pk", "is_signing")) == [
            (signing.pk, True),
            (draft.pk, False),
            (visit.pk, False),
        ]


class TestWhoAndFromWhat:
    def test_an_organisation_is_found_on_its_own_and_in_a_delegation_once_each(self) -> None:
        school = make_organisation()
        host = make_event()
        Participation.objects.create(event=host, organisation=school, role="host")
        Participation.objects.create(event=host, organisation=school, role="organiser")
        visit = make_event()
        for _ in range(2):
            DelegationMember.objects.create(delegation=delegation(visit), organisation=school)
        Participation.objects.create(
            event=make_event(), organisation=make_organisation(), role="host"
        )

        assert list(Event.objects.with_organisation(school)) == [host, visit]

    def test_a_person_is_found_as_participant_traveller_and_signatory(self) -> None:
        mayor = make_person()
        speech, journey, signing, other = (make_event() for _ in range(4))
        Participation.objects.create(event=speech, person=mayor, role="speaker")
        DelegationMember.objects.create(delegation=delegation(journey), person=mayor, leads=True)
        sign(make_agreement(), signing, mayor)
        sign(make_agreement(), other, make_person())

        assert list(Event.objects.with_person(mayor)) == [speech, journey, signing]

    def test_who_signed_a_draft_agreement_is_nobodys_business_yet(self) -> None:
        mayor, event = make_person(), make_event()
        sign(make_agreement(status=Status.DRAFT), event, mayor)

        assert not Event.objects.with_person(mayor).exists()

    def test_citing_a_source_counts_two_citations_as_one_entry(self) -> None:
        source = make_source()
        event = make_event()
        Citation.objects.create(event=event, source=source, locator_pl="ROK 2011")
        Citation.objects.create(event=event, source=source, locator_pl="ROK 2012")
        Citation.objects.create(event=make_event(), source=make_source())
        Citation.objects.create(agreement=make_agreement(), source=source)

        assert list(Event.objects.citing(source)) == [event]

    def test_the_sentences_combine_without_losing_or_doubling_an_entry(self) -> None:
        partnership, school, topic = make_partnership(), make_organisation(), make_topic()
        event = make_event(
            date="2011-04-06",
            place=partnership.home,
            also_in=[partnership.partner],
            partnerships=[partnership, make_partnership(home=partnership.home)],
            topics=[topic, make_topic()],
        )
        Participation.objects.create(event=event, organisation=school, role="host")

        found = (
            Event.objects.published()
            .of_partnership(partnership)
            .touching(2011)
            .about(topic)
            .of_kind("visit")
            .in_place(partnership.partner)
            .with_organisation(school)
            .seen_from(partnership)
            .for_own_page()
            .in_order()
        )

        assert list(found) == [event]


class TestWhoMayChangeIt:
    def test_an_editor_without_a_city_may_change_every_entry(self) -> None:
        make_event()
        make_event(partnerships=[make_partnership()])

        assert Event.objects.editable_by(make_user()).count() == 2

    def test_an_editor_of_one_city_changes_only_entries_of_that_city_alone(self) -> None:
        katowice, chorzow = make_place("katowice", is_home=True), make_place(is_home=True)
        ours, theirs = make_partnership(home=katowice), make_partnership(home=chorzow)
        own = make_event(partnerships=[ours, make_partnership(home=katowice)])
        make_event(partnerships=[theirs])
        make_event(partnerships=[ours, theirs])
        make_event()

        assert list(Event.objects.editable_by(make_user(homes=[katowice]))) == [own]

    def test_an_editor_of_two_cities_changes_what_they_share(self) -> None:
        first, second = make_partnership(), make_partnership()
        shared = make_event(partnerships=[first, second])

        user = make_user(homes=[first.home, second.home])

        assert list(Event.objects.editable_by(user)) == [shared]
        assert not Event.objects.editable_by(make_user(homes=[first.home])).exists()

    def test_a_superuser_is_not_held_to_a_city(self) -> None:
        event = make_event()
        user = make_user(role="superuser", homes=[make_place(is_home=True)])

        assert list(Event.objects.editable_by(user)) == [event]


class TestWhatIsStillToBeDone:
    def test_a_citation_of_something_else_is_no_source(self) -> None:
        cited, bare = make_event(), make_event()
        Citation.objects.create(event=cited, source=make_source())
        Citation.objects.create(agreement=make_agreement(), source=make_source())

        assert list(Event.objects.without_source()) == [bare]

    def test_a_date_is_in_doubt_at_either_end_or_because_of_a_source(self) -> None:
        dated("1994", "1994-06-12", "200X", "1998/..", "2014-09-12/2014-09-14")
        dated("1991~", "1992?", "1993%", "2009~/2010~", "1995/1996?")
        disputed = make_event(date="2001")
        source = make_source()
        Citation.objects.create(event=disputed, source=source, disagrees=True, claim_pl="Nie")
        Citation.objects.create(event=disputed, source=source, disagrees=True, claim_pl="Nigdy")
        other = make_agreement()
        Citation.objects.create(agreement=other, source=source, disagrees=True, claim_pl="Nie")

        assert told(Event.objects.with_doubtful_date()) == {
            *("1991~", "1992?", "1993%", "2009~/2010~", "1995/1996?", "2001")
        }
        assert Event.objects.with_doubtful_date().count() == 6

    def test_a_text_that_is_empty_in_both_languages_is_not_missing(self) -> None:
        make_event(body_pl="", body_en="", venue_pl="", venue_en="Only in English")
        title = make_event(title_en="")
        venue = make_event(venue_pl="Ratusz")
        make_event(slug_en="")

        assert set(Event.objects.lacking_translation("en")) == {title, venue}


def delegation(event: Event) -> Delegation:
    return Delegation.objects.create(event=event, origin=make_place(), destination=make_place())


def ribbons(partnership: Partnership, *names: str) -> Iterable[tuple[object, ...]]:
    return Event.objects.seen_from(partnership).in_order().values_list(*names)


def sign(agreement: Agreement, event: Event, person: Person) -> None:
    act = Act.objects.create(agreement=agreement, date="1994-06", event=event)
    Signatory.objects.create(act=act, person=person)
