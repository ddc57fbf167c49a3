"""Numbers of people and entries, as exactly as the source gives them."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Delegation, Event, Quantity
from events.presentation.people import phrase
from twinning.translation.templatetags.translated import translated


def attendance(event: Event) -> str:
    """“more than 100 participants”; empty where nobody counted."""
    if event.attendance is None:
        return ""
    counted = _counted(event, grouped(event.attendance))
    return _qualified(counted, event.attendance_qualifier)


def _counted(event: Event, number: str) -> str:
    if event.attendance_unit:
        unit = translated(event, "attendance_unit")
        return phrase("%(number)s %(unit)s", number=number, unit=unit)
    text = ngettext("%(number)s participant", "%(number)s participants", event.attendance or 0)
    return text % {"number": number}


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
            return phrase(_("about %(counted)s"), counted=counted)
        case Quantity.MORE_THAN:
            return phrase(_("more than %(counted)s"), counted=counted)
        case Quantity.NEARLY:
            return phrase(_("nearly %(counted)s"), counted=counted)
    return counted
