"""The feed of a subject's entries: those published last come first, whenever they happened."""

from datetime import UTC, datetime

from django.conf import settings
from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.feeds.atom import ATOM, ChronicleAtom, Links
from events.feeds.components import InFull, last_seen_change
from events.feeds.content import content
from events.feeds.subjects import Subject
from events.models import Event
from twinning.publishing.identity import tag_of
from twinning.publishing.pages import language_links
from twinning.publishing.public_body import public_body
from twinning.translation.texts import Text, text_of

PER_PAGE = 20
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # of a feed that hasn't had an entry yet


def atom_feed(subject: Subject, number: str, in_full: InFull) -> ChronicleAtom:
    """The page called `number` ("1" is the latest); 404 for one that isn't there."""
    entries = subject.events.for_feeds().last_published_first()
    try:
        page = Paginator(entries, PER_PAGE).page(number)
    except InvalidPage as error:
        raise Http404 from error
    language = get_language() or ""
    feed = ChronicleAtom(
        title=subject.title.text,
        link=in_full(subject.page()),
        description=None,
        language=language,
        author=_author(),
        home=in_full(reverse("home")),
        feed_guid=tag_of(subject.record, "feed", language),
        name=subject.title,
        subtitle=_("New entries of the chronicle, the last published first."),
        links=_links(subject, page, in_full),
        changed=max((last_seen_change(each) for each in page), default=NEVER),
    )
    for each in page:
        _add(feed, each, in_full)
    return feed


def _author() -> Text:
    """A feed must name one: the site itself as long as nobody has said who runs it."""
    return text_of(public_body(), "name") or Text(_("Partner cities"), get_language() or "", False)


def _add(feed: ChronicleAtom, event: Event, in_full: InFull) -> None:
    address = in_full(event.get_absolute_url())
    feed.add_item(
        title="",
        link=address,
        description="",
        pubdate=event.published_at,
        updateddate=last_seen_change(event),
        unique_id=tag_of(event, get_language() or ""),
        name=text_of(event, "title"),
        summary=text_of(event, "summary"),
        content=content(event, address),
        labels=[
            (topic.in_language("slug", settings.LANGUAGE_CODE), text_of(topic, "name"))
            for topic in event.topics.all()
        ],
    )


def _links(subject: Subject, page: "Page[Event]", in_full: InFull) -> Links:
    """To this page of the feed, to its others (RFC 5005, section 3), to the other languages."""
    address = in_full(subject.subscription().feed)

    def link(rel: str, number: int) -> dict[str, str]:
        query = f"?page={number}" if number > 1 else ""
        return {"rel": rel, "type": ATOM, "href": address + query}

    links = [link("self", page.number), link("first", 1), link("last", page.paginator.num_pages)]
    if page.has_previous():
        links.append(link("previous", page.previous_page_number()))
    if page.has_next():
        links.append(link("next", page.next_page_number()))
    return links + [
        {"rel": "alternate", "type": ATOM, "hreflang": each.code, "href": in_full(each.url)}
        for each in language_links(lambda: subject.subscription().feed)
        if not each.is_current
    ]
