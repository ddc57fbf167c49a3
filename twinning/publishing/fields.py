"""Rich text with one allow-list for the editor and for the server."""

from typing import Any

import nh3
from django.db import models
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
TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "a", "span"}
# The star stands for every element: by itself nh3 would let `title` and `lang` through on all.
ATTRIBUTES: dict[str, set[str]] = {"a": {"href"}, "ol": {"start"}, "span": {"lang"}, "*": set()}
SCHEMES = {"http", "https", "mailto", "tel"}
_cleaner = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


def sanitise(html: str) -> str:
    """Keep the allowed elements; of anything else only the text, of scripts and styles nothing."""
    cleaned = _cleaner.clean(html)
    return "" if cleaned in {"<p></p>", "<p><br></p>"} else cleaned


class RichTextField(ProseEditorField):
    """A text of paragraphs, lists, quotations, links and small headings.

    It is sanitised when cleaned and again when saved, so that no route into the database but
    `QuerySet.update()` passes the allow-list by. A `span` may carry `lang` for a phrase in another
    language.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("extensions", EXTENSIONS)
        kwargs.setdefault("sanitize", sanitise)
        kwargs.setdefault("preset", PRESET)
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        written = super().pre_save(model_instance, add)
        kept = sanitise(written) if isinstance(written, str) else written
        setattr(model_instance, self.attname, kept)
        return kept
