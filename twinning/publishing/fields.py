"""Rich text with one allow-list for the editor and for the server."""

from typing import Any

import nh3
from django_prose_editor.fields import ProseEditorField

EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "Heading": {"levels": [3, 4]},
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "HardBreak": True,
    "NoSpellCheck": False,  # each text says its language, so the browser can check it
    "PhraseLanguage": True,  # our own: admin_extras/rich_text.js
}
PRESET = "chronicle"  # names the attribute that admin_extras/rich_text.js looks for
_cleaner = nh3.Cleaner(
    tags={"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "a", "span"},
    attributes={"a": {"href"}, "ol": {"start"}, "span": {"lang"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def sanitise(html: str) -> str:
    """Keep the allowed elements; of anything else only the text, of scripts and styles nothing."""
    cleaned = _cleaner.clean(html)
    return "" if cleaned in {"<p></p>", "<p><br></p>"} else cleaned


class RichTextField(ProseEditorField):
    """A text of paragraphs, lists, quotations, links and small headings, sanitised when cleaned.

    A `span` may carry `lang` for a phrase in another language.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("extensions", EXTENSIONS)
        kwargs.setdefault("sanitize", sanitise)
        kwargs.setdefault("preset", PRESET)
        super().__init__(*args, **kwargs)
