"""Makes a record and its children of the values in a file."""

from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from modeltranslation.translator import NotRegistered, translator

from events.loading.subjects import CHILD_NAMES
from twinning.publishing.models import Publishable, Status

Related = dict[str, list[Any]]


class Builder:
    """Builds records; `find` looks a reference up and raises `LookupError` when there is none."""

    def __init__(self, find: Any) -> None:
        self.find = find

    def save(self, record: models.Model, values: dict[str, Any]) -> None:
        """Fill and save the record and its children. Raises `ValidationError`."""
        children, many = self.fill(record, values)
        if isinstance(record, Publishable):
            record.status = Status.PUBLISHED
        record.full_clean()
        record.save()
        for name, others in many.items():
            getattr(record, name).set(others)
        for name, rows in children.items():
            self._replace_children(record, name, rows)

    def fill(self, record: models.Model, values: dict[str, Any]) -> tuple[Related, Related]:
        """Set the plain fields; give back the children by accessor and the many-to-many records."""
        children: Related = {}
        many: Related = {}
        translated = _translated_fields(type(record))
        for name, value in values.items():
            accessor = CHILD_NAMES.get((type(record), name), name)
            field = _field(record, accessor)
            if name in translated:
                _set_translated(record, name, value)
            elif field.one_to_many:
                children[accessor] = value
            elif field.many_to_many:
                many[name] = [self.find(field.related_model, key) for key in value]
            elif field.many_to_one:
                setattr(record, name, self.find(field.related_model, value))
            else:
                setattr(record, name, "\n".join(value) if isinstance(value, list) else value)
        return children, many

    def _replace_children(
        self, record: models.Model, accessor: str, rows: list[dict[str, Any]]
    ) -> None:
        manager = getattr(record, accessor)
        manager.all().delete()
        for order, values in enumerate(rows, start=1):
            child = manager.model(**{manager.field.name: record})
            if any(field.name == "order" for field in child._meta.fields):
                child.order = order
            self.save(child, values)


def _field(record: models.Model, name: str) -> Any:
    for relation in record._meta.related_objects:
        if relation.get_accessor_name() == name:
            return relation
    try:
        return record._meta.get_field(name)
    except FieldDoesNotExist as error:
        raise ValidationError({"__all__": f"“{name}” is not a field of this record"}) from error


def _translated_fields(model: type[models.Model]) -> set[str]:
    try:
        return set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return set()


def _set_translated(record: models.Model, name: str, value: Any) -> None:
    for language, _name in settings.LANGUAGES:
        text = value.get(language, "") if isinstance(value, dict) else value
        setattr(record, f"{name}_{language}", text)
