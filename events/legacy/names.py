"""The names that the site knows already, ready to be recognised in any of their forms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from django.conf import settings

from events.legacy.values import Known
from events.models import Series
from partners.models import Organisation, Partnership, Person, Place, Topic
from twinning.search.words import surface, terms, words_of

FEWEST_WORDS_OF_A_SHORT_FORM = 3  # "Dom Miasta Saint-Étienne", of "Dom Miasta … w Katowicach"
LOCATIVES = {"w", "we", "in", "at"}
CASES = ("genitive", "dative", "instrumental", "locative")


class Form(IntEnum):
    """How much of a name a form is; a greater one wins."""

    BY_TITLE = 1  # a family name, which needs a word such as "Pan" before it
    SHORT = 2
    WHOLE = 3


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a known name: for each word all terms that it may share with a text."""

    known: Known
    words: tuple[frozenset[str], ...]
    form: Form
    is_acronym: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """Every known name by the terms of its first word; the topics by their address."""

    home: Known
    partner: Known
    by_first: dict[str, list[Name]] = field(default_factory=dict)
    topics: dict[str, Known] = field(default_factory=dict)


def known_to(partnership: Partnership) -> Names:
    """All that may be recognised, in a fixed number of queries whatever their number."""
    places = list(Place.objects.all())
    organisations = list(Organisation.objects.prefetch_related("former_names"))
    names = [
        *(name for place in places for name in _of_place(place)),
        *(name for organisation in organisations for name in _of_organisation(organisation)),
        *(name for person in Person.objects.all() for name in _of_person(person)),
        *(name for series in Series.objects.all() for name in _of_series(series)),
    ]
    by_first: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        for term in name.words[0]:
            by_first[term].append(name)
    topics = {
        topic.in_language("slug", settings.LANGUAGE_CODE): _known("topic", topic.pk, topic.name)
        for topic in Topic.objects.all()
    }
    home, partner = (
        _known("place", place.pk, place.name) for place in (partnership.home, partnership.partner)
    )
    return Names(home, partner, dict(by_first), topics)


def _of_place(place: Place) -> Iterator[Name]:
    known = _known("place", place.pk, place.name)
    written = {*_in_languages(place, "name"), place.local_name, *place.alias_list}
    written |= {getattr(place, case) for case in CASES}
    yield from _forms(known, written)


def _of_organisation(organisation: Organisation) -> Iterator[Name]:
    known = _known("organisation", organisation.pk, organisation.name)
    records = [organisation, *organisation.former_names.all()]
    written = {name for each in records for name in _in_languages(each, "name")}
    yield from _forms(known, written | {organisation.local_name})
    yield from _forms(known, _shortened(written), Form.SHORT)
    acronyms = {name for each in records for name in _in_languages(each, "short_name")}
    for acronym in filter(None, acronyms):
        yield from _forms(known, [acronym], is_acronym=acronym.isupper())


def _of_person(person: Person) -> Iterator[Name]:
    known = _known("person", person.pk, person.full_name)
    yield from _forms(known, [person.full_name])
    yield from _forms(known, [f"{person.family_name} {person.given_name}"], Form.SHORT)
    yield from _forms(known, [person.family_name], Form.BY_TITLE)


def _of_series(series: Series) -> Iterator[Name]:
    known = _known("series", series.pk, series.name)
    written = set(_in_languages(series, "name"))
    yield from _forms(known, written)
    for name in written:
        words = [word.text for word in words_of(name)]
        for count in range(FEWEST_WORDS_OF_A_SHORT_FORM, len(words)):
            yield from _forms(known, [" ".join(words[:count])], Form.SHORT)


def _shortened(names: Iterable[str]) -> set[str]:
    """Names without the place at their end: people leave it out."""
    short = set()
    for name in names:
        words = name.split()
        at = next((at for at, word in enumerate(words) if word in LOCATIVES), 0)
        if at >= FEWEST_WORDS_OF_A_SHORT_FORM:
            short.add(" ".join(words[:at]))
    return short


def _forms(
    known: Known, written: Iterable[str], form: Form = Form.WHOLE, *, is_acronym: bool = False
) -> Iterator[Name]:
    for text in sorted(filter(None, written)):
        words = tuple(_terms_of_name(word.text) for word in words_of(text))
        if words:
            yield Name(known, words, form, is_acronym)


def _terms_of_name(word: str) -> frozenset[str]:
    found = {f"={surface(word)}"}
    for code, _language in settings.LANGUAGES:
        found |= {term if term[0] in "=~" else f"={term}" for term in terms(word, code)}
    return frozenset(found)


def _in_languages(record: Place | Organisation | Series | object, field_name: str) -> list[str]:
    return [
        str(getattr(record, f"{field_name}_{code}", None) or "")
        for code, _language in settings.LANGUAGES
    ]


def _known(model: str, pk: int, name: str) -> Known:
    return Known(model, pk, name)
