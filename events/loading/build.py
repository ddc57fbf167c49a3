"""Makes a record and its children of the values in a file."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from events.loading import shapes
from events.loading.errors import problems
from events.loading.subjects import CHILD_NAMES
from twinning.publishing.models import Publishable, Status
from twinning.translation.outdated import Saved

Related = dict[str, list[Any]]


class Builder:
    """Builds records; `find` looks a reference up and raises `LookupError` when there is none.

    `saved` lists what it has saved, with what the columns held before.
    """

    def __init__(self, find: Any) -> None:
        self.find = find
        self.saved: list[Saved] = []

    def save(
        self, record: models.Model, values: dict[str, Any], before: models.Model | None = None
    ) -> None:
        """Fill and save the record and its children. Raises `ValidationError`.

        `before` is the row that a child takes the place of.
        """
        known = before if before is not None else record
        self.saved.append(Saved(record, dict(vars(known)) if known.pk else {}))
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
        translated = shapes.translated_fields(type(record))
        for name, value in values.items():
            accessor = CHILD_NAMES.get((type(record), name), name)
            field = shapes.field_for(record, accessor)
            if name in translated:
                for column, text in shapes.texts(name, value).items():
                    setattr(record, column, text)
            elif field.one_to_many:
                children[accessor] = shapes.rows(name, value)
            elif field.many_to_many:
                keys = shapes.references(name, value)
                many[name] = [self.find(field.related_model, key) for key in keys]
            elif field.many_to_one:
                key = shapes.reference(name, value)
                setattr(record, name, self.find(field.related_model, key))
            else:
                setattr(record, name, shapes.plain(field, value))
        return children, many

    def _replace_children(
        self, record: models.Model, accessor: str, rows: list[dict[str, Any]]
    ) -> None:
        manager = getattr(record, accessor)
        # A row keeps its number, and with it what is known of its translations.
        replaced = list(manager.all())
        manager.all().delete()
        for order, values in enumerate(rows, start=1):
            old = replaced[order - 1] if order <= len(replaced) else None
            child = manager.model(**{manager.field.name: record})
            child.pk = old and old.pk
            if any(field.name == "order" for field in child._meta.fields):
                child.order = order
            try:
                self.save(child, values, old)
            except ValidationError as error:
                raise ValidationError(
                    [f"{accessor}, no. {order}: {problem}" for problem in problems(error)]
                ) from error
