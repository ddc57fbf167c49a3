"""The pictures that stand for pages where they are shared."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PIL import Image

from events.models import Act, Event, YearNote
from events.presentation.cards import of_event
from partners.models import Partnership
from tests import factories as make
from tests.metadata.reading import HOST, properties
from tests.pages.reading import queries, read
from tests.pages.records import Scene, add_entries
from twinning.metadata.cards import HEIGHT, WIDTH, Card, colours, png
from twinning.metadata.cards.lettering import DISPLAY, MORE, TEXT, Face, fitted, wrapped
from twinning.publishing.models import Status

TOKENS = Path(settings.BASE_DIR) / "static" / "site" / "css" / "tokens.css"
LONG = "Przyjęcie delegacji samorządowców i przedsiębiorców " * 5
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 2


def picture(client: Client, path: str) -> str:
    """The address of the picture that the page names."""
    return properties(read(client, path))["og:image"].removeprefix(HOST)


def opened(body: bytes) -> Image.Image:
    return Image.open(BytesIO(body))


@pytest.mark.django_db
class TestServing:
    @pytest.mark.parametrize("language", ["pl", "en"])
    def test_every_page_names_a_picture_of_the_size_it_says(
        self, client: Client, scene: Scene, language: str
    ) -> None:
        event = make.make_event(slug="wpis", date="1994", partnerships=[scene.partnership])
        events = {"pl": "wydarzenia", "en": "events"}[language]
        own = [f"/{language}/katowice/", scene.path(language), f"{scene.path(language)}1994/"]
        own.append(f"/{language}/{events}/1994/{event.slug}/")
        addresses = {picture(client, path) for path in own}

        for path, address in zip(own, sorted(addresses, key=len), strict=True):
            assert address.startswith(f"/{language}/"), path
        for address in (*addresses, picture(client, f"/{language}/")):
            response = client.get(address)
            assert (response.status_code, response["Content-Type"]) == (200, "image/png")
            image = opened(response.content)
            assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
            assert len(response.content) < 60_000
            assert not response.cookies

    def test_it_holds_nothing_but_the_picture_and_is_the_same_each_time(self) -> None:
        card = Card("Wizyta", "Wizyta", line="1994", foot="Katowice – Kolonia", ribbon="moss")
        first = png(card)
        png.cache_clear()

        assert png(card) == first
        assert set(_chunk_names(first)) <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
        assert opened(first).info == {}

    def test_who_has_it_is_not_sent_it_again(self, client: Client, scene: Scene) -> None:
        address = picture(client, scene.path())
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": first["ETag"]})

        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert again["Cache-Control"] == first["Cache-Control"] == "public, max-age=3600"

    def test_its_address_changes_with_what_is_drawn_and_with_nothing_else(
        self, client: Client, scene: Scene
    ) -> None:
        event = make.make_event(slug="wpis", date="1994", partnerships=[scene.partnership])
        path = event.get_absolute_url()
        first = picture(client, path)
        event.body_pl = "<p>Więcej.</p>"  # type: ignore[attr-defined]
        event.save()
        assert picture(client, path) == first

        event.title_pl = "Nowy tytuł"  # type: ignore[attr-defined]
        event.save()
        second = picture(client, path)
        assert second != first
        assert second.partition("?")[0] == first.partition("?")[0]
        Partnership.objects.update(ribbon="plum")
        assert picture(client, path) != second

    def test_the_ribbons_cross_where_something_was_signed(
        self, client: Client, scene: Scene
    ) -> None:
        event = make.make_event(slug="wpis", date="1994", partnerships=[scene.partnership])
        paths = [event.get_absolute_url(), f"{scene.path()}1994/"]
        apart = [client.get(picture(client, path)).content for path in paths]
        Act.objects.create(agreement=scene.agreement, date="1994", event=event)

        for path, before in zip(paths, apart, strict=True):
            address = picture(client, path)
            assert client.get(address).content != before
            assert f'"{address[-12:]}"' == client.get(address)["ETag"]

    @pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.ARCHIVED])
    def test_what_is_not_public_has_none(self, client: Client, scene: Scene, status: str) -> None:
        event = make.make_event(slug="wpis", date="1994", partnerships=[scene.partnership])
        addresses = [
            picture(client, path)
            for path in (event.get_absolute_url(), f"{scene.path()}1994/", scene.path())
        ]
        event.status = status
        event.save()
        assert [client.get(each).status_code for each in addresses] == [404, 404, 200]
        scene.partnership.status = status
        scene.partnership.save()
        assert client.get(addresses[2]).status_code == 404

    def test_nothing_hidden_is_drawn(self, client: Client, scene: Scene) -> None:
        event = make.make_event(slug="wpis", date="1994", partnerships=[scene.partnership])
        paths = ["/pl/katowice/", f"{scene.path()}1994/", event.get_absolute_url()]
        before = [picture(client, path) for path in paths]
        hidden: dict[str, Any] = {"status": Status.DRAFT}
        event.partnerships.add(make.make_partnership(home=scene.home, **hidden))
        draft = make.make_agreement(partnership=scene.partnership, **hidden)
        Act.objects.create(agreement=draft, date="1994", event=event)
        YearNote.objects.create(
            partnership=scene.partnership, first_year=1994, last_year=1994, headline_pl="Zatajone"
        )

        assert [picture(client, path) for path in paths] == before

    @pytest.mark.parametrize(
        "path",
        [
            "/pl/nie-ma/obraz.png",
            "/pl/katowice/nie-ma/obraz.png",
            "/pl/katowice/kolonia/1888/obraz.png",
            "/pl/wydarzenia/1994/nie-ma/obraz.png",
            "/pl/wydarzenia/1995/wpis/obraz.png",
            "/pl/katowice/obraz.png/",
        ],
    )
    def test_where_there_is_no_page_there_is_no_picture(
        self, client: Client, scene: Scene, path: str
    ) -> None:
        make.make_event(slug="wpis", date="1994", partnerships=[scene.partnership])

        assert client.get(path).status_code == 404

    def test_it_follows_a_city_to_its_new_address(self, client: Client, scene: Scene) -> None:
        scene.home.slug_pl = "stolica"  # type: ignore[attr-defined]
        scene.home.save()

        for old, new in (("", ""), ("kolonia/", "kolonia/")):
            response = client.get(f"/pl/katowice/{old}obraz.png")
            assert response["Location"] == f"/pl/stolica/{new}obraz.png"

    @pytest.mark.parametrize(
        ("path", "budget"),
        [
            ("/pl/obraz.png", 0),
            ("/pl/katowice/obraz.png", 2),
            ("/pl/katowice/kolonia/obraz.png", 1),
            ("/pl/katowice/kolonia/1994/obraz.png", 3),
            ("/pl/wydarzenia/1994/wpis/obraz.png", 2),
        ],
    )
    def test_it_costs_the_same_with_one_entry_and_with_three(
        self, client: Client, scene: Scene, path: str, budget: int
    ) -> None:
        make.make_event(slug="wpis", date="1994", partnerships=[scene.partnership])
        assert queries(client, path) == budget
        add_entries(scene, 2)
        assert queries(client, path) == budget

    def test_a_fallback_is_drawn_with_the_name_of_its_language(
        self, client: Client, scene: Scene
    ) -> None:
        make.make_event(
            title_pl="Bez przekładu", title_en="", slug="wpis", partnerships=[scene.partnership]
        )
        page = read(client, "/en/events/1994/wpis/")
        [alt] = page.select("meta[property='og:image:alt']")

        assert (alt["content"], alt["lang"]) == ("Bez przekładu", "pl")
        with override("en"):
            assert of_event(Event.objects.for_card().get()).kicker == "Visit · Polish"


class TestLettering:
    FACES = [Face(DISPLAY, 90), Face(DISPLAY, 60)]

    @pytest.mark.parametrize("text", [LONG, WORD, f"{LONG}{WORD}", "Krótki", "a" * 400])
    def test_no_line_is_wider_than_its_place_and_no_more_stand_than_fit(self, text: str) -> None:
        face, lines = fitted(text, self.FACES, 850, 300)

        assert lines
        assert len(lines) * face.line_height <= 300
        assert all(face.width(line) <= 850 for line in lines)

    @pytest.mark.parametrize("text", [LONG, WORD])
    def test_what_is_left_out_is_seen_to_be(self, text: str) -> None:
        _face, lines = fitted(text, self.FACES, 850, 300)

        assert lines[-1].endswith(MORE)
        assert not re.search(r"[\s,;:–-]…$", lines[-1])

    def test_a_short_title_is_whole_and_as_large_as_can_be(self) -> None:
        assert fitted("Wizyta", self.FACES, 850, 300) == (self.FACES[0], ["Wizyta"])

    def test_a_space_that_must_not_break_does_not(self) -> None:
        lines = wrapped("Wystawa w\u00a0Katowicach", Face(TEXT, 60), 400)

        assert lines == ["Wystawa", "w\u00a0Katowicach"]

    @hypothesis_settings(max_examples=25)
    @given(st.text(max_size=120), st.text(max_size=60))
    def test_any_text_can_be_drawn(self, title: str, line: str) -> None:
        image = opened(png(Card(title, kicker=line, line=line, foot=title, site="x")))

        assert image.size == (WIDTH, HEIGHT)


class TestColours:
    def test_they_are_those_of_the_site(self) -> None:
        light = TOKENS.read_text().partition("@media")[0]
        tokens = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))

        assert set(colours.RIBBONS) == set(Partnership.Ribbon.values)
        assert {name: tokens[name] for name in colours.RIBBONS} == colours.RIBBONS
        named = {"ground": colours.GROUND, "ink": colours.INK, "ink-soft": colours.INK_SOFT}
        named |= {"home": colours.HOME, "rubric": colours.RUBRIC}
        assert {name: tokens[name] for name in named} == named

    @pytest.mark.parametrize(
        "colour", [*colours.RIBBONS.values(), colours.INK, colours.INK_SOFT, colours.RUBRIC]
    )
    def test_what_is_written_stands_out(self, colour: str) -> None:
        lighter, darker = _luminance(colours.GROUND), _luminance(colour)

        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return sum(share * each for share, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _chunk_names(body: bytes) -> list[bytes]:
    names, at = [], 8
    while at < len(body):
        names.append(body[at + 4 : at + 8])
        at += 12 + int.from_bytes(body[at : at + 4])
    return names
