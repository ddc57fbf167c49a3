"""What a citation says, whatever format it is written in."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.models import Event
from events.presentation.names import plain_name
from events.references.marks import clean, marked
from partners.models import Partnership
from twinning.dates import HistoricalDate
from twinning.publishing.public_body import public_body
from twinning.publishing.public_states import PublicState
from twinning.translation.texts import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Texts are on one line and may hold the marks of fallbacks.

    `key` is made of small letters, digits and hyphens; `edition` says in words which `version` is
    cited, and since when it has stood; `told` is when it happened, no more precise than known;
    `language` is that of the title.
    """

    key: str
    author: str
    title: str
    site: str
    version: str
    edition: str
    published: date
    accessed: date
    told: HistoricalDate
    language: str
    url: str


def of_event(event: Event, state: PublicState | None, url: str) -> Reference:
    """Of one version of an entry; without a history, of the entry as it has stood since its last
    change. `event` says what that version says.
    """
    since = state.since if state else event.updated_at
    published = timezone.localdate(since)
    title = text_of(event, "title")
    day = _in_words(published)
    if state is None:
        edition = _("As of %(day)s") % {"day": day}
    else:
        edition = _("Version %(number)s, %(day)s") % {"number": state.number, "day": day}
    return Reference(
        key=f"{event.slug}-{state.number if state else published.isoformat()}",
        author=_author(),
        title=f"{marked(title)} ({clean(event.date.render(style='plain'))})",
        site=_("Partner cities"),
        version=str(state.number) if state else published.isoformat(),
        edition=edition,
        published=published,
        accessed=timezone.localdate(),
        told=event.date,
        language=title.language,
        url=url,
    )


def of_year(partnership: Partnership, year: int, moment: datetime, url: str) -> Reference:
    """Of the page of a year as it was at a moment."""
    cities = plain_name(partnership)
    local = timezone.localtime(moment)
    slugs = f"{partnership.home.slug}-{partnership.partner.slug}"
    return Reference(
        key=f"{slugs}-{year}-{moment:%Y%m%d%H%M%S}",
        author=_author(),
        title=_("Chronicle: %(cities)s, %(year)s") % {"cities": marked(cities), "year": year},
        site=_("Partner cities"),
        version=moment.isoformat().replace("+00:00", "Z"),
        edition=_("As of %(day)s")
        % {"day": f"{_in_words(local.date())}, {date_format(local, 'H:i')}"},
        published=local.date(),
        accessed=timezone.localdate(),
        told=HistoricalDate(f"{year:04}"),
        language=cities.language,
        url=url,
    )


def _author() -> str:
    """The body that produces the site, which stands for its authors; empty if nobody named it."""
    return marked(text_of(public_body(), "name"))


def _in_words(day: date) -> str:
    return HistoricalDate.of_day(day).render(get_language(), style="plain")
