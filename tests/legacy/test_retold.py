"""The site's own chronicle, written down as a page of a city would have it, and read again."""

from itertools import cycle, groupby

import pytest

from events.legacy import read, read_plain
from tests.legacy.facts import NOBODY, Fact, all_facts, bounds
from twinning.dates.rendering import Style

STYLES: dict[str, tuple[tuple[Style, str], ...]] = {
    "pl": (("in", "{date} odbyło się wydarzenie: {title}."), ("plain", "{date} – {title}.")),
    "en": (("full", "{date}: {title}."), ("plain", "{date} – {title}.")),
}
HEADINGS = {"pl": "ROK {year}", "en": "Year {year}"}


def told() -> list[Fact]:
    """The facts that a page would tell under a heading of their year."""
    plain = (fact for fact in all_facts() if not (fact.date.is_open or fact.date.is_approximate))
    return sorted(
        (fact for fact in plain if fact.date.earliest.year == fact.date.latest.year),
        key=lambda fact: fact.date,
    )


def page(language: str) -> str:
    lines: list[str] = []
    styles = cycle(STYLES[language])
    for year, facts in groupby(told(), key=lambda fact: fact.date.earliest.year):
        lines.append(HEADINGS[language].format(year=year))
        for fact in facts:
            style, line = next(styles)
            date = fact.date.render(language, style)
            lines.append(line.format(date=date[:1].upper() + date[1:], title=fact.title))
    return "\n\n".join(lines)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_fact_is_an_entry_with_its_date_and_nothing_else_is(language: str) -> None:
    reading = read(read_plain(page(language)), NOBODY)

    assert len(told()) > 180
    assert [bounds(entry.date.value) for entry in reading.entries] == [
        bounds(fact.date) for fact in told()
    ]
