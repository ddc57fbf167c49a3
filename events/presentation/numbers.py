"""Numbers of people and entries, as exactly as the source gives them."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Delegation, Event, Quantity


def attendance(event: Event) -> str:
    """“more than 100 participants”; empty where nobody counted."""
    if event.attendance is None:
        return ""
    number = grouped(event.attendance)
    if event.attendance_unit:
        counted = f"{number} {event.attendance_unit}"
    else:
        text = ngettext("%(number)s participant", "%(number)s participants", event.attendance)
        counted = text % {"number": number}
    return _qualified(counted, event.attendance_qualifier)


def delegation_size(delegation: Delegation) -> str:
    """“about 6 people”; empty where the source doesn't say."""
    if delegation.size is None:
        return ""
    text = ngettext("%(number)s person", "%(number)s people", delegation.size)
    return _qualified(text % {"number": grouped(delegation.size)}, delegation.size_qualifier)


def entries(count: int) -> str:
    text = ngettext("%(counter)s entry", "%(counter)s entries", count)
    return text % {"counter": grouped(count)}


def grouped(count: int) -> str:
    """1234, but 12 345: four digits stay together."""
    return number_format(count, use_l10n=True, force_grouping=count > 9999)


def _qualified(counted: str, qualifier: str) -> str:
    match qualifier:
        case Quantity.ABOUT:
            return _("about %(counted)s") % {"counted": counted}
        case Quantity.MORE_THAN:
            return _("more than %(counted)s") % {"counted": counted}
        case Quantity.NEARLY:
            return _("nearly %(counted)s") % {"counted": counted}
    return counted
