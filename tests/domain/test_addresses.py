"""Slugs: filled per language, plain, unique, and never in the way of the site's own addresses."""

from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from events.models import Event
from partners.models import Network, Organisation, Person, Place
from tests.factories import make_event, make_network, make_organisation, make_place
from twinning.publishing.models.address import reserved_segments

pytestmark = pytest.mark.django_db


def draft(title_pl: str, title_en: str = "", **given: Any) -> Any:
    return Event(
        title_pl=title_pl, title_en=title_en, summary_pl="Było.", date="1994", kind="visit", **given
    )


def slugs(record: Any) -> tuple[str, str]:
    return record.slug_pl, record.slug_en


class TestMadeOfTheTitle:
    def test_each_language_has_its_own(self) -> None:
        event = draft("Koncert kolęd", "Carol concert")
        event.full_clean()

        assert slugs(event) == ("koncert-koled", "carol-concert")

    def test_without_a_translated_title_the_polish_slug_stands_in(self) -> None:
        event = draft("Koncert kolęd")
        event.full_clean()

        assert slugs(event) == ("koncert-koled", "koncert-koled")

    def test_saving_alone_fills_them_too(self) -> None:
        event = draft("Koncert kolęd", "Carol concert")
        event.save()

        assert slugs(Event.objects.get()) == ("koncert-koled", "carol-concert")

    @pytest.mark.parametrize(
        ("title", "slug"),
        [
            ("Zażółć gęślą jaźń", "zazolc-gesla-jazn"),
            ("ŁÓDŹ – Żółć", "lodz-zolc"),
            ("Saint-Étienne: święto!", "saint-etienne-swieto"),
            ("Straße in Köln", "strasse-in-koln"),
            ("Ørsted i Đorđe", "orsted-i-dorde"),
            ("„Wiara, nadzieja” – wystawa", "wiara-nadzieja-wystawa"),
            ("20. rocznica", "20-rocznica"),
        ],
    )
    def test_letters_are_folded_to_plain_ones(self, title: str, slug: str) -> None:
        event = draft(title)
        event.full_clean()

        assert event.slug_pl == slug

    def test_a_long_title_is_cut_without_a_dash_at_the_end(self) -> None:
        event = draft("Konferencja " * 10)
        event.full_clean()

        assert len(event.slug_pl) <= 80
        assert not event.slug_pl.endswith("-")

    @pytest.mark.parametrize("title", ["沈阳", "…", "—"])
    def test_a_title_that_makes_no_address_asks_for_one(self, title: str) -> None:
        with override("en"), pytest.raises(ValidationError) as refusal:
            draft(title).full_clean()

        assert "slug_pl" in refusal.value.message_dict

    def test_a_person_is_found_under_the_full_name(self) -> None:
        person = Person(given_name="Jerzy", family_name="Śmiałek")
        person.full_clean()

        assert slugs(person) == ("jerzy-smialek", "jerzy-smialek")

    @given(st.text(alphabet="aąbćłńóśźżĄĆŁ -–„”.1", min_size=1, max_size=100))
    def test_whatever_the_title_there_is_an_address_or_a_refusal(self, title: str) -> None:
        event = draft(title.strip() or "a")
        event.title_pl = event.title_pl[:160]
        try:
            event.full_clean()
        except ValidationError as error:
            assert set(error.message_dict) <= {"slug_pl", "title_pl"}  # noqa: PT017
        else:
            assert event.get_absolute_url().endswith(f"/{event.slug_pl}/")


class TestGivenByHand:
    def test_an_explicit_slug_is_kept(self) -> None:
        event = draft("Koncert kolęd", "Carol concert", slug_pl="koledy-1998", slug_en="carols")
        event.full_clean()

        assert slugs(event) == ("koledy-1998", "carols")

    def test_a_new_title_does_not_move_a_page(self) -> None:
        event: Any = make_event("Wizyta", slug_pl="wizyta")
        event.title_pl = "Wizyta studyjna"
        event.full_clean()
        event.save()

        assert event.slug_pl == "wizyta"

    def test_a_slug_of_more_than_plain_letters_is_refused(self) -> None:
        with pytest.raises(ValidationError) as refusal:
            draft("Koncert", slug_pl="koncert kolęd").full_clean()

        assert "slug_pl" in refusal.value.message_dict

    @pytest.mark.parametrize("language", ["pl", "en"])
    def test_two_entries_never_share_an_address(self, language: str) -> None:
        make_event(**{f"slug_{language}": "koncert"})

        with pytest.raises(ValidationError) as refusal:
            draft("Inny", "Another", **{f"slug_{language}": "koncert"}).full_clean()
        assert f"slug_{language}" in refusal.value.message_dict

        with pytest.raises(IntegrityError):
            draft("Inny", "Another", **{f"slug_{language}": "koncert"}).save()

    def test_different_kinds_of_record_may_share_one(self) -> None:
        make_organisation("fiped")
        network = make_network("fiped")

        assert network.get_absolute_url() != Organisation.objects.get().get_absolute_url()


class TestFoundAgain:
    def test_an_address_leads_to_a_record_in_its_own_language_only(self) -> None:
        event = make_event(slug_pl="koncert", slug_en="concert")

        with override("pl"):
            assert list(Event.objects.at_slug("koncert")) == [event]
            assert not Event.objects.at_slug("concert").exists()
        with override("en"):
            assert list(Event.objects.at_slug("concert")) == [event]
            assert not Event.objects.at_slug("koncert").exists()

    def test_addresses_are_in_the_language_of_the_reader(self) -> None:
        event = make_event(slug_pl="koncert", slug_en="concert", date="1994-06")

        with override("pl"):
            assert event.get_absolute_url() == "/pl/wydarzenia/1994/koncert/"
        with override("en"):
            assert event.get_absolute_url() == "/en/events/1994/concert/"

    def test_a_date_without_a_beginning_has_no_address_and_is_refused(self) -> None:
        event = draft("Początki")
        event.date = "../1998"
        event.fill_slugs()

        with pytest.raises(NoReverseMatch):
            event.get_absolute_url()
        with override("en"), pytest.raises(ValidationError):
            event.full_clean()


class TestReserved:
    @pytest.mark.parametrize(
        "slug",
        [
            "wydarzenia",
            "events",
            "organizacje",
            "organisations",
            "dane",
            "data",
            "admin",
            "pl",
            "en",
        ],
    )
    @pytest.mark.parametrize("language", ["pl", "en"])
    def test_a_place_never_stands_in_the_way_of_the_site(self, slug: str, language: str) -> None:
        place = Place(name_pl="Miasto", country="PL", **{f"slug_{language}": slug})

        with override("en"):
            with pytest.raises(ValidationError) as refusal:
                place.full_clean()
            assert f"“{slug}” is already an address" in " ".join(refusal.value.messages)

    def test_a_place_whose_name_makes_such_an_address_is_refused_as_well(self) -> None:
        with pytest.raises(ValidationError):
            Place(name_pl="Dane", country="PL").full_clean()

    def test_each_segment_below_the_languages_is_known(self) -> None:
        reserved = reserved_segments()
        for code, _name in settings.LANGUAGES:
            with override(code):
                for name in ("organisations", "people", "agreements", "series_list", "networks"):
                    assert reverse(name).split("/")[2] in reserved
        assert "katowice" not in reserved
        assert not any(segment.startswith("<") for segment in reserved)

    def test_only_a_place_is_held_to_it(self) -> None:
        network: Any = Network(name_pl="Dane")
        network.full_clean()

        assert network.slug_pl == "dane"
        assert get_resolver().resolve("/pl/sieci/dane/").url_name == "network"

    def test_an_ordinary_place_is_free(self) -> None:
        assert make_place("zabrze").get_absolute_url() == "/pl/zabrze/"
