"""Feeds of new entries: what stands in them, in which order and language, and for how long."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from events.models import Event
from tests import factories as make
from tests.drafts.world import set_columns
from tests.feeds.reading import ATOM, LANG, parsed, titles, tree
from tests.pages.reading import words
from tests.pages.records import Scene

pytestmark = pytest.mark.django_db


def published(days_ago: int, title: str = "", **given: Any) -> Event:
    event = make.make_event(title, **given)
    moment = timezone.now() - timedelta(days=days_ago)
    set_columns(event, published_at=moment, updated_at=moment)
    return event


class TestWhatStandsInIt:
    def test_what_became_public_last_comes_first_whenever_it_happened(
        self, client: Client, scene: Scene
    ) -> None:
        published(2, "Drugi", date="2020")
        published(1, "Ostatni", date="1991")
        published(3, "Pierwszy", date="1999")

        assert titles(client, "/pl/kanal.atom") == ["Ostatni", "Drugi", "Pierwszy"]

    def test_a_planned_entry_comes_in_at_its_hour_and_not_when_it_was_written(
        self, client: Client, scene: Scene
    ) -> None:
        planned = published(9, "Zaplanowany")
        published(5, "Zwykły")
        hour = timezone.now().replace(microsecond=0) - timedelta(hours=1)
        set_columns(planned, publish_at=hour, published_at=hour)

        feed = parsed(client, "/pl/kanal.atom")

        assert [each.title for each in feed.entries] == ["Zaplanowany", "Zwykły"]
        first = feed.entries[0]
        assert first.published == first.updated == hour.isoformat()

    def test_each_subject_has_its_own(self, client: Client, scene: Scene) -> None:
        topic = make.make_topic(slug_pl="kultura", slug_en="culture")
        elsewhere = make.make_partnership(home=scene.home)
        published(1, "Cykl", partnerships=[scene.partnership], series=scene.series)
        published(2, "Temat", partnerships=[elsewhere], topics=[topic])
        published(3, "Obcy", partnerships=[make.make_partnership()])

        feeds = {
            "/pl/kanal.atom": ["Cykl", "Temat", "Obcy"],
            "/pl/katowice/kanal.atom": ["Cykl", "Temat"],
            "/pl/katowice/kolonia/kanal.atom": ["Cykl"],
            "/pl/cykle/biennale/kanal.atom": ["Cykl"],
            "/pl/kanaly/kultura/kanal.atom": ["Temat"],
        }
        assert {path: titles(client, path) for path in feeds} == feeds

    def test_an_entry_of_a_hidden_partnership_alone_is_not_told_of_its_city(
        self, client: Client, scene: Scene
    ) -> None:
        hidden = make.make_partnership(home=scene.home, status="draft")
        published(1, "Wpis", partnerships=[hidden])

        assert titles(client, "/pl/katowice/kanal.atom") == []
        assert titles(client, "/pl/kanal.atom") == ["Wpis"]

    @pytest.mark.parametrize(
        "path",
        [
            "/pl/lyon/kanal.atom",
            "/pl/kolonia/kanal.atom",
            "/pl/katowice/lyon/kanal.atom",
            "/pl/cykle/nie-ma/kanal.atom",
            "/pl/kanaly/nie-ma/kanal.atom",
            "/pl/kanaly/pusty/kanal.atom",
            "/pl/feed.atom",
        ],
    )
    def test_what_is_not_there_has_no_feed(self, client: Client, scene: Scene, path: str) -> None:
        make.make_topic("pusty")
        published(1, status="draft", topics=[make.make_topic("szkic")])

        assert client.get(path).status_code == 404
        assert client.get("/pl/kanaly/szkic/kanal.atom").status_code == 404

    def test_no_entries_are_a_feed_too_and_the_same_one_each_time(
        self, client: Client, scene: Scene
    ) -> None:
        first, second = (client.get("/pl/kanal.atom") for _ in range(2))

        assert parsed(client, "/pl/kanal.atom").entries == []
        assert first.content == second.content


class TestAnEntry:
    def test_tells_everything_of_itself(self, client: Client, scene: Scene) -> None:
        topic = make.make_topic(
            slug_pl="sport", slug_en="sports", name_pl="Sport", name_en="Sports"
        )
        event = published(
            1,
            title_en="Tournament",
            slug_en="tournament",
            summary_en="They played.",
            date="2014-09-12/2014-09-14",
            topics=[topic],
            place=scene.home,
            body_en='<p>See <a href="../other/">this</a>.</p>',
        )

        [entry] = parsed(client, "/en/feed.atom").entries

        assert entry.title == "Tournament"
        assert entry.link == "http://testserver/en/events/2014/tournament/"
        assert entry.id == f"tag:katowice.example,2026:event/{event.pk}/en"
        assert entry.summary == "They played."
        assert [(tag.term, tag.label) for tag in entry.tags] == [("sport", "Sports")]
        body = BeautifulSoup(entry.content[0].value, "html.parser")
        assert [words(each) for each in body.find_all("p")] == [
            "12–14 September 2014, Katowice",
            "They played.",
            "See this.",
        ]
        assert body.a is not None
        assert body.a["href"] == "http://testserver/en/events/2014/other/"

    def test_keeps_its_id_when_address_host_and_title_change(
        self, client: Client, scene: Scene
    ) -> None:
        event = published(1)
        [before] = parsed(client, "/en/feed.atom").entries
        Event.objects.filter(pk=event.pk).update(slug_en="moved", title_en="Other")

        response = client.get("/en/feed.atom", headers={"host": "localhost"})

        assert b"http://localhost/en/events/1994/moved/" in response.content
        assert f"<id>{before.id}</id>".encode() in response.content

    def test_is_another_entry_in_another_language(self, client: Client, scene: Scene) -> None:
        published(1)

        [polish], [english] = (
            parsed(client, path).entries for path in ("/pl/kanal.atom", "/en/feed.atom")
        )
        assert polish.id != english.id

    def test_says_where_a_text_stands_in_another_language(
        self, client: Client, scene: Scene
    ) -> None:
        topic = make.make_topic(name_pl="Nauka", name_en="")
        published(
            1, "Wizyta", title_en="", summary_en="Own.", body_pl="<p>Treść</p>", topics=[topic]
        )

        feed = tree(client, "/en/feed.atom")
        entry = feed.find(f"{ATOM}entry")
        assert entry is not None
        said = {
            name: each.get(LANG)
            for name in ("title", "summary", "category", "content")
            for each in entry.findall(ATOM + name)
        }
        assert said == {"title": "pl", "summary": None, "category": "pl", "content": None}
        assert feed.get(LANG) == "en"
        content = entry.findtext(f"{ATOM}content") or ""
        assert '<div lang="pl"><p>Treść</p></div>' in content
        assert "Some texts of this entry are available only in Polish." in content

    def test_says_nothing_of_the_kind_with_its_translation(
        self, client: Client, scene: Scene
    ) -> None:
        published(1)

        assert client.get("/en/feed.atom").content.count(b"xml:lang") == 1
        assert b"available only" not in client.get("/en/feed.atom").content


class TestTheFeed:
    def test_says_who_what_and_where(self, client: Client, scene: Scene) -> None:
        make.make_public_body(name_pl="Miasto Katowice", name_en="City of Katowice")

        feed = parsed(client, "/en/katowice/cologne/feed.atom").feed

        assert feed.title == "Katowice – Cologne – Partner cities"
        assert feed.author_detail.name == "City of Katowice"
        assert feed.author_detail.href == "http://testserver/en/"
        assert feed.id == f"tag:katowice.example,2026:partnership/{scene.partnership.pk}/feed/en"
        links = [(each.rel, each.type, each.get("hreflang"), each.href) for each in feed.links]
        here = "http://testserver/en/katowice/cologne/"
        atom = "application/atom+xml"
        assert links == [
            ("alternate", "text/html", None, here),
            ("self", atom, None, f"{here}feed.atom"),
            ("first", atom, None, f"{here}feed.atom"),
            ("last", atom, None, f"{here}feed.atom"),
            ("alternate", atom, "pl", "http://testserver/pl/katowice/kolonia/kanal.atom"),
        ]

    def test_its_title_says_the_language_of_the_name(self, client: Client, scene: Scene) -> None:
        set_columns(scene.series, name_pl="Turniej", name_en="")

        title = tree(client, "/en/series/biennale/feed.atom").find(f"{ATOM}title")

        assert title is not None
        assert (title.text, title.get(LANG)) == ("Turniej – Partner cities", "pl")

    def test_leads_to_pages_that_are_there(self, client: Client, scene: Scene) -> None:
        published(1, topics=[make.make_topic("sport")], partnerships=[scene.partnership])

        for path in ("/pl/kanal.atom", "/pl/katowice/kanal.atom", "/pl/kanaly/sport/kanal.atom"):
            feed = parsed(client, path)
            for link in [*feed.feed.links, *feed.entries[0].links]:
                assert client.get(link.href).status_code == 200, link.href


class TestPages:
    def test_older_entries_stand_on_further_pages_that_name_each_other(
        self, client: Client, scene: Scene
    ) -> None:
        for number in range(45):
            published(number, f"Wpis {number}")

        seen: list[str] = []
        path: str | None = "/pl/kanal.atom"
        while path:
            feed = parsed(client, path)
            seen += [entry.title for entry in feed.entries]
            rels = {each.rel: each.href for each in feed.feed.links if each.rel != "alternate"}
            assert rels["first"] == "http://testserver/pl/kanal.atom"
            assert rels["last"] == "http://testserver/pl/kanal.atom?page=3"
            path = rels.get("next")
        assert seen == [f"Wpis {number}" for number in range(45)]
        assert rels["previous"] == "http://testserver/pl/kanal.atom?page=2"

    @pytest.mark.parametrize("page", ["0", "-1", "2", "x", "", "1e3", "٣", "1" * 5000, "\x00"])
    def test_a_page_that_is_not_there_is_not_found(
        self, client: Client, scene: Scene, page: str
    ) -> None:
        assert client.get("/pl/kanal.atom", {"page": page}).status_code == 404


class TestAFormerAddress:
    @pytest.mark.parametrize("name", ["kanal.atom", "kalendarz.ics"])
    def test_of_a_city_leads_to_the_feed_at_the_present_one(
        self, client: Client, scene: Scene, name: str
    ) -> None:
        scene.home.slug = "stolica"
        scene.home.save()

        for below in ("", "kolonia/"):
            response = client.get(f"/pl/katowice/{below}{name}")
            assert response.status_code == 301
            assert response["Location"] == f"/pl/stolica/{below}{name}"

    def test_of_a_series_or_an_entry_leads_to_its_feed_or_calendar(
        self, client: Client, scene: Scene
    ) -> None:
        event = make.make_event(slug="mecz", date="1994-06-12")
        for record in (scene.series, event):
            record.slug = "nowy"
            record.save()

        moved = {
            "/pl/cykle/biennale/kanal.atom": "/pl/cykle/nowy/kanal.atom",
            "/pl/wydarzenia/1994/mecz/kalendarz.ics": "/pl/wydarzenia/1994/nowy/kalendarz.ics",
        }
        assert {path: client.get(path)["Location"] for path in moved} == moved
