"""Who took part, travelled, signed or held an office, under the names and functions of that day."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from events.models import DelegationMember, Participation, Signatory
from partners.models import Network, Office, Organisation
from twinning.dates import HistoricalDate
from twinning.dates.templatetags.historical_dates import historical_date_element as told
from twinning.translation.templatetags.translated import translated

Role = Participation.Role


def name_then(record: Organisation | Network, date: HistoricalDate | None) -> SafeString:
    """What an organisation or a network was called on the day."""
    return translated(record.called_on(date), "name")


def linked(record: Any, label: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', record.get_absolute_url(), label)


def phrase(text: str, **values: str) -> SafeString:
    """A message of the interface with values that may be HTML."""
    return SafeString(text % {name: conditional_escape(value) for name, value in values.items()})


def joined(parts: Iterable[str], separator: str = ", ") -> SafeString:
    return format_html_join(separator, "{}", ((part,) for part in parts if part))


def participant(each: Participation, date: HistoricalDate) -> SafeString:
    return joined([_name(each, date), translated(each, "function")])


def member(each: DelegationMember, date: HistoricalDate) -> SafeString:
    line = joined([_name(each, date), translated(each, "function")])
    if each.count and each.count > 1:
        line = format_html("{}\u00a0× {}", each.count, line)
    return joined([line, _("head of the delegation") if each.leads else ""])


def signatory(each: Signatory, date: HistoricalDate) -> SafeString:
    place = translated(each.on_behalf_of, "name") if each.on_behalf_of else ""
    return joined([_name(each, date), translated(each, "function"), place])


def _name(each: Participation | DelegationMember | Signatory, date: HistoricalDate) -> SafeString:
    if each.person:
        return linked(each.person, each.person.full_name)
    if each.organisation:
        return linked(each.organisation, name_then(each.organisation, date))
    return SafeString("")


def by_role(
    participants: Iterable[Participation], date: HistoricalDate
) -> list[tuple[str, list[SafeString]]]:
    """Headings with lines under them, the organisers first."""
    given = list(participants)
    groups = [(role, [each for each in given if each.role == role]) for role in Role]
    return [
        (role_heading(role, len(group)), [participant(each, date) for each in group])
        for role, group in groups
        if group
    ]


def role_heading(role: Role, count: int) -> str:
    return {
        Role.ORGANISER: npgettext("role", "Organiser", "Organisers", count),
        Role.CO_ORGANISER: npgettext("role", "Co-organiser", "Co-organisers", count),
        Role.HOST: npgettext("role", "Host", "Hosts", count),
        Role.PARTICIPANT: npgettext("role", "Participant", "Participants", count),
        Role.SPEAKER: npgettext("role", "Speaker", "Speakers", count),
        Role.PATRON: npgettext("role", "Patron", "Patrons", count),
        Role.PERFORMER: npgettext("role", "Performer", "Performers", count),
        Role.SPONSOR: npgettext("role", "Sponsor", "Sponsors", count),
        Role.PARTNER: npgettext("role", "Partner", "Partners", count),
        Role.JURY: npgettext("role", "Juror", "Jurors", count),
        Role.HONOURED: npgettext("role", "Honoured", "Honoured", count),
        Role.GUEST: npgettext("role", "Guest", "Guests", count),
    }[role]


def held(office: Office) -> SafeString:
    """When an office was held, or when the sources mention it; and what is to be said about it."""
    date = told(office.held)
    if office.attested:
        date = phrase(_("mentioned: %(date)s"), date=date)
    return joined([date, translated(office, "note")], "; ")
