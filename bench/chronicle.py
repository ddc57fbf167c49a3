"""A large chronicle: entries of three partnerships, every fifth of them in English as well."""

from typing import Any

from bench.sentences import Sentences
from events.models import Event, EventKind
from partners.models import Partnership, Place, Topic
from twinning.dates import HistoricalDate
from twinning.publishing.models import Status

BATCH = 2000


def write(count: int, seed: int) -> Sentences:
    sentences = Sentences(seed)
    partnerships, topics = _partnerships(), _topics()
    kinds = [kind.value for kind in EventKind]
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        events = Event.objects.bulk_create(_event(sentences, each, kinds) for each in numbers)
        for name, records in (("partnership", partnerships), ("topic", topics)):
            through: Any = getattr(Event, f"{name}s").through
            through.objects.bulk_create(
                through(event_id=event.pk, **{f"{name}_id": records[event.pk % len(records)].pk})
                for event in events
            )
    return sentences


def _event(sentences: Sentences, number: int, kinds: list[str]) -> Event:
    year = sentences.year()
    title = sentences.title()
    values: dict[str, Any] = {
        "status": Status.PUBLISHED,
        "published_at": "2026-01-01T00:00:00Z",
        "date": HistoricalDate(f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}"),
        "kind": sentences.choice(kinds),
    }
    texts = {"title": title, "summary": sentences.text(1), "body": f"<p>{sentences.text(4)}</p>"}
    for name, text in texts.items():
        values[f"{name}_pl"] = text
        if number % 5 == 0:
            values[f"{name}_en"] = text
    return Event(slug_pl=f"wpis-{number}", slug_en=f"entry-{number}", **values)


def _partnerships() -> list[Partnership]:
    home = _place("Katowice", is_home=True)
    names = ("Kolonia", "Koszyce", "Ostrawa")
    return [
        Partnership.objects.create(home=home, partner=_place(name), status=Status.PUBLISHED)
        for name in names
    ]


def _place(name: str, **given: Any) -> Place:
    slug = name.lower()
    values = {"name_pl": name, "name_en": name, "slug_pl": slug, "slug_en": slug, "country": "PL"}
    return Place.objects.create(**values, **given)


def _topics() -> list[Topic]:
    return [
        Topic.objects.create(name_pl=name, name_en=name, slug_pl=name, slug_en=name)
        for name in ("kultura", "sport", "nauka", "gospodarka", "edukacja")
    ]
