"""Bring a record back to what it said once: to an earlier revision, or after its deletion."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from twinning.publishing.comparison import heading
from twinning.publishing.history import record_action
from twinning.publishing.languages import translated_fields
from twinning.publishing.models import Action, Part, Status
from twinning.publishing.models.part import part_relations
from twinning.publishing.naming import Names
from twinning.publishing.shown import label_of
from twinning.publishing.signals import form_saved
from twinning.publishing.snapshot import Row, Snapshot, kept_fields, now

# A record brought back to an earlier revision keeps these: that never makes anything public.
KEPT = frozenset(
    {"version", "created_at", "updated_at", "status"}
    | {"publish_at", "unpublish_at", "published_at"}
)


def restore(
    record: Any, then: Snapshot, names: Names, *, user: Any = None, comment: str = ""
) -> list[str]:
    """Let the record, with its parts and theirs, say again what it said then.

    Call it with the record locked. Its status, plan, files and version count stay as they are now;
    so does an address that another record has by now, which the notes returned tell. Raises
    `ValidationError` in words for an editor; nothing is changed then.
    """
    _refuse_what_is_gone(then, names)
    with _whole_or_nothing():
        known = {row.key: row.values for row in now(record).rows}
        _remove_parts(record)
        fields = [each for each in kept_fields(type(record)) if _is_restored(each)]
        notes = _fill(record, then.record, fields)
        record.version += 1
        _save(record)
        _tie(record, then.record, fields)
        added = list(_add_parts(then, then.record, record, known, names))
        saved = [(each, known.get((type(each), each.pk), {})) for each in (record, *added)]
        form_saved.send(type(record), whole=record, saved=saved, minor=False)
        record_action(record, Action.RESTORED, user=user, comment=comment)
    return notes


def recover(
    then: Snapshot, names: Names, *, version: int, user: Any = None, comment: str = ""
) -> tuple[Any, list[str]]:
    """Bring back a deleted record with its parts and theirs, under its old number, as a draft.

    `version` is the last number that it had. Raises `ValidationError` like `restore`.
    """
    _refuse_what_is_gone(then, names)
    _refuse_lost_files(then)
    model: Any = then.record.model
    if model._base_manager.filter(pk=then.record.pk).exists():
        raise ValidationError(_("Somebody has recovered this record already."), code="there")
    record = model(pk=then.record.pk)
    fields = kept_fields(model)
    with _whole_or_nothing():
        notes = _fill(record, then.record, fields)
        record.version = version + 1
        if any(each.name == "status" for each in fields):
            record.status = Status.DRAFT
        created_at = record.created_at
        _save(record, force_insert=True)
        model._base_manager.filter(pk=record.pk).update(created_at=created_at)
        _tie(record, then.record, fields)
        list(_add_parts(then, then.record, record, {}, names))
        record_action(record, Action.RECOVERED, user=user, comment=comment)
    return record, notes


@contextmanager
def _whole_or_nothing() -> Iterator[None]:
    """A transaction that tells what the database refuses as a fault of validation."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        text = _("It contradicts what other records say by now.")
        raise ValidationError(text, code="contradiction") from error


def _is_restored(field: Any) -> bool:
    """Files stay: those that were replaced are no longer there."""
    return field.editable and field.name not in KEPT and not isinstance(field, models.FileField)


def _refuse_what_is_gone(then: Snapshot, names: Names) -> None:
    gone = [
        _("%(field)s: %(name)s") % {"field": _where(row, field, names), "name": names.of(key)}
        for row in then.rows
        for field, key in row.references()
        if names.is_gone(key)
    ]
    if gone:
        text = _("What it refers to is no longer there. Recover that first.")
        raise ValidationError([text, *dict.fromkeys(gone)], code="gone")


def _where(row: Row, field: Any, names: Names) -> str:
    label = label_of(field)
    return f"{heading(row, names)} · {label}" if issubclass(row.model, Part) else label


def _refuse_lost_files(then: Snapshot) -> None:
    lost = [
        _("%(field)s: %(name)s") % {"field": label_of(field), "name": name}
        for row in then.rows
        for field in kept_fields(row.model)
        if isinstance(field, models.FileField)
        and (name := row.values.get(field.name))
        and not field.storage.exists(name)
    ]
    if lost:
        text = _("Its file has been deleted for good. Upload it anew as a new record.")
        raise ValidationError([text, *lost], code="file")


def _remove_parts(record: models.Model) -> None:
    """All of them, so that none stands in the way of those that come back."""
    for relation in part_relations(type(record)):
        part: Any = relation.related_model
        part._base_manager.filter(**{relation.field.name: record}).delete()


def _fill(record: Any, row: Row, fields: Collection[Any]) -> list[str]:
    notes = []
    for field in fields:
        if field.many_to_many or field.name not in row.values:
            continue
        value = row.values[field.name]
        if isinstance(field, models.SlugField) and field.unique:
            value, note = _free_address(record, field, value)
            notes += [note] if note else []
        target = field.target_field if field.remote_field else field
        setattr(record, field.attname, target.to_python(value))
    return notes


def _free_address(record: Any, field: Any, slug: str) -> tuple[str, str]:
    """The slug, or where another record has it by now one that is free, and a note about it."""
    others = type(record)._base_manager.exclude(pk=record.pk)
    if not slug or not others.filter(**{field.name: slug}).exists():
        return slug, ""
    free = getattr(record, field.attname) or ""  # that of now; none for a record that comes back
    number = 2
    while not free or others.filter(**{field.name: free}).exists():
        ending = f"-{number}"
        free = slug[: field.max_length - len(ending)] + ending
        number += 1
    text = _("The address “%(taken)s” belongs to another record by now; this one has “%(free)s”.")
    return free, text % {"taken": slug, "free": free}


def _save(record: Any, *, force_insert: bool = False) -> None:
    # The columns without a language are left out: cleaning writes them to whatever language is
    # active, a fallback too. In the source language they say what they should.
    record.full_clean(exclude=translated_fields(type(record)))
    with override(settings.LANGUAGE_CODE):
        record.full_clean()
        record.save(force_insert=force_insert)


def _tie(record: Any, row: Row, fields: Collection[Any]) -> None:
    for field in fields:
        if field.many_to_many and field.name in row.values:
            getattr(record, field.name).set(row.values[field.name])


def _add_parts(
    then: Snapshot, row: Row, whole: Any, known: dict[Any, dict[str, Any]], names: Names
) -> Iterator[models.Model]:
    """Add the parts of a row, and theirs; they come out once they are saved."""
    for part, field in _parts_of(then, row):
        model: Any = part.model
        record = model(pk=part.pk)
        setattr(record, field.name, whole)
        # What a revision is too old to know stays as it is now.
        values = {**known.get(part.key, {}), **part.values}
        complete = Row(part.model, part.pk, part.name, values)
        fields = kept_fields(model)
        _fill(record, complete, fields)
        try:
            _save(record, force_insert=True)
        except ValidationError as error:
            where = heading(part, names)
            raise ValidationError([f"{where}: {text}" for text in error.messages]) from error
        _tie(record, complete, fields)
        yield record
        yield from _add_parts(then, part, record, known, names)


def _parts_of(then: Snapshot, row: Row) -> Iterator[tuple[Row, Any]]:
    for relation in part_relations(row.model):
        for part in then.parts_of(row, relation):
            yield part, relation.field
