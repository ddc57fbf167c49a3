"""The place on a page where it is cited, and where bibliographic software takes the citation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events import references
from events.addresses import state_address, version_address, year_address
from events.models import Event
from events.references import FORMATS, Reference, as_html
from partners.models import Partnership
from twinning.dates import HistoricalDate
from twinning.publishing.public_states import PublicState

BRIEF = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Written:
    """The citation in one format; `text` is HTML to be put between `<pre>` and `</pre>`."""

    label: str
    url: str
    text: SafeString


@dataclass(frozen=True, slots=True)
class Cite:
    """`written` is empty for what has no version that could be cited."""

    plain: SafeString
    written: list[Written]


@dataclass(frozen=True, slots=True)
class Version:
    """A line of the list of versions."""

    label: str
    url: str
    stood: str
    is_current: bool


def of_event(request: HttpRequest, event: Event, state: PublicState | None) -> Cite:
    """Of a version of the entry; `event` says what it said in that version."""
    address = version_address(event, state.number) if state else ""
    return _cite(reference_of_event(request, event, state), address)


def reference_of_event(request: HttpRequest, event: Event, state: PublicState | None) -> Reference:
    address = version_address(event, state.number) if state else event.get_absolute_url()
    return references.of_event(event, state, request.build_absolute_uri(address))


def of_year(
    request: HttpRequest, partnership: Partnership, year: int, moment: datetime | None
) -> Cite:
    """Of the state of the page at a moment; of the page alone where its history isn't known."""
    address = state_address(partnership, year, moment) if moment else ""
    return _cite(reference_of_year(request, partnership, year, moment), address)


def reference_of_year(
    request: HttpRequest, partnership: Partnership, year: int, moment: datetime | None
) -> Reference:
    if moment is None:
        address = year_address(partnership, year)
    else:
        address = state_address(partnership, year, moment)
    url = request.build_absolute_uri(address)
    return references.of_year(partnership, year, moment or timezone.now(), url)


def _cite(reference: Reference, address: str) -> Cite:
    written = [
        Written(each.label, f"{address}{each.name}/", as_html(each.write(reference)))
        for each in FORMATS.values()
    ]
    return Cite(as_html(references.plain(reference)), written if address else [])


def versions_of_event(event: Event, states: Iterable[PublicState]) -> list[Version]:
    """The latest first; without those that aren't kept any more."""
    return [
        Version(
            _("Version %(number)s") % {"number": state.number},
            version_address(event, state.number),
            period(state.since, state.until),
            state.until is None,
        )
        for state in sorted(states, key=lambda state: -state.number)
        if state.revision
    ]


def states_of_year(
    partnership: Partnership, year: int, moments: Sequence[datetime]
) -> list[Version]:
    """The latest first. A state that stood for less than a minute is passed over."""
    ends = [*moments[1:], None]
    stood = [
        (since, until)
        for since, until in zip(moments, ends, strict=True)
        if until is None or until - since >= BRIEF
    ]
    return [
        Version(
            _("As of %(day)s") % {"day": in_words(since, hour=True)},
            state_address(partnership, year, since),
            period(since, until),
            until is None,
        )
        for since, until in reversed(stood)
    ]


def period(since: datetime, until: datetime | None) -> str:
    """“since 24 November 2026”, “from … to …”; with the hours where a day doesn't tell them."""
    if until is None:
        return _("since %(day)s") % {"day": in_words(since)}
    same = timezone.localdate(since) == timezone.localdate(until)
    return _("from %(beginning)s to %(end)s") % {
        "beginning": in_words(since, hour=same),
        "end": in_words(until, hour=same),
    }


def in_words(moment: datetime, *, hour: bool = False) -> str:
    local = timezone.localtime(moment)
    day = HistoricalDate.of_day(local.date()).render()
    return f"{day}, {date_format(local, 'H:i:s')}" if hour else day


def remark(event: Event, number: int | None) -> SafeString:
    """On an entry in an earlier wording, with the way to that version; else nothing."""
    if number is None:
        return SafeString("")
    text = _("wording of version %(number)s, changed later") % {"number": number}
    return format_html('<a href="{}">{}</a>', version_address(event, number), text)
