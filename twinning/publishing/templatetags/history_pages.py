"""What the template of the history needs."""

from typing import Any

from django import template

register = template.Library()


@register.filter
def of(numbers: dict[int, int], number: Any) -> int | None:
    """`{{ previous|of:entry.revision_id }}`"""
    return numbers.get(number)
