"""The public pages. Each tells the chronicle from one noun: a year, a place, a person, a source."""

from events.views.agreement import agreement, agreements
from events.views.booklet import booklet, booklet_file, booklet_order
from events.views.chronicle import chronicle
from events.views.comparison import compared
from events.views.data import api_manual, data, data_catalogue, data_file
from events.views.event import event
from events.views.event_version import event_citation, event_reference, event_version
from events.views.figures import figures
from events.views.home_city import home_city
from events.views.network import network, networks
from events.views.organisation import organisation, organisations
from events.views.partnership import partnership
from events.views.person import people, person
from events.views.pictures import (
    event_picture,
    home_city_picture,
    partnership_picture,
    year_picture,
)
from events.views.search import search, search_description, search_suggestions
from events.views.series import series, series_list
from events.views.source import source, sources
from events.views.timeline import timeline
from events.views.year import year
from events.views.year_state import year_citation, year_reference, year_state

__all__ = [
    "agreement",
    "agreements",
    "api_manual",
    "booklet",
    "booklet_file",
    "booklet_order",
    "chronicle",
    "compared",
    "data",
    "data_catalogue",
    "data_file",
    "event",
    "event_citation",
    "event_picture",
    "event_reference",
    "event_version",
    "figures",
    "home_city",
    "home_city_picture",
    "network",
    "networks",
    "organisation",
    "organisations",
    "partnership",
    "partnership_picture",
    "people",
    "person",
    "search",
    "search_description",
    "search_suggestions",
    "series",
    "series_list",
    "source",
    "sources",
    "timeline",
    "year",
    "year_citation",
    "year_picture",
    "year_reference",
    "year_state",
]
