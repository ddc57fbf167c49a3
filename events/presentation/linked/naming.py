"""What every thing has: a name for programs, one for people, and the address of its page."""

from typing import Any

from django.db.models import Model
from django.utils.translation import get_language

from events.presentation.names import plain_name
from partners.models import Partnership, Person
from twinning.metadata.linked_data import Address, Node, said, thing
from twinning.translation.texts import Text, text_of


def called(record: Any) -> Text:
    if isinstance(record, Partnership):
        return plain_name(record)
    if isinstance(record, Person):
        return Text(record.full_name, get_language() or "", is_fallback=False)
    return text_of(record, record.slug_source)


def named(kind: str, record: Model, **properties: Any) -> Node:
    number = f"{record._meta.model_name}-{record.pk}"
    return thing(kind, number, name=said(called(record)), **properties)


def told(record: Any, field: str) -> Any:
    """A text of the record, in whatever language it is; "" where there is none."""
    return said(text_of(record, field))


def page_of(record: Any) -> Address:
    return Address(record.get_absolute_url())


def same_as(*addresses: str) -> list[str]:
    return [address for address in addresses if address]
