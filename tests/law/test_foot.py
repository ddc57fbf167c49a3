"""The foot of every page: which links, in which order, and none that leads nowhere."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import Tag
from django.test import Client
from django.utils import timezone

from tests import factories as make
from tests.pages.reading import attribute, queries, read, words
from twinning.publishing.models import Status
from twinning.publishing.previewing import make_public, undone
from twinning.site.law.frame import frame
from twinning.site.models import Declaration, PrivacyNotice, ReuseNotice

pytestmark = pytest.mark.django_db

IN_ORDER = [
    "Deklaracja dostępności",
    "Polityka prywatności",
    "Tekst łatwy do czytania (ETR)",
    "Polski język migowy (PJM)",
    "Biuletyn Informacji Publicznej (BIP)",
    "Mapa strony",
    "Ponowne wykorzystywanie informacji",
    "Kontakt",
]


def foot(client: Client, path: str = "/pl/") -> Tag:
    found = read(client, path).find("footer")
    assert isinstance(found, Tag)
    return found


def labels(client: Client, path: str = "/pl/") -> list[str]:
    return [words(each) for each in foot(client, path).select("nav:last-of-type a")]


def test_the_links_stand_in_the_order_of_the_guidance(client: Client) -> None:
    make.make_pages_of_the_law()

    assert labels(client) == IN_ORDER


def test_where_nothing_is_filled_in_only_the_site_map_stands(client: Client) -> None:
    assert labels(client) == ["Mapa strony"]
    for path in ("kontakt", "deklaracja-dostepnosci", "polityka-prywatnosci",
                 "ponowne-wykorzystywanie"):  # fmt: skip
        assert client.get(f"/pl/{path}/").status_code == 404


@pytest.mark.parametrize("path", ["/pl/", "/pl/mapa-strony/", "/pl/dane/", "/pl/nie-ma/"])
def test_every_page_has_it_an_error_too(client: Client, path: str) -> None:
    make.make_pages_of_the_law()
    status = 404 if path == "/pl/nie-ma/" else 200

    found = read(client, path, status).select("footer nav:last-of-type a")
    assert [words(each) for each in found] == IN_ORDER


def test_an_english_page_says_that_the_citys_own_pages_are_polish(client: Client) -> None:
    make.make_pages_of_the_law()

    links = foot(client, "/en/").select("[hreflang=pl]")
    assert [words(each) for each in links] == [
        "Easy-to-read text (ETR) (in Polish)",
        "Polish Sign Language (PJM) (in Polish)",
        "Public Information Bulletin (BIP) (in Polish)",
    ]
    assert not foot(client).select("[hreflang]")


@pytest.mark.parametrize(
    ("model", "label"),
    [
        (Declaration, "Deklaracja dostępności"),
        (PrivacyNotice, "Polityka prywatności"),
        (ReuseNotice, "Ponowne wykorzystywanie informacji"),
    ],
)
class TestAPlannedPage:
    def test_is_led_to_from_the_moment_it_is_public(
        self, client: Client, model: Any, label: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        make.make_pages_of_the_law()
        record = model.objects.get()
        record.publish_at = timezone.now() + timedelta(hours=1)
        record.save()
        assert label not in labels(client)

        frame()
        later = timezone.now() + timedelta(hours=2)
        monkeypatch.setattr(timezone, "now", lambda: later)
        assert label in labels(client)

    def test_is_left_out_once_it_is_withdrawn(self, client: Client, model: Any, label: str) -> None:
        make.make_pages_of_the_law()
        assert label in labels(client)
        record = model.objects.get()
        record.status = Status.ARCHIVED
        record.save(update_fields=["status"])

        assert label not in labels(client)


class TestCoFunding:
    def test_is_off_until_it_is_published(self, client: Client) -> None:
        notice: Any = make.make_funding(status=Status.DRAFT)
        assert not foot(client).select(".funding")
        notice.status = Status.PUBLISHED
        notice.save()

        assert len(foot(client).select(".funding")) == 1

    def test_shows_each_logo_with_its_alternative_text(self, client: Client) -> None:
        make.make_funding(2)

        logos = foot(client, "/en/").select(".funding img")
        assert [attribute(each, "alt") for each in logos] == ["A bridge", "A bridge"]
        assert {attribute(each, "loading") for each in logos} == {"lazy"}

    def test_without_english_says_that_it_is_polish(self, client: Client) -> None:
        make.make_funding(0, text_en="")

        assert foot(client, "/en/").select(".funding [lang=pl]")

    def test_that_is_only_previewed_shows_to_nobody(self, client: Client) -> None:
        notice: Any = make.make_funding(status=Status.DRAFT)

        def imagine() -> int:
            make_public(notice)
            return len(frame().funders)

        assert undone(imagine) == 1
        assert not foot(client).select(".funding")


def test_it_costs_no_query_whatever_is_in_it(client: Client) -> None:
    bare = queries(client, "/pl/organizacje/")
    make.make_pages_of_the_law()
    make.make_funding(3)

    assert queries(client, "/pl/organizacje/") == bare == 1


def test_everything_about_the_site_is_on_the_site_map(client: Client) -> None:
    make.make_pages_of_the_law()

    page = read(client, "/pl/mapa-strony/")
    names = [words(each) for each in page.select("main a")]
    for label in [*IN_ORDER, "Organizacje", "Osoby", "Umowy", "Otwarte dane", "Dokumenty źródłowe"]:
        assert (label in names) is (label != "Mapa strony"), label
