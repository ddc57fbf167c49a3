"""What one can ask, shown by what the chronicle really holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from events.models import Event, Series
from partners.models import Organisation, Partnership, Person
from twinning.dates import HistoricalDate
from twinning.publishing.models import is_public
from twinning.translation.texts import own_text


@dataclass(frozen=True, slots=True)
class Example:
    """A question that finds something, what it is an example of, and its language if not ours."""

    question: str
    of: str
    language: str = ""


def examples() -> list[Example]:
    """One of each sort, as far as there are records for it. Eight queries."""
    return [Example(*each) for each in _examples() if each[0]]


def _examples() -> Iterator[tuple[str, str] | tuple[str, str, str]]:
    """Texts in the reader's language, but for what a city calls itself."""
    series = Series.objects.published().annotate(
        told=Count("editions", filter=is_public("editions"))
    )
    yield _named(series.order_by("-told", "pk").first(), "name"), _("a recurring event")
    person = Person.objects.published().filter(offices__isnull=False).order_by("pk").first()
    yield person.full_name if person else "", _("somebody in a public function")
    renamed = Organisation.objects.published().filter(former_names__isnull=False)
    yield _former_name(renamed.order_by("pk").first()), _("a name of former times")
    own_name, its_language = _own_name_of_a_city()
    yield own_name, _("a city by the name it calls itself"), its_language
    event = Event.objects.published().order_by("-date_earliest", "pk").first()
    title = _named(event, "title")
    phrase = _("“%(phrase)s”") % {"phrase": title}
    yield phrase if title else "", _("words that stand side by side")
    year = _fullest_year()
    yield str(year or ""), _("a year")
    first = Event.objects.published().in_order().values_list("date_earliest", flat=True).first()
    decade = HistoricalDate(f"{str(first.year)[:3]}X").render(style="plain") if first else ""
    yield decade, _("a decade")


def _named(record: Series | Event | None, field: str) -> str:
    return own_text(record, field) if record else ""


def _former_name(organisation: Organisation | None) -> str:
    former = organisation.former_names.first() if organisation else None
    return (own_text(former, "short_name") or own_text(former, "name")) if former else ""


def _own_name_of_a_city() -> tuple[str, str]:
    named_otherwise = ~Q(partner__local_name="") & ~Q(partner__local_name=F("partner__name"))
    partnerships = Partnership.objects.published().filter(named_otherwise)
    names = partnerships.order_by("pk").values_list(
        "partner__local_name", "partner__local_language"
    )
    return names.first() or ("", "")


def _fullest_year() -> int | None:
    years = Event.objects.published().values_list("date_earliest__year", flat=True)
    counted = years.annotate(told=Count("pk")).order_by("-told", "date_earliest__year")
    return counted.first()
