"""An entry as the HTML that a feed carries into somebody else's program."""

import nh3
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from events.feeds.plain import printable
from events.models import Event
from events.presentation.names import name_of
from events.presentation.people import joined
from twinning.publishing.fields import ATTRIBUTES, SCHEMES, TAGS
from twinning.translation.templatetags.translated import STAND_IN, translated
from twinning.translation.texts import text_of


def content(event: Event, address: str) -> str:
    """`address` is that of the entry's page, in full: what its links start from.

    Cleaned once more, whatever way the text came into the database.
    """
    html = render_to_string("events/feeds/entry.html", {"event": event, "where": _where(event)})
    beside = [text_of(event, "title"), *(text_of(each, "name") for each in event.topics.all())]
    if STAND_IN in html or any(text.is_fallback for text in beside):
        html += format_html("<p><em>{}</em></p>", stand_in_note())
    cleaner = nh3.Cleaner(
        tags=TAGS | {"div"},
        attributes={**ATTRIBUTES, "div": {"lang"}},
        url_schemes=SCHEMES,
        url_relative=("rewrite_with_base", address),
        link_rel=None,
    )
    return printable(cleaner.clean(html)).strip()


def stand_in_note() -> str:
    language = get_language_info(settings.LANGUAGE_CODE)["name_translated"]
    return _("Some texts of this entry are available only in %(language)s.") % {
        "language": language
    }


def _where(event: Event) -> SafeString:
    places = [place for place in (event.place, *event.also_in.all()) if place]
    online = _("online") if event.online else ""
    return joined([translated(event, "venue"), *map(name_of, places), online])
