"""Whatever a title or text holds, a feed stays XML, a calendar stays a calendar, each one entry."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from events.feeds.calendars import event_calendar
from events.feeds.plain import one_line, printable
from events.models import Event
from tests import factories as make
from tests.drafts.world import set_columns
from tests.feeds.reading import ATOM, checked, events, parsed, tree
from tests.pages.records import Scene

pytestmark = pytest.mark.django_db

SOON = (timezone.localdate() + timedelta(days=30)).isoformat()
HOSTILE = [
    "]]> </title></entry><entry><title>x",
    "<![CDATA[x]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt; & <b>fett</b>",
    "a; b, c: d \\n \\; \" ' ^n",
    "one\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:two",
    "line\nbreak\u2028and\u2029paragraph\x85next",
    "bell\x07escape\x1bnull\ufffe\uffff\x0b\x0c\x7f\x9f",
    "=HYPERLINK(1)\t|\t%0d%0a",
    "\U0001f386 Zażółć \u202e odwrócone",
    "ż" * 80,  # as long as the name of a topic may be
    "x:y;LANGUAGE=de:z",
]


@pytest.mark.parametrize("hostile", HOSTILE)
class TestHostileTexts:
    @pytest.fixture
    def event(self, scene: Scene, hostile: str) -> Event:
        """Past every check, as by `QuerySet.update()`."""
        topic = make.make_topic("temat")
        event = make.make_event(date=SOON, topics=[topic], place=scene.home)
        for record, names in ((event, ("title", "summary", "venue")), (topic, ("name",))):
            set_columns(record, **{f"{name}_pl": hostile for name in names})
        set_columns(event, body_pl=f"<p>{hostile}</p>")
        return event

    def test_a_feed_is_whole_and_says_them(
        self, client: Client, event: Event, hostile: str
    ) -> None:
        [entry] = parsed(client, "/pl/kanal.atom").entries
        [found] = tree(client, "/pl/kanal.atom").iter(f"{ATOM}entry")

        assert found.findtext(f"{ATOM}title") == one_line(hostile)
        assert found.findtext(f"{ATOM}summary") == one_line(hostile)
        [category] = found.iter(f"{ATOM}category")
        assert category.get("label") == one_line(hostile)
        assert entry.id.endswith(f":event/{event.pk}/pl")

    def test_a_calendar_is_whole_and_says_them(
        self, client: Client, event: Event, hostile: str
    ) -> None:
        [found] = events(client, "/pl/kalendarz.ics")

        assert str(found["SUMMARY"]) == one_line(hostile)
        assert str(found["LOCATION"]) == f"{one_line(hostile)}, Katowice"
        assert found["CATEGORIES"].cats == [one_line(hostile)]
        assert "".join(str(found["DESCRIPTION"]).split()) == "".join(printable(hostile).split())
        assert found["SUMMARY"].params == {"LANGUAGE": "pl"}


def test_content_is_cleaned_once_more(client: Client, scene: Scene) -> None:
    event = make.make_event()
    dirty = (
        '<p onclick="x()">A<script>alert(1)</script><img src=x onerror=y>'
        '<a href="javascript:x()">a</a> <a href="/pl/">b</a> <a href="#c">c</a>'
        '<iframe src="//evil.example"></iframe><style>p{}</style></p><form action="/x"></form>'
    )
    set_columns(event, body_pl=dirty)

    [entry] = parsed_content(client)

    assert {tag.name for tag in entry.find_all()} <= {"p", "strong", "a", "div"}
    assert "alert" not in entry.get_text()
    links = [each.get("href") for each in entry.find_all("a")]
    assert links == [
        None,
        "http://testserver/pl/",
        f"http://testserver{event.get_absolute_url()}#c",
    ]


def parsed_content(client: Client) -> list[BeautifulSoup]:
    """As it stands in the feed: feedparser cleans by itself."""
    contents = tree(client, "/pl/kanal.atom").iter(f"{ATOM}content")
    return [BeautifulSoup(each.text or "", "html.parser") for each in contents]


class TestAnyText:
    """Past the database, which some of these can't get into."""

    @given(st.text())
    def test_stays_one_line_of_a_calendar(self, text: str) -> None:
        event = _event(title_pl=text, summary_pl=text, venue_pl=text)

        calendar: Any = event_calendar(event, "https://x.example{}".format)
        assert calendar is not None
        [found] = checked(calendar.to_ical()).walk("VEVENT")

        assert str(found.get("SUMMARY", "")) == one_line(text)
        assert str(found.get("LOCATION", "")) == one_line(text)
        assert not set(str(found.get("SUMMARY", ""))) & set("\r\n\x00\x85\u2028")

    @given(st.text())
    def test_is_left_as_it_is_where_people_read_it(self, text: str) -> None:
        readable = [sign for sign in text if sign.isalnum() or sign == "\u00a0"]

        assert [sign for sign in one_line(f"“{text}”") if sign.isalnum() or sign == "\u00a0"] == (
            [sign for sign in readable if printable(sign)]
        )
        assert one_line(one_line(text)) == one_line(text)


def _event(**texts: str) -> Event:
    """With a number and an address, but in no database."""
    moment = timezone.now()
    event = Event(
        pk=1, date=SOON, slug_pl="wpis", updated_at=moment, published_at=moment,
        title_en="", **texts,
    )  # fmt: skip
    event._prefetched_objects_cache = {"topics": [], "also_in": []}  # type: ignore[attr-defined]
    return event
