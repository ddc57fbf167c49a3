"""What is searched of the chronicle."""

from events.search.event import Events
from events.search.records import Agreements, SeriesOfEvents, Sources, YearNotes
from twinning.search.indexing import register


def register_all() -> None:
    for searchable in (SeriesOfEvents(), Agreements(), YearNotes(), Events(), Sources()):
        register(searchable)
