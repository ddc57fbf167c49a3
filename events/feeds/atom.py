"""Atom (RFC 4287) as Django writes it, with languages, whole texts and pages (RFC 5005)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from events.feeds.plain import one_line
from twinning.translation.texts import Text

ATOM = "application/atom+xml"
Links = list[dict[str, str]]


class ChronicleAtom(Atom1Feed):
    """Takes titles and names of categories as `Text`, whose language each element says.

    Beside Django's own values it wants `name` and `author`, `home`, the author's address,
    `changed`, the moment of the feed, and `links`, the attributes of each further link; an entry
    wants `name`, `summary`, `content` (HTML) and `labels` (term and `Text`).
    """

    def latest_post_date(self) -> datetime:
        """Django's would be now for a feed without entries, another one at each reading."""
        changed: datetime = self.feed["changed"]
        return changed

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        feed: Mapping[str, Any] = self.feed
        _text(handler, "title", feed["name"])
        handler.addQuickElement("subtitle", feed["subtitle"])
        for link in [
            {"rel": "alternate", "type": "text/html", "href": feed["link"]},
            *feed["links"],
        ]:
            handler.addQuickElement("link", "", link)
        handler.addQuickElement("id", feed["id"])
        handler.addQuickElement("updated", rfc3339_date(self.latest_post_date()))
        handler.startElement("author", AttributesImpl(_language(feed["author"])))
        handler.addQuickElement("name", one_line(feed["author"].text))
        handler.addQuickElement("uri", feed["home"])
        handler.endElement("author")

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        _text(handler, "title", item["name"])
        link = {"rel": "alternate", "type": "text/html", "href": item["link"]}
        handler.addQuickElement("link", "", link)
        handler.addQuickElement("id", item["unique_id"])
        published = item["pubdate"].replace(microsecond=0)
        handler.addQuickElement("published", rfc3339_date(published))
        handler.addQuickElement("updated", rfc3339_date(item["updateddate"]))
        for term, label in item["labels"]:
            attributes = {"term": term, "label": one_line(label.text), **_language(label)}
            handler.addQuickElement("category", "", attributes)
        _text(handler, "summary", item["summary"])
        handler.addQuickElement("content", item["content"], {"type": "html"})


def _text(handler: SimplerXMLGenerator, name: str, text: Text) -> None:
    handler.addQuickElement(name, one_line(text.text), {"type": "text", **_language(text)})


def _language(text: Text) -> dict[str, str]:
    """A text in the feed's own language needn't say so."""
    return {"xml:lang": text.language} if text.is_fallback else {}
