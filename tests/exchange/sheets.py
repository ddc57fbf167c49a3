"""Translators' files as somebody's tool would hand them back."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from translate.storage import pypo, xliff

from events.models import Citation, Event
from tests import factories as make
from twinning.site.exchange.reach import Reach
from twinning.site.exchange.review import Line, Review, Verdict, review_of
from twinning.site.exchange.selection import Selection
from twinning.site.exchange.taking import take_over
from twinning.translation.exchange.files import Format, read, write
from twinning.translation.exchange.unit import Unit

FORMATS = list(Format)
PARSERS: dict[Format, Any] = {Format.XLIFF: xliff.xlifffile, Format.PO: pypo.pofile}


def entry(*given: Any, **values: Any) -> Any:
    """An entry of the chronicle, with columns in each language that its type doesn't tell."""
    return make.make_event(*given, **values)


def cited(event: Any, **values: Any) -> Any:
    """A citation of the entry: a part of it."""
    source = make.make_source()
    return Citation.objects.create(event=event, source=source, **values)


def values_of(event: Any) -> dict[str, Any]:
    """All its columns, each language's for itself."""
    events: Any = Event.objects
    values: dict[str, Any] = events.rewrite(False).filter(pk=event.pk).values().get()
    return values


def exported(form: Format = Format.XLIFF, reach: Reach | None = None, **selection: Any) -> bytes:
    units = Selection("en", **selection).units(reach or Reach())
    return file_of(units, form)


def file_of(units: Iterable[Unit], form: Format = Format.XLIFF) -> bytes:
    return write(units, form, source="pl", target="en")


def translated(data: bytes, form: Format, texts: Mapping[str, str] | Callable[[str], str]) -> bytes:
    """The file with translations by the Polish source, marked as done as tools do."""
    store = PARSERS[form].parsestring(data)
    for unit in store.units:
        if unit.isheader():
            continue
        source = str(unit.source)
        text = texts(source) if callable(texts) else texts.get(source)
        if text is not None:
            unit.target = text
            unit.markfuzzy(False)
            if form is Format.XLIFF:
                unit.get_target_dom().set("state", "translated")
    return bytes(store)


def reviewed(data: bytes, reach: Reach | None = None, **options: Any) -> Review:
    return review_of(read(data), "en", reach or Reach(), **options)


def taken_over(data: bytes, reach: Reach | None = None, **options: Any) -> Review:
    reach = reach or Reach()
    agreed = reviewed(data, reach, **options).fingerprint
    return take_over(read(data), "en", reach, agreed=agreed, comment="plik.xlf", **options)


def codes(line: Line) -> list[str]:
    return [str(error.code) for error in line.reasons]


def refusals(review: Review) -> dict[str, list[str]]:
    return {line.returned.name: codes(line) for line in review.of(Verdict.REFUSED)}


def line_of(review: Review, record: Any, field: str) -> Line:
    name = f"{record._meta.label_lower}.{record.pk}.{field}"
    [line] = [each for each in review.lines if each.returned.name == name]
    return line
