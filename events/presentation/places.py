"""Places in sentences. Polish needs cases of their names, which not every place has."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.models import Delegation
from partners.models import Place


def journey(delegation: Delegation) -> str:
    """From where to where a delegation travelled, as a heading."""
    origin, destination = delegation.origin, delegation.destination
    if get_language() == "pl" and not (origin.genitive and destination.genitive):
        names = {"origin": origin.name, "destination": destination.name}
        return _("Delegation: %(origin)s – %(destination)s") % names
    names = {"origin": _inflected(origin), "destination": _inflected(destination)}
    return _("Delegation from %(origin)s to %(destination)s") % names


def _inflected(place: Place) -> str:
    return place.genitive if get_language() == "pl" else place.name
