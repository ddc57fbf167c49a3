"""The public pages. Each tells the chronicle from one noun: a year, a place, a person, a source."""

from events.views.agreement import agreement, agreements
from events.views.chronicle import chronicle
from events.views.data import data, events_json
from events.views.event import event
from events.views.home_city import home_city
from events.views.network import network, networks
from events.views.organisation import organisation, organisations
from events.views.partnership import partnership
from events.views.person import people, person
from events.views.series import series, series_list
from events.views.source import source, sources
from events.views.year import year

__all__ = [
    "agreement",
    "agreements",
    "chronicle",
    "data",
    "event",
    "events_json",
    "home_city",
    "network",
    "networks",
    "organisation",
    "organisations",
    "partnership",
    "people",
    "person",
    "series",
    "series_list",
    "source",
    "sources",
    "year",
]
