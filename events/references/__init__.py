"""How a page of the chronicle is cited: in words, and for bibliographic software."""

from events.references.formats import FORMATS, Format
from events.references.marks import as_html, as_text
from events.references.plain import plain
from events.references.reference import Reference, of_event, of_year

__all__ = ["FORMATS", "Format", "Reference", "as_html", "as_text", "of_event", "of_year", "plain"]
