"""What was found, as the page of the search shows it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language

from events.finding.shown import KINDS, Kind
from events.presentation.facts import country, language_name
from events.presentation.names import name_of
from partners.models import Partnership, Person
from twinning.search.marking import matches
from twinning.search.passages import Passage, marked, passage
from twinning.search.query_values import Query
from twinning.search.results import Hit
from twinning.search.texts import readable
from twinning.translation.texts import Text, text_of
from twinning.translation.typography import keep_together

MOST_PARTNERSHIPS = 3

Marked = tuple[SafeString, set[int]]  # the HTML, and which of the question's words are in it


@dataclass(frozen=True, slots=True)
class Found:
    """What `components/found.html` takes."""

    url: str
    title: SafeString
    kind: str
    passage: SafeString
    date_text: str = ""
    date_iso: str = ""
    also: list[SafeString] = field(default_factory=list)
    partnerships: list[tuple[str, str]] = field(default_factory=list)
    further: int = 0
    is_told_elsewhere: bool = False
    passage_language: str = ""


def found(hits: Sequence[Hit], query: Query) -> list[Found]:
    """In the order of the hits. A literal number of queries for each kind among them."""
    records = _fetched(hits)
    return [
        _found(records[hit.kind, hit.key], KINDS[hit.kind], hit, query)
        for hit in hits
        if (hit.kind, hit.key) in records
    ]


def _fetched(hits: Iterable[Hit]) -> dict[tuple[str, int], Any]:
    keys: dict[str, list[int]] = defaultdict(list)
    for hit in hits:
        keys[hit.kind].append(hit.key)
    return {
        (kind, record.pk): record
        for kind, wanted in sorted(keys.items())
        if kind in KINDS
        for record in KINDS[kind].records().filter(pk__in=wanted)
    }


def _found(record: Any, kind: Kind, hit: Hit, query: Query) -> Found:
    title, in_title = _title(record, kind, query)
    also, in_names = _also(record, kind, query, in_title)
    text, quoted = _best_passage(record, kind, hit.language, query, in_title)
    in_text = {match.term for match in quoted.matches}
    is_foreign = text.language != _reader() and not text.is_fallback
    date = kind.date(record)
    partnerships = list(kind.partnerships(record))
    looks_for_words = bool(query.words or query.phrases or query.prefix)
    return Found(
        url=kind.address(record),
        title=title,
        kind=kind.called(record),
        passage=_in_its_language(quoted.html, text),
        passage_language=capfirst(language_name(text.language)) if is_foreign else "",
        date_text=date.render() if date else "",
        date_iso=date.edtf if date and date.is_html_time else "",
        also=also,
        partnerships=[
            # A partnership has said its own name in the title.
            (country(each.partner.country) if each == record else name_of(each), each.ribbon)
            for each in partnerships[:MOST_PARTNERSHIPS]
        ],
        further=len(partnerships[MOST_PARTNERSHIPS:]),
        is_told_elsewhere=looks_for_words and not (in_title or in_names or in_text),
    )


def _title(record: Any, kind: Kind, query: Query) -> Marked:
    if isinstance(record, Partnership):
        (home, in_home), (partner, in_partner) = (
            _marked(text_of(place, "name"), query) for place in (record.home, record.partner)
        )
        return format_html("{} – {}", home, partner), in_home | in_partner
    if isinstance(record, Person):
        return _marked(Text(record.full_name, _reader(), is_fallback=False), query)
    return _marked(text_of(record, kind.title), query)


def _marked(text: Text, query: Query) -> Marked:
    answers = matches(text.text, text.language, query)
    html = marked(keep_together(text.text, text.language), answers)
    return _in_its_language(html, text), {each.term for each in answers}


def _best_passage(
    record: Any, kind: Kind, language: str, query: Query, in_title: set[int]
) -> tuple[Text, Passage]:
    """From the reader's text; from the one that was found where nothing in the reader's answers."""
    text, best = _passage(record, kind, _reader(), query, in_title)
    if not best.matches and not in_title and language != _reader():
        other, elsewhere = _passage(record, kind, language, query, in_title)
        if elsewhere.matches:
            return other, elsewhere
    return text, best


def _passage(
    record: Any, kind: Kind, language: str, query: Query, in_title: set[int]
) -> tuple[Text, Passage]:
    """Of all texts the one that adds most to the title's answer, or else the first."""
    texts = [text for field in kind.texts if (text := text_of(record, field, language))]
    passages = [(text, _cut(text, query)) for text in texts]
    nothing = Text("", language, is_fallback=False), Passage("", ())
    return max(
        passages,
        key=lambda each: len({match.term for match in each[1].matches} - in_title),
        default=nothing,
    )


def _cut(text: Text, query: Query) -> Passage:
    words = keep_together(readable(text.text), text.language)
    return passage(words, matches(words, text.language, query))


def _also(
    record: Any, kind: Kind, query: Query, known: set[int]
) -> tuple[list[SafeString], set[int]]:
    """Further names, as far as they answer what the title doesn't."""
    also, told = [], set(known)
    for owner, field_name in kind.names(record):
        html, answers = _marked(text_of(owner, field_name), query)
        if answers - told:
            also.append(html)
            told |= answers
    return also, told - known


def _in_its_language(html: SafeString, text: Text) -> SafeString:
    if text.is_fallback:
        return format_html('<span class="stand-in" lang="{}">{}</span>', text.language, html)
    if html and text.language != _reader():
        return format_html('<span lang="{}">{}</span>', text.language, html)
    return html


def _reader() -> str:
    return get_language() or settings.LANGUAGE_CODE
