"""What is searched of places, partnerships, organisations, people and networks."""

from partners.search.records import (
    Networks,
    Organisations,
    Partnerships,
    People,
    Places,
)
from twinning.search.indexing import register


def register_all() -> None:
    for searchable in (Partnerships(), Places(), Organisations(), People(), Networks()):
        register(searchable)
