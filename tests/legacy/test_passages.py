"""Made-up passages in the styles of many cities, each with what the reader makes of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from events.legacy import read, read_plain
from events.legacy.values import Entry, Proposed, Reason, State
from tests.legacy.facts import NOBODY

PASSAGES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("passages.yaml").read_text(encoding="utf-8")
)


def entries(text: str) -> tuple[Entry, ...]:
    return read(read_plain(text), NOBODY).entries


def proposed(value: Proposed[Any] | None) -> Any:
    return value and value.value


def test_there_are_passages_enough() -> None:
    assert len(PASSAGES) >= 30


@pytest.mark.parametrize("name", PASSAGES)
def test_a_passage_is_read_as_a_person_would(name: str) -> None:
    expected = PASSAGES[name]["entries"]
    found = entries(PASSAGES[name]["text"].rstrip())

    assert [each.date.value.edtf for each in found] == [str(each["date"]) for each in expected]
    for entry, wanted in zip(found, expected, strict=True):
        assert entry.title.value.startswith(wanted.get("title", ""))
        assert [each.date.value.edtf for each in entry.parts] == wanted.get("parts", [])
        assert entry.cut.value == wanted.get("cut", entry.cut.value)
        assert not wanted.get("kind") or proposed(entry.kind) == wanted["kind"]
        assert proposed(entry.edition) == wanted.get("edition")
        counted = proposed(entry.attendance)
        assert (counted and [counted.number, counted.unit]) == wanted.get("attendance")
        size = proposed(entry.delegation_size)
        assert (size and size.number) == wanted.get("size")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t",
        "Historia współpracy",
        "Oba miasta utrzymują ożywione kontakty gospodarcze i kulturalne.",
        "Katowice i Saint-Étienne są miastami partnerskimi od 1994 roku.",
        "Program realizowany na lata 2007–2013 ze środków regionu.",
        "Goście mają do dyspozycji 12 pokoi przy ul. Kwiatowej 14c, tel. 32 205 31 24.",
        "The towns may grow closer, and we march on.",
        "Koncert Michała Lutego i Anny Maj.",
    ],
)
def test_a_text_that_dates_nothing_proposes_nothing(text: str) -> None:
    reading = read(read_plain(text), NOBODY)

    assert reading.entries == ()
    assert State.ENTRY not in {passage.state for passage in reading.passages}


def test_a_headline_over_a_label_without_a_date_is_a_heading() -> None:
    reading = read(
        read_plain("Zjazd żeglarzy\n\nData: nieznana\n\n12 maja 2005 r. Regaty."), NOBODY
    )

    assert [each.title.value for each in reading.entries] == ["Regaty"]
    assert reading.passages[0].reason is Reason.HEADING
