"""The ways that lead to the pages, for the breadcrumbs."""

from django.utils.translation import gettext as _

from events.addresses import chronicle_address
from events.presentation.names import name_of
from partners.models import Partnership, Place
from twinning.publishing.pages import Crumb


def to_home_city(home: Place) -> list[Crumb]:
    return [(name_of(home), home.get_absolute_url())]


def to_partnership(partnership: Partnership) -> list[Crumb]:
    return [
        *to_home_city(partnership.home),
        (name_of(partnership.partner), partnership.get_absolute_url()),
    ]


def to_chronicle(partnership: Partnership) -> list[Crumb]:
    return [*to_partnership(partnership), (_("Chronicle"), chronicle_address(partnership))]
