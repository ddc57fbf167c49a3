"""Taking over what a review found good: all of it in one transaction, or nothing."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model

from twinning.publishing.history import note_action, record_actions
from twinning.publishing.models import Action, Findable
from twinning.publishing.signals import form_saved
from twinning.site.exchange.reach import Reach
from twinning.site.exchange.review import Line, Review, Verdict, review_of
from twinning.site.exchange.states import confirm
from twinning.site.translating.subjects import Subject
from twinning.translation.exchange.files import Parcel


class ReviewOutdatedError(Exception):
    """Something has changed since the review that was agreed to. `review` says what is so now."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        self.review = review


def take_over(
    parcel: Parcel,
    language: str,
    reach: Reach,
    *,
    agreed: str,
    comment: str,
    unfinished: bool = False,
) -> Review:
    """Write what a review with the fingerprint `agreed` would take.

    Each record gets its version raised and one revision, however many of its texts have changed.
    """
    with transaction.atomic():
        first = review_of(parcel, language, reach, unfinished=unfinished)
        _lock(first)
        review = review_of(parcel, language, reach, unfinished=unfinished)
        if review.fingerprint != agreed:
            raise ReviewOutdatedError(review)
        taken = review.of(Verdict.TAKEN)
        changed = [line for line in taken if not line.only_confirms]
        _confirm([line for line in taken if line.only_confirms], language, reach, comment)
        for model, lines in _by(changed, lambda line: _found(line).subject.whole):
            _write(model, lines, language)
            keys = list(dict.fromkeys(_found(line).whole for line in lines))
            record_actions(model, keys, Action.CHANGED, user=reach.user, comment=comment)
    return review


def _confirm(lines: list[Line], language: str, reach: Reach, comment: str) -> None:
    """Nothing that the records say changes: they get a line in the log and no revision."""
    confirm([_text(line) for line in lines], language)
    for model, own in _by(lines, lambda line: _found(line).subject.whole):
        keys = {_found(line).whole for line in own}
        for record in model._default_manager.filter(pk__in=keys).select_related():
            note_action(record, Action.CHANGED, user=reach.user, comment=comment)


def _lock(review: Review) -> None:
    """The records that would be written, always in the same order."""
    for model, lines in _by(review.of(Verdict.TAKEN), lambda line: _found(line).subject.whole):
        keys = {_found(line).whole for line in lines}
        records = model._base_manager.filter(pk__in=keys).order_by("pk")
        list(records.select_for_update(of=("self",)).values_list("pk"))


def _write(model: type[Model], lines: list[Line], language: str) -> None:
    wholes: dict[Any, Any] = model._base_manager.in_bulk({_found(line).whole for line in lines})
    parts = _parts(lines)
    for key, own in _by(lines, lambda line: _found(line).whole):
        whole, before = wholes[key], []
        columns: list[str] = []
        for (subject, pk), texts in _by(own, _row_of):
            record = parts[subject.model, pk] if subject.path else whole
            before.append((record, _values(record)))
            names = _fill(record, texts, language)
            if subject.path:
                record.save(update_fields=names)
            else:
                columns = names
        _save_whole(whole, columns)
        form_saved.send(model, whole=whole, saved=before, minor=False)


def _fill(record: Any, lines: Iterable[Line], language: str) -> list[str]:
    """The columns that are new."""
    values = {f"{_found(line).field}_{language}": line.value for line in lines}
    for name, value in values.items():
        setattr(record, name, value)
    return list(values)


def _parts(lines: Iterable[Line]) -> dict[tuple[type[Model], int], Any]:
    found: dict[tuple[type[Model], int], Any] = {}
    for subject, own in _by(lines, lambda line: _found(line).subject):
        if subject.path:
            keys = {_found(line).pk for line in own}
            rows = subject.model._base_manager.in_bulk(keys)
            found |= {(subject.model, pk): row for pk, row in rows.items()}
    return found


def _save_whole(whole: Any, columns: Iterable[str]) -> None:
    """With the texts of its own, if any, and what follows from them."""
    whole.version += 1
    follows = ["find_key"] if isinstance(whole, Findable) else []
    whole.save(update_fields=[*columns, *follows, "version", "updated_at"])


def _values(record: Any) -> dict[str, Any]:
    return {field.name: getattr(record, field.attname) for field in record._meta.concrete_fields}


def _text(line: Line) -> tuple[type[Model], int, str]:
    found = _found(line)
    return found.subject.model, found.pk, found.field


def _row_of(line: Line) -> tuple[Subject, int]:
    return _found(line).subject, _found(line).pk


def _found(line: Line) -> Any:
    assert line.found is not None  # what is taken was found
    return line.found


def _by(lines: Iterable[Line], key: Any) -> list[tuple[Any, list[Line]]]:
    """The lines in groups, each group once, in the order of its first line."""
    groups: dict[Any, list[Line]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return list(groups.items())
