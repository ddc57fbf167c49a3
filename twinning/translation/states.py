"""The state of every translated text: one row of values per record, field and language.

    states_of([event, *its_parts], "en")  ->  [TextState(record, "title", "en", State.OUTDATED, …)]

Nothing but what can't be read off the texts is stored (`OutdatedTranslation`): a text is missing
where its column is empty and the source isn't; it is the same on purpose where both columns say the
same, since an empty one would show the source anyway, with a note. Filled in on any route, a text
changes its state by itself; a route that changes sources or translations tells `keep_track`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from twinning.translation.coverage import translated_texts
from twinning.translation.models import OutdatedTranslation
from twinning.translation.outdated import digest


class State(TextChoices):
    MISSING = "missing", _("missing")
    OUTDATED = "outdated", _("outdated")
    UP_TO_DATE = "up_to_date", _("up to date")
    SAME = "same", _("the same on purpose")


@dataclass(frozen=True, slots=True)
class TextState:
    """One text in one language.

    `made_from` is the source text that an outdated translation was made from, None where it isn't
    known any more; `since` says from when on it is outdated.
    """

    record: Any
    field: str
    language: str
    state: State
    source: str
    translation: str
    made_from: str | None = None
    since: datetime | None = None

    @property
    def column(self) -> str:
        return f"{self.field}_{self.language}"

    @property
    def source_digest(self) -> str:
        """Of the source as it is now: whoever takes a text away knows by it what it was."""
        return digest(self.source)

    @property
    def is_to_do(self) -> bool:
        return self.state in (State.MISSING, State.OUTDATED)


def states_of(
    records: Iterable[Model], code: str, outdated: Iterable[OutdatedTranslation] | None = None
) -> list[TextState]:
    """The states of all texts that these records have in the source language, in order.

    Parts count as records of their own: give them too. One query, and none where the rows of all
    that are `outdated` are known.
    """
    listed = list(records)
    if outdated is None:
        outdated = OutdatedTranslation.objects.of(listed).in_language(code)
    rows = {
        (row.content_type_id, row.object_id, row.field): row
        for row in outdated
        if row.language == code
    }
    found = []
    for record in listed:
        kind = ContentType.objects.get_for_model(record).pk
        for field in translated_texts(type(record)):
            row = rows.get((kind, record.pk, field))
            if (state := _state(record, field, code, row)) is not None:
                found.append(state)
    return found


def _state(
    record: Model, field: str, code: str, row: OutdatedTranslation | None
) -> TextState | None:
    source = getattr(record, f"{field}_{settings.LANGUAGE_CODE}") or ""
    translation = getattr(record, f"{field}_{code}") or ""
    if not source:
        return None
    if not translation:
        return TextState(record, field, code, State.MISSING, source, "")
    if source == translation:
        return TextState(record, field, code, State.SAME, source, translation)
    if row is None:
        return TextState(record, field, code, State.UP_TO_DATE, source, translation)
    made_from = row.source or None
    return TextState(record, field, code, State.OUTDATED, source, translation, made_from, row.since)


# The same in the words of the database.


def filled(column: str) -> Q:
    return ~Q(**{column: ""}) & Q(**{f"{column}__isnull": False})


def in_state(model: type[Model], field: str, code: str, *states: State) -> Q:
    """Records of the model whose text in this language is in one of the states."""
    source, column = f"{field}_{settings.LANGUAGE_CODE}", f"{field}_{code}"
    outdated = Q(pk__in=outdated_keys(model, field, code))
    same = Q(**{column: F(source)})
    conditions = {
        State.MISSING: Q(**{column: ""}) | Q(**{f"{column}__isnull": True}),
        State.OUTDATED: filled(column) & ~same & outdated,
        State.UP_TO_DATE: filled(column) & ~same & ~outdated,
        State.SAME: same,
    }
    found = Q(pk__in=[])
    for state in states:
        found |= conditions[state]
    return filled(source) & found


def outdated_keys(model: type[Model], field: str, code: str) -> Any:
    kind = ContentType.objects.get_for_model(model)
    rows = OutdatedTranslation.objects.filter(content_type=kind, field=field, language=code)
    return rows.values("object_id")
