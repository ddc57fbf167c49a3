"""Take a phrase out of all that the site keeps: records, old versions, log, working copies.

A private person's name that got in must be gone from old versions too.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from reversion.models import Revision, Version

from twinning.letters import plain
from twinning.publishing.history import record_action
from twinning.publishing.models import Action, AuditEntry, Part, Versioned, WorkingCopy
from twinning.publishing.models.former_address import FormerAddress
from twinning.publishing.models.preview_link import PreviewLink
from twinning.publishing.snapshot import whole_fields

# What stands beside the records; of a version the data are JSON in a text.
LOGS: list[tuple[type[models.Model], tuple[str, ...]]] = [
    (Version, ("serialized_data", "object_repr")),
    (Revision, ("comment",)),
    (AuditEntry, ("record_name", "comment")),
    (WorkingCopy, ("data", "title", "comment")),
    (FormerAddress, ("slug",)),
    (PreviewLink, ("title", "note")),
    (LogEntry, ("object_repr", "change_message")),
]


AFTERWARDS: list[Callable[[], object]] = []


def reach(model: type[models.Model], *names: str) -> None:
    """Rooms above have texts redacted that they keep beside the records."""
    if (model, names) not in LOGS:
        LOGS.append((model, names))


def afterwards(work: Callable[[], object]) -> None:
    """Rooms above have files taken away that they made of the records before."""
    if work not in AFTERWARDS:
        AFTERWARDS.append(work)


COMMENT = _("redaction by the operator")


@dataclass(frozen=True, slots=True)
class Redacted:
    """A row in which the phrase stood, and in which fields."""

    model: type[models.Model]
    pk: Any
    fields: tuple[str, ...]


class Redaction:
    """`apply()` replaces `phrase` everywhere; whatever blanks stand between its words, and small
    letters or capitals. In addresses it replaces the phrase as they are spelled.
    """

    def __init__(self, phrase: str, replacement: str) -> None:
        words = phrase.split()
        if not words:
            raise ValueError("There is nothing to look for.")
        self._pattern = _pattern(r"(?:\s|&nbsp;)+", words)
        slug = slugify(plain(phrase))
        self._slug_pattern = _pattern("-", [slug]) if slug else None
        self._replacement = replacement
        self._slug_replacement = slugify(plain(replacement))
        self.done: list[Redacted] = []

    def apply(self) -> list[Redacted]:
        """In one transaction. Raises `ValidationError` if something can't be replaced."""
        with transaction.atomic():
            touched = [whole for model in _kept_models() for whole in self._in_records(model)]
            for model, names in LOGS:
                self._in_log(model, names)
            for model, pk in dict.fromkeys(touched):
                _count_on(model, pk)
            for work in AFTERWARDS:
                transaction.on_commit(work)
        return self.done

    def in_text(self, text: str) -> str:
        return self._pattern.sub(lambda _match: self._replacement, text)

    def in_slug(self, slug: str) -> str:
        if self._slug_pattern is None:
            return slug
        left = self._slug_pattern.sub(lambda _match: self._slug_replacement, slug)
        return re.sub("-{2,}", "-", left).strip("-")

    def _in_records(self, model: type[models.Model]) -> Iterator[tuple[type[models.Model], Any]]:
        """The wholes of the rows that were changed."""
        fields = _text_fields(model)
        for row in model._base_manager.order_by("pk").iterator():
            if self._in_row(row, fields):
                yield from _wholes(row)

    def _in_log(self, model: type[models.Model], names: tuple[str, ...]) -> None:
        fields = [model._meta.get_field(name) for name in names]
        for row in model._base_manager.order_by("pk").only(*names).iterator():
            self._in_row(row, fields)

    def _in_row(self, row: models.Model, fields: list[Any]) -> bool:
        changed = {}
        for field in fields:
            value = field.value_from_object(row)
            redacted = self._in_value(field, value)
            if redacted != value:
                changed[field.name] = _fitting(row, field, redacted)
        if changed:
            type(row)._base_manager.filter(pk=row.pk).update(**changed)
            self.done.append(Redacted(type(row), row.pk, tuple(changed)))
        return bool(changed)

    def _in_value(self, field: Any, value: Any) -> Any:
        if isinstance(field, models.SlugField):
            return self.in_slug(value) if value else value
        if field.name == "serialized_data":
            data = json.loads(value)
            redacted = self._within(data)
            return value if redacted == data else json.dumps(redacted, ensure_ascii=False)
        return self._within(value)

    def _within(self, value: Any, key: str = "") -> Any:
        """The same in lists and dictionaries, whose keys say what is an address."""
        if isinstance(value, str):
            return self.in_slug(value) if key.startswith("slug") else self.in_text(value)
        if isinstance(value, list):
            return [self._within(each, key) for each in value]
        if isinstance(value, dict):
            return {name: self._within(each, name) for name, each in value.items()}
        return value


def _pattern(between: str, words: list[str]) -> re.Pattern[str]:
    inner = between.join(map(re.escape, words))
    return re.compile(rf"(?<!\w){inner}(?!\w)", re.IGNORECASE)


def _kept_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if issubclass(model, Versioned | Part)]


def _text_fields(model: type[models.Model]) -> list[Any]:
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.FileField)
        and not field.choices
        and field.name != "find_key"  # follows the others
    ]


def _fitting(row: models.Model, field: Any, value: Any) -> Any:
    if field.max_length and len(value) > field.max_length:
        text = _("%(field)s of %(kind)s no. %(number)s would be longer than %(most)s characters.")
        params = {
            "field": field.name,
            "kind": row._meta.label,
            "number": row.pk,
            "most": field.max_length,
        }
        raise ValidationError(text, code="too_long", params=params)
    return value


def _wholes(row: models.Model) -> Iterator[tuple[type[models.Model], Any]]:
    fields = whole_fields(type(row))
    if not fields:
        yield type(row), row.pk
    for field in fields:
        if (whole := getattr(row, field.name)) is not None:
            yield from _wholes(whole)


def _count_on(model: Any, pk: Any) -> None:
    """The next version of a record, with its own revision; open forms of it become stale."""
    record = model._base_manager.get(pk=pk)
    record.version += 1
    record.save()
    record_action(record, Action.CHANGED, comment=str(COMMENT))
