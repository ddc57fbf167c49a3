"""What all searched records have in common: texts in a language, and when they are public."""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from typing import Any, ClassVar

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, Q

from partners.models import Partnership, Place
from twinning.dates import HistoricalDate
from twinning.publishing.models import Publishable
from twinning.search.documents import Document, Passage
from twinning.search.registry import Searchable, model_at
from twinning.search.texts import readable
from twinning.translation.texts import text_of

Passages = tuple[Passage, ...]
Facets = Iterable[tuple[str, str]]
CODES = [code for code, _name in settings.LANGUAGES]


class SearchedRecords(Searchable):
    """Records found in each language in which they have the text `told_in`; "" for all languages.

    Where a field lacks a translation the text that stands in on the page is searched. Kinds whose
    documents hold nothing beyond the records' own parts, and what these name, take them whole where
    somebody has fetched them so; then `as_seen` leaves out whatever isn't public.
    """

    told_in: ClassVar[str] = ""
    takes_whole: ClassVar[bool] = False

    @abstractmethod
    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Any]:
        """Those of the records that residents see `at`, with all that a document holds."""

    def as_seen(self, record: Any, at: datetime) -> Any:
        """What `document` takes, where it isn't the record itself."""
        return record

    @abstractmethod
    def document(self, record: Any, language: str) -> Document: ...

    def documents(
        self, keys: Collection[int], at: datetime, whole: Collection[Any] = ()
    ) -> Iterator[Document]:
        if whole and self.takes_whole:
            records: Iterable[Any] = [each for each in whole if each.is_published_at(at)]
        else:
            records = self.fetched(keys, at)
        for record in records:
            seen = self.as_seen(record, at)
            for code in self._languages_of(record):
                yield self.document(seen, code)

    def _languages_of(self, record: Any) -> list[str]:
        source = settings.LANGUAGE_CODE
        return [
            code
            for code in CODES
            if code == source or not self.told_in or getattr(record, f"{self.told_in}_{code}")
        ]

    def moments(self, keys: Collection[int], after: datetime) -> set[datetime]:
        planned = _with_plans(after)
        return {
            moment
            for path in ("", *self.watches)
            if (model_at(self.model, path) if path else self.model) in planned
            for moment in self._planned(path, keys, after)
        }

    def _planned(self, path: str, keys: Collection[int], after: datetime) -> Iterator[datetime]:
        before = f"{path}__" if path else ""
        names = [f"{before}publish_at", f"{before}unpublish_at"]
        coming = Q(**{f"{names[0]}__gt": after}) | Q(**{f"{names[1]}__gt": after})
        rows: Any = self.model._base_manager.filter(coming, pk__in=keys)
        for row in rows.values_list(*names):
            yield from (moment for moment in row if moment and moment > after)


def _with_plans(after: datetime) -> set[type[Model]]:
    """The models of which a record is planned to be public, or no longer, after that moment."""
    coming = Q(publish_at__gt=after) | Q(unpublish_at__gt=after)
    models = [model for model in apps.get_models() if issubclass(model, Publishable)]
    asked = [Exists(model._base_manager.filter(coming)) for model in models]
    # Any table with a row will do.
    answers: Any = ContentType.objects.order_by().values_list(*asked)[:1].get()
    return {model for model, is_so in zip(models, answers, strict=True) if is_so}


def said(record: Any, *fields: str, language: str) -> Iterator[Passage]:
    """The texts of the fields, as a reader of the language gets them."""
    for field in fields:
        if hasattr(record, f"{field}_{language}"):
            text = text_of(record, field, language)
            passage = Passage(readable(text.text), text.language)
        else:
            passage = Passage(readable(getattr(record, field) or ""), language)
        if passage.text:
            yield passage


def in_all_languages(record: Any, *fields: str) -> Iterator[Passage]:
    """The texts of translated fields in every language that they have one in."""
    for field in fields:
        for code in CODES:
            if text := getattr(record, f"{field}_{code}"):
                yield Passage(text, code)


def names_of_place(place: Place | None) -> Iterator[Passage]:
    """Under all names and spellings."""
    if place is None:
        return
    yield from in_all_languages(place, "name")
    if place.local_name:
        yield Passage(place.local_name, place.local_language.lower())
    for alias in place.alias_list:
        yield Passage(alias, settings.LANGUAGE_CODE)


def names_of_renamed(record: Any) -> Iterator[Passage]:
    """An organisation or a network under its present and all former names."""
    for each in (record, *record.former_names.all()):
        yield from in_all_languages(each, "name", "short_name")
    if local := getattr(record, "local_name", ""):
        yield Passage(local, record.local_language.lower())


def names_of_partnerships(partnerships: Iterable[Partnership]) -> Iterator[Passage]:
    for partnership in partnerships:
        yield from names_of_place(partnership.partner)
        yield from names_of_place(partnership.home)


def unrepeated(*passages: Iterable[Passage]) -> Passages:
    return tuple(dict.fromkeys(each for some in passages for each in some))


def dates_of(*dates: HistoricalDate | None, language: str) -> Iterator[Passage]:
    for each in dates:
        if each is not None:
            yield Passage(each.render(language, "plain"), language)


def days_of(*dates: HistoricalDate | None) -> tuple[date | None, date | None]:
    """From the first day of these to the last. An open end isn't counted, nor an open beginning."""
    bounds = [_bounds(each) for each in dates if each is not None]
    if not bounds:
        return None, None
    return min(first for first, _last in bounds), max(last for _first, last in bounds)


def _bounds(value: HistoricalDate) -> tuple[date, date]:
    first, last = value.earliest, value.latest
    if value.span.first is None:
        first = last
    if value.span.last is None:
        last = first
    return first, last


def facet(name: str, records: Iterable[Model]) -> Facets:
    return ((name, str(record.pk)) for record in records)
