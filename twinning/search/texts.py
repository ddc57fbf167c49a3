"""The text of a field as it is read: of rich text the words, without its tags."""

import re
from html import unescape

from django.utils.html import strip_tags

_BLOCK = re.compile(r"</(?:p|li|h[1-6]|blockquote|td|th|tr|figcaption)>|<br[^>]*>")


def readable(text: str) -> str:
    """On one line, paragraphs and points set apart by a space; plain text comes back as it is."""
    if text.startswith("<"):
        text = unescape(strip_tags(_BLOCK.sub(" ", text)))
    return " ".join(text.split())
