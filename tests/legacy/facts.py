"""What the fixtures know of each source document, and where the documents are.

The documents are other people's texts and no part of the repository. They lie in a folder `shared`
beside a clone; where there is none, the tests that read them are skipped.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from django.conf import settings

from events.legacy import Names, Reading, read, read_document
from events.legacy.values import Known
from twinning.dates import HistoricalDate

CHRONICLE = settings.BASE_DIR / "fixtures" / "chronicle"
SOURCES = next(
    (
        folder
        for parent in settings.BASE_DIR.parents
        if (folder := parent / "shared" / "sources").is_dir()
    ),
    None,
)
# Where each source record of the fixtures came from, by the beginning of the file's name.
FILES = {
    "historia-wspolpracy": "000_",
    "historia-kontaktow": "001_",
    "klastry-i-parki": "002_",
    "pismo-yingkou": "003_",
    "konferencja-iserlohn-2007": "004_",
}
NOBODY = Names(Known("place", 1, "Katowice"), Known("place", 2, "Saint-Étienne"))


@dataclass(frozen=True)
class Fact:
    title: str
    date: HistoricalDate
    sources: frozenset[str]

    def is_dated(self, dates: set[tuple[Any, Any]]) -> bool:
        return bounds(self.date) in dates


def bounds(date: HistoricalDate) -> tuple[Any, Any]:
    """The days it means: how certain they are is the editor's to say."""
    return date.earliest, date.latest


def facts() -> list[Fact]:
    return [fact for fact in all_facts() if fact.sources & FILES.keys()]


def all_facts() -> Iterator[Fact]:
    for file in sorted(CHRONICLE.glob("*.yaml")):
        for event in yaml.safe_load(file.read_text(encoding="utf-8")).get("events", []):
            sources = frozenset(each["source"] for each in event["citations"])
            yield Fact(event["title"]["pl"], HistoricalDate(str(event["date"])), sources)


def source(name: str) -> bytes:
    assert SOURCES is not None
    return next(SOURCES.glob(f"{FILES[name]}*")).read_bytes()


def reading(name: str) -> Reading:
    return read(read_document(source(name)), NOBODY)


def entry_dates(read: Reading) -> set[tuple[Any, Any]]:
    return {bounds(entry.date.value) for entry in read.entries}


def told_dates(read: Reading) -> set[tuple[Any, Any]]:
    """The dates of entries and of what they tell besides."""
    return entry_dates(read) | {
        bounds(part.date.value) for entry in read.entries for part in entry.parts
    }
