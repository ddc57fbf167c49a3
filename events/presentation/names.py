"""What a record is called. A name that stands in for a missing translation says its language."""

from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from partners.models import Partnership, Person
from twinning.translation.templatetags.translated import translated


def name_of(record: Any) -> SafeString:
    """The name or title as inline HTML."""
    if isinstance(record, Partnership):
        return format_html("{} – {}", name_of(record.home), name_of(record.partner))
    if isinstance(record, Person):
        return conditional_escape(record.full_name)
    return translated(record, record.slug_source)
