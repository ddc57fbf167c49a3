"""What is drawn on the picture that stands for a page where it is shared."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.models import Event, YearNote
from events.presentation.facts import language_name
from events.presentation.linked.naming import called
from events.presentation.names import plain_name
from partners.models import Partnership, Place
from twinning.metadata.cards import Card
from twinning.metadata.page import Picture, Titled
from twinning.metadata.site_card import picture_of
from twinning.translation.texts import Text, text_of
from twinning.translation.typography import keep_together


def of_event(event: Event) -> Card:
    """`event` from `for_card()`, or from `for_own_page()`."""
    title = called(event)
    partnership = next(iter(event.partnerships.all()), None)
    between = plain_name(partnership) if partnership else None
    return _card(
        title,
        capfirst(event.get_kind_display()),
        line=event.date.render(),
        foot=between,
        ribbon=partnership.ribbon if partnership else "",
        is_crossing=bool(getattr(event, "is_signing", False)),
    )


def of_year(
    partnership: Partnership, year: int, notes: Iterable[YearNote], *, is_crossing: bool
) -> Card:
    """The ribbons cross in a year in which something was signed."""
    headline = next((text_of(note, "headline") for note in notes), None)
    return _card(
        Titled(str(year), ""),
        _("Chronicle"),
        line=headline or "",
        foot=plain_name(partnership),
        ribbon=partnership.ribbon,
        is_numeral=True,
        is_crossing=is_crossing,
    )


def of_partnership(partnership: Partnership) -> Card:
    since = partnership.state_since
    is_active = partnership.state == Partnership.State.ACTIVE
    year = since.earliest.year if since and is_active else None
    return _card(
        plain_name(partnership),
        capfirst(partnership.get_kind_display()),
        line=_("since %(year)s") % {"year": year} if year else "",
        ribbon=partnership.ribbon,
        is_crossing=True,
    )


def of_home_city(place: Place, partners: Iterable[Place]) -> Card:
    names = [called(partner) for partner in partners]
    own = [name.text for name in names if not name.is_fallback]
    return _card(called(place), _("Home city"), line=", ".join(own))


def picture_of_event(event: Event) -> Picture:
    address = reverse("event_picture", args=[event.date.earliest.year, event.slug])
    return picture_of(of_event(event), address, called(event))


def picture_of_year(
    partnership: Partnership, year: int, notes: Iterable[YearNote], *, is_crossing: bool
) -> Picture:
    args = [partnership.home.slug, partnership.partner.slug, year]
    between = plain_name(partnership)
    title = Titled(f"{year}, {between.text}", between.language)
    card = of_year(partnership, year, notes, is_crossing=is_crossing)
    return picture_of(card, reverse("year_picture", args=args), title)


def picture_of_partnership(partnership: Partnership) -> Picture:
    args = [partnership.home.slug, partnership.partner.slug]
    address = reverse("partnership_picture", args=args)
    return picture_of(of_partnership(partnership), address, plain_name(partnership))


def picture_of_home_city(place: Place, partners: Iterable[Place]) -> Picture:
    address = reverse("home_city_picture", args=[place.slug])
    return picture_of(of_home_city(place, partners), address, called(place))


def _card(
    title: Text | Titled,
    kicker: str,
    *,
    line: Text | str = "",
    foot: Text | None = None,
    ribbon: str = "",
    is_numeral: bool = False,
    is_crossing: bool = False,
) -> Card:
    """A picture has no `lang`: where a text stands in for a translation, its language is named."""
    texts = [text for text in (title, line, foot) if isinstance(text, Text)]
    languages = {text.language for text in texts if text.is_fallback}
    said = [kicker, *(language_name(code) for code in sorted(languages))]
    below = line if isinstance(line, str) else keep_together(line.text, line.language)
    return Card(
        title=keep_together(title.text, title.language),
        kicker=" · ".join(said),
        line=below,
        foot=foot.text if foot else "",
        site=_("Partner cities"),
        ribbon=ribbon,
        is_numeral=is_numeral,
        is_crossing=is_crossing,
    )
