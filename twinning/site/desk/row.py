from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import Event
from twinning.dates import HistoricalDate


@dataclass(frozen=True, slots=True)
class Row:
    """One piece of work. `url` leads to it; `language` is that of the name, if not the page's."""

    name: str
    url: str | None
    kind: str = ""
    facts: Sequence[str] = ()
    comment: str = ""
    language: str = ""

    @property
    def all_facts(self) -> list[str]:
        return [fact for fact in (self.kind, *self.facts) if fact]


def page_of(model: type[Model], key: Any = None, *, copy: Any = None) -> str | None:
    """The admin page of a record, or that for a new one, with somebody's working copy in it."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    try:
        url = reverse(f"{name}_add") if key is None else reverse(f"{name}_change", args=[key])
    except NoReverseMatch:
        return None
    return f"{url}?copy={copy}" if copy else url


def noun_of(model: type[Model]) -> str:
    """What kind of record it is; an entry of the chronicle goes without saying."""
    return "" if model is Event else str(model._meta.verbose_name)


def kind_of(note: Any) -> type[Model] | None:
    """The model that a log entry or working copy is about; None where that is gone."""
    model: type[Model] | None = ContentType.objects.get_for_id(note.content_type_id).model_class()
    return model


def day(moment: date | datetime | None) -> str:
    """“24 lis 2026”; a moment of today as “today, 14:05”."""
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        return HistoricalDate.of_day(moment).render(style="short")
    local = timezone.localtime(moment)
    if local.date() == timezone.localdate():
        return _("today, %(time)s") % {"time": f"{local:%H:%M}"}
    return HistoricalDate.of_day(local.date()).render(style="short")


def moment(when: datetime) -> str:
    """“1 gru 2026, 09:00”."""
    local = timezone.localtime(when)
    return f"{HistoricalDate.of_day(local.date()).render(style='short')}, {local:%H:%M}"
