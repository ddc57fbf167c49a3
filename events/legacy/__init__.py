"""Reading a chronicle as it comes: one long page or document, in Polish or English.

`documents` makes plain text in blocks of any file; `composing` finds where entries begin and end,
with `headings`, `furniture` and `dating`; `proposing` tells what else an entry says, with `names`
and `recognising`. Nothing here writes to the database. Every character of the text is in an entry,
ignored, or not understood (`values.Passage`).
"""

from events.legacy.documents import read_document, read_plain
from events.legacy.errors import UnreadableDocumentError
from events.legacy.names import Names, known_to
from events.legacy.reading import read
from events.legacy.values import Reading

__all__ = [
    "Names",
    "Reading",
    "UnreadableDocumentError",
    "known_to",
    "read",
    "read_document",
    "read_plain",
]
