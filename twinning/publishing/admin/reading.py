"""Rich texts on a page that its user may only read: as a text, not as its HTML."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.utils.safestring import SafeString, mark_safe

from twinning.publishing.fields import RichTextField, sanitise


def to_read(model: type[Model], row: str | tuple[str, ...]) -> Any:
    """The row of a fieldset with each rich text replaced by what shows it."""
    names = (row,) if isinstance(row, str) else row
    shown = tuple(_shown(model, name) for name in names)
    return shown[0] if isinstance(row, str) else shown


def _shown(model: type[Model], name: str) -> Any:
    columns = {field.name: field for field in model._meta.fields}
    return _text_of(columns[name]) if isinstance(columns.get(name), RichTextField) else name


@cache
def _text_of(field: RichTextField) -> Callable[[Any], SafeString]:
    @admin.display(description=field.verbose_name)
    def text(obj: Any) -> SafeString:
        # What the allow-list lets through is safe, however it came into the database.
        return mark_safe(sanitise(getattr(obj, field.name) or ""))  # noqa: S308

    text.__name__ = field.name
    return text
