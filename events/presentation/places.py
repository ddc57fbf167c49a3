"""Places in sentences. Polish needs cases of their names, which not every place has."""

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.models import Delegation
from events.presentation.names import name_of
from events.presentation.people import phrase
from partners.models import Place


def journey(delegation: Delegation) -> SafeString:
    """From where to where a delegation travelled, as a heading."""
    origin, destination = delegation.origin, delegation.destination
    if get_language() == "pl" and not (origin.genitive and destination.genitive):
        text = _("Delegation: %(origin)s – %(destination)s")
        return phrase(text, origin=name_of(origin), destination=name_of(destination))
    text = _("Delegation from %(origin)s to %(destination)s")
    return phrase(text, origin=_inflected(origin), destination=_inflected(destination))


def _inflected(place: Place) -> SafeString:
    return conditional_escape(place.genitive) if get_language() == "pl" else name_of(place)
