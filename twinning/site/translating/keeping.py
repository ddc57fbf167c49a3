"""Saving the texts of a sheet: as any save of the record, with its version, revision and log."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from twinning.publishing.history import note_action, record_action
from twinning.publishing.models import Action
from twinning.publishing.signals import form_saved
from twinning.site.translating.form import SheetForm
from twinning.translation.outdated import confirm
from twinning.translation.states import TextState


def keep(form: SheetForm, user: Any) -> bool:
    """Write what the user has changed; whether there was anything. The record is locked.

    Raises `ValidationError` in words for a translator.
    """
    sheet = form.sheet
    written = _written(form, form.touched())
    texts = [(state.record, state.field) for state in form.confirmed()]
    confirmed = confirm(texts, sheet.code)
    if written:
        _count_on(sheet.whole, written)
        form_saved.send(type(sheet.whole), whole=sheet.whole, saved=written, minor=False)
        record_action(sheet.whole, Action.CHANGED, user=user)
    elif confirmed:
        comment = _("the translation is right as it stands (%(language)s)")
        note_action(
            sheet.whole, Action.CHANGED, user=user, comment=comment % {"language": sheet.code}
        )
    return bool(written or confirmed)


def _written(form: SheetForm, touched: Iterable[TextState]) -> list[tuple[Any, dict[str, Any]]]:
    """The records that say something new now, saved, with what they said before."""
    before: dict[Any, dict[str, Any]] = {}
    columns: dict[Any, set[str]] = {}
    for state in touched:
        text = form.text(state)
        if text != state.translation:
            before.setdefault(state.record, dict(vars(state.record)))
            columns.setdefault(state.record, set()).add(state.column)
            setattr(state.record, state.column, text)
    for record, changed in columns.items():
        _save(record, changed, form.sheet.code)
    return list(before.items())


def _save(record: Any, columns: set[str], code: str) -> None:
    """Checks only what a translator may write, and the address that is made of it."""
    checked = columns | {f"slug_{code}"}
    others = {each.name for each in record._meta.get_fields()} - checked
    with override(settings.LANGUAGE_CODE):
        try:
            record.full_clean(exclude=others)
        except ValidationError as error:
            raise ValidationError([f"{record}: {text}" for text in error.messages]) from error
        record.save()


def _count_on(whole: Any, written: list[tuple[Any, dict[str, Any]]]) -> None:
    whole.version += 1
    with override(settings.LANGUAGE_CODE):
        whole.save(update_fields=["version", "updated_at"])
