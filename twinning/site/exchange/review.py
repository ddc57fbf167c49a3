"""What a translators' file would change, unit by unit, without changing anything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models import Publishable
from twinning.site.desk.names import name_of
from twinning.site.exchange.notes import what
from twinning.site.exchange.reach import Reach
from twinning.site.exchange.states import Outdated
from twinning.site.exchange.tables import column_of, is_rich, label_of, rows_of, texts_of
from twinning.site.translating.subjects import Subject, subjects_of
from twinning.translation.exchange.checking import faults_of
from twinning.translation.exchange.files import Parcel
from twinning.translation.exchange.unit import Returned, mark_of, with_plain_lines
from twinning.translation.states import State


class Verdict(Enum):
    TAKEN = "taken"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Found:
    """A text as the site has it now, with the record that it belongs to."""

    subject: Subject
    pk: int
    field: str
    source: str
    current: str
    whole: Any
    whole_name: str
    status: str
    is_outdated: bool

    @property
    def what(self) -> str:
        return what(self.subject, self.field)

    @property
    def is_rich(self) -> bool:
        return is_rich(self.subject.model, self.field)


@dataclass(frozen=True, slots=True)
class Line:
    """One unit of the file and what becomes of it. `value` is what would be stored.

    `found` is None for what the site doesn't have. `only_confirms` says that an outdated
    translation came back as it was, declared right.
    """

    returned: Returned
    verdict: Verdict
    found: Found | None = None
    value: str = ""
    reasons: Sequence[ValidationError] = ()
    only_confirms: bool = False


@dataclass(frozen=True)
class Review:
    language: str
    lines: Sequence[Line]

    def of(self, verdict: Verdict) -> list[Line]:
        return [line for line in self.lines if line.verdict is verdict]

    @cached_property
    def counts(self) -> dict[str, int]:
        return {verdict.value: len(self.of(verdict)) for verdict in Verdict}

    @property
    def fingerprint(self) -> str:
        """Differs once anything else would be written than what somebody has looked at."""
        whole = sha256()
        for line in self.of(Verdict.TAKEN):
            whole.update(f"{line.returned.name}\0{line.value}\0".encode())
        return whole.hexdigest()


def review_of(parcel: Parcel, language: str, reach: Reach, *, unfinished: bool = False) -> Review:
    """Each unit judged. A few queries for each table that the file has texts of.

    With `unfinished`, texts still marked as such are taken too, for tools that never say done.
    """
    refuse_other_languages(parcel, language)
    site = _Site(parcel.units, language, reach)
    seen: set[str] = set()
    lines = []
    for returned in parcel.units:
        lines.append(_judged(returned, site, is_repeated=returned.name in seen, may=unfinished))
        seen.add(returned.name)
    return Review(language, lines)


def refuse_other_languages(parcel: Parcel, language: str) -> None:
    """Raises `ValidationError` if the file says that it is about other languages."""
    names = dict(settings.LANGUAGES)
    source = settings.LANGUAGE_CODE
    if parcel.target_language and _code(parcel.target_language) != language:
        text = _("The file is a translation into “%(given)s”; chosen is: %(chosen)s.")
        params = {"given": parcel.target_language, "chosen": names[language]}
        raise ValidationError(text, code="language", params=params)
    if parcel.source_language and _code(parcel.source_language) != source:
        text = _("The file translates from “%(given)s”; texts here are written in: %(source)s.")
        params = {"given": parcel.source_language, "source": names[source]}
        raise ValidationError(text, code="language", params=params)


def _code(language: str) -> str:
    """“en” of “en-GB” and “en_GB”: tools add a country of their own."""
    given = language.strip().lower().replace("_", "-")
    return given if given in dict(settings.LANGUAGES) else given.partition("-")[0]


class _Site:
    """What the site says now where the file has a text, fetched at once."""

    def __init__(self, units: Iterable[Returned], language: str, reach: Reach) -> None:
        self.language, self.reach = language, reach
        self._wanted: dict[str, set[int]] = {}
        for unit in units:
            if unit.place is not None:
                self._wanted.setdefault(unit.place.label, set()).add(unit.place.pk)
        outdated = Outdated(language)
        self._found = {
            (label_of(found.subject.model), found.pk, found.field): found
            for model in reach.kinds()
            for found in self._of_kind(model, outdated)
        }

    def find(self, unit: Returned) -> Found | None:
        place = unit.place
        return self._found.get((place.label, place.pk, place.field)) if place else None

    def may_write(self, found: Found) -> bool:
        return self.reach.may_write(found.subject.whole, found.status)

    def _of_kind(self, model: type[Model], outdated: Outdated) -> Iterator[Found]:
        rows = [
            (subject, row)
            for subject in subjects_of(model)
            if label_of(subject.model) in self._wanted
            for row in self._rows(subject)
        ]
        if not rows:
            return
        wholes = self._wholes(model, {row["whole_key"] for _subject, row in rows})
        for subject, row in rows:
            if row["whole_key"] in wholes:
                yield from self._texts(subject, row, wholes[row["whole_key"]], outdated)

    def _rows(self, subject: Subject) -> Iterator[Mapping[str, Any]]:
        """Of a part that hangs on another kind of record the whole is empty."""
        wanted = self._wanted[label_of(subject.model)]
        records = subject.model._default_manager.filter(pk__in=wanted)
        return (row for row in rows_of(subject, records, self.language) if row["whole_key"])

    def _wholes(self, model: type[Model], keys: set[Any]) -> dict[Any, Mapping[str, Any]]:
        records = self.reach.own(model).filter(pk__in=keys).annotate(told_name=name_of(model))
        status = ["status"] if issubclass(model, Publishable) else []
        rows = records.order_by().rewrite(False).values("pk", "told_name", *status)
        return {row["pk"]: row for row in rows}

    def _texts(
        self, subject: Subject, row: Mapping[str, Any], whole: Mapping[str, Any], outdated: Outdated
    ) -> Iterator[Found]:
        for name in texts_of(subject):
            text = (subject.model, row["row_key"], name)
            source = row[f"{name}_{settings.LANGUAGE_CODE}"] or ""
            current = row[f"{name}_{self.language}"] or ""
            yield Found(
                subject=subject,
                pk=row["row_key"],
                field=name,
                source=source,
                current=current,
                whole=whole["pk"],
                whole_name=whole["told_name"] or "",
                status=whole.get("status", ""),
                is_outdated=outdated.state_of(text, source, current) is State.OUTDATED,
            )


def _judged(returned: Returned, site: _Site, *, is_repeated: bool, may: bool) -> Line:
    found = site.find(returned)
    if found is None:
        return _refused(returned, None, ValidationError(_UNKNOWN, code="unknown"))
    target, current = with_plain_lines(returned.target), with_plain_lines(found.current)
    value, errors = _cleaned(found, target, site.language)
    is_same = with_plain_lines(value) == current
    if not target or (is_same and not found.is_outdated):
        return Line(returned, Verdict.UNCHANGED, found)
    is_untouched = returned.target_mark == mark_of(target)
    if is_untouched and (returned.is_unfinished or not is_same):
        return Line(returned, Verdict.UNCHANGED, found)  # the translator has left it alone
    reasons = [*_obstacles(returned, found, is_repeated=is_repeated, may=may), *errors]
    if not reasons and not site.may_write(found):
        reasons.append(ValidationError(_NOT_YOURS, code="rights"))
    if reasons:
        return _refused(returned, found, *reasons)
    return Line(returned, Verdict.TAKEN, found, value, only_confirms=is_same)


def _obstacles(
    returned: Returned, found: Found, *, is_repeated: bool, may: bool
) -> Iterator[ValidationError]:
    """What has happened to the text since it was exported, or to the unit."""
    if is_repeated:
        yield ValidationError(_REPEATED, code="repeated")
    if returned.source_mark != mark_of(found.source):
        yield ValidationError(_SOURCE_CHANGED, code="source")
    if returned.target_mark not in ("", mark_of(found.current)):
        yield ValidationError(_TARGET_CHANGED, code="target")
    if returned.is_unfinished and not may:
        yield ValidationError(_UNFINISHED, code="unfinished")


def _cleaned(found: Found, target: str, language: str) -> tuple[str, list[ValidationError]]:
    """What a form would make of the text, and what is wrong with it."""
    column = column_of(found.subject.model, found.field, language)
    faults = faults_of(
        with_plain_lines(found.source),
        target,
        language=language,
        max_length=column.max_length,
        is_rich=found.is_rich,
    )
    errors = list(faults)
    if errors or not target:
        return target, errors
    try:
        return str(column.clean(target, found.subject.model())), []
    except ValidationError as error:
        return target, [error]


def _refused(returned: Returned, found: Found | None, *reasons: ValidationError) -> Line:
    return Line(returned, Verdict.REFUSED, found, with_plain_lines(returned.target), reasons)


_UNKNOWN = _("There is no such text here, or it belongs to a record that isn’t yours to translate.")
_NOT_YOURS = _("The record is published: changes of yours wait for a reviewer. Use its form.")
_REPEATED = _("The file has this text more than once; the first one counts.")
_SOURCE_CHANGED = _("The source text has changed since the export. Export it anew.")
_TARGET_CHANGED = _(
    "Somebody has changed the translation here since the export. Look at both and decide in the "
    "record’s form, or export it anew."
)
_UNFINISHED = _(
    "The file still marks it as unfinished (“fuzzy”, “needs …”). Mark it as done in your tool."
)
