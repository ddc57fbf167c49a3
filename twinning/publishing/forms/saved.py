from typing import Any

from django.db.models import Model


def changed_by(form: Any, formsets: list[Any]) -> list[tuple[Model, dict[str, Any]]]:
    """The records and parts that a saved page has changed, with what their columns held before."""
    rows = [
        row
        for formset in formsets
        for row in formset.forms
        if row not in formset.deleted_forms and row.instance.pk is not None
    ]
    return [(each.instance, dict(each.initial)) for each in [form, *rows] if each.has_changed()]
