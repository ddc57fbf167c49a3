"""Numbers of people, as exactly as the source gives them."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Event, Quantity


def people(count: int, qualifier: str, unit: str = "") -> str:
    """“more than 100 participants”; `unit` replaces “participants”, as it reads after a number."""
    number = number_format(count, force_grouping=count > 9999)
    counted = f"{number} {unit}" if unit else _participants(count, number)
    match qualifier:
        case Quantity.ABOUT:
            return _("about %(counted)s") % {"counted": counted}
        case Quantity.MORE_THAN:
            return _("more than %(counted)s") % {"counted": counted}
        case Quantity.NEARLY:
            return _("nearly %(counted)s") % {"counted": counted}
    return counted


def attendance(event: Event) -> str:
    if event.attendance is None:
        return ""
    return people(event.attendance, event.attendance_qualifier, event.attendance_unit or "")


def _participants(count: int, number: str) -> str:
    text = ngettext("%(number)s participant", "%(number)s participants", count)
    return text % {"number": number}


def persons(count: int, qualifier: str) -> str:
    """The size of a delegation: “6 people”."""
    unit = ngettext("person", "people", count)
    return people(count, qualifier, unit)


def entries(count: int) -> str:
    text = ngettext("%(counter)s entry", "%(counter)s entries", count)
    return text % {"counter": count}
