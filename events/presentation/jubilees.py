"""Jubilees in words: which one it is, and how long there is until then."""

from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from events.jubilees import Anniversary, Jubilee
from events.models import Act
from twinning.dates.points import Precision
from twinning.dates.rendering import ordinal


def occasion(anniversary: Anniversary) -> str:
    """“20th anniversary of the signing”."""
    number = ordinal(anniversary.jubilee.years, get_language() or "")
    if anniversary.opens:
        return _("%(ordinal)s anniversary of the first agreement") % {"ordinal": number}
    match anniversary.act.kind:
        case Act.Kind.CONFIRMED:
            return _("%(ordinal)s anniversary of the confirmation") % {"ordinal": number}
        case Act.Kind.RENEWED:
            return _("%(ordinal)s anniversary of the renewal") % {"ordinal": number}
    return _("%(ordinal)s anniversary of the signing") % {"ordinal": number}


def lead_time(jubilee: Jubilee, today: date) -> str:
    """“in 5 months”, “in 12 days”, “today”; “this year” where no more is known."""
    if months := jubilee.months_left(today):
        return ngettext("in %(months)d month", "in %(months)d months", months) % {"months": months}
    if days := jubilee.days_left(today):
        return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
    return _begun(jubilee)


def _begun(jubilee: Jubilee) -> str:
    match jubilee.precision:
        case Precision.DAY:
            return _("today")
        case Precision.MONTH:
            return _("this month")
        case Precision.YEAR:
            return _("this year")
    return _("this season")
