"""The list on a page as data."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.conf import settings
from django.db.models import Model
from django.urls import reverse

from events.data.files import file_address
from events.data.registry import DATASETS
from events.data.streams import MEDIA_TYPES
from partners.models import Partnership

register = template.Library()


@register.inclusion_tag("components/data_links.html")
def data_links(
    dataset: str, filters: Mapping[str, str] | None = None, **chosen: Any
) -> dict[str, str]:
    """`filters` are parameters as they stand in the address, `chosen` records or plain values."""
    query = {name: _value(each) for name, each in chosen.items()} | dict(filters or {})
    files = {
        f"{extension}_url": file_address(DATASETS[dataset], extension, query)
        for extension in MEDIA_TYPES
    }
    return {**files, "data_url": reverse("data")}


def _value(chosen: Any) -> str:
    if isinstance(chosen, Partnership):
        return f"{_value(chosen.home)}/{_value(chosen.partner)}"
    if isinstance(chosen, Model):
        return str(getattr(chosen, f"slug_{settings.LANGUAGE_CODE}"))
    return str(chosen)
