from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model, SlugField
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from twinning.publishing.languages import translated_fields
from twinning.publishing.models import WorkingCopy
from twinning.publishing.models.part import part_relations
from twinning.publishing.shown import label_of


@dataclass(frozen=True, slots=True)
class Subject:
    """What is previewed: a record as it is saved, or a working copy, whose record may be new."""

    record: Any
    copy: WorkingCopy | None = None

    def __str__(self) -> str:
        return str(self.copy or self.record)

    @property
    def state(self) -> str:
        """What of the record the preview shows, for its editors."""
        if self.copy is None:
            return getattr(self.record, "status_label", "") or _("as it is saved")
        said = {
            "author": self.copy.author.get_full_name() or self.copy.author.get_username(),
            "moment": date_format(localtime(self.copy.updated_at), "DATETIME_FORMAT"),
        }
        if self.copy.state == WorkingCopy.State.REVIEW:
            return _("working copy that %(author)s sent for review, %(moment)s") % said
        return _("working copy of %(author)s, last kept %(moment)s") % said

    @property
    def is_public(self) -> bool:
        """Whether residents see just this now."""
        return self.copy is None and bool(getattr(self.record, "is_published", True))


def lacking(record: Model, language: str) -> list[str]:
    """The texts of the record and its parts that have no translation, by their labels."""
    labels = [label for each in _with_parts(record) for label in _lacking(each, language)]
    return list(dict.fromkeys(labels))


def _with_parts(record: Model) -> Iterator[Model]:
    yield record
    for relation in part_relations(type(record)):
        part: type[Model] = relation.related_model
        for each in part._default_manager.filter(**{relation.field.name: record.pk}):
            yield from _with_parts(each)


def _lacking(record: Model, language: str) -> Iterator[str]:
    for name in sorted(translated_fields(type(record))):
        field: Any = record._meta.get_field(f"{name}_{language}")
        source = getattr(record, f"{name}_{settings.LANGUAGE_CODE}")
        if source and not getattr(record, field.name) and not isinstance(field, SlugField):
            kind = record._meta.verbose_name
            yield _("%(kind)s: %(field)s") % {"kind": kind, "field": label_of(field)}
