"""What a search gives, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found: its `kind` as it was registered (“event”), its primary key, the
    language of the text in which it was found, and how well the text fits.
    """

    kind: str
    key: int
    language: str
    score: int


@dataclass(frozen=True, slots=True)
class FacetCount:
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits, best first.

    `total` counts the records found; where there are more than the search looks at, it is that
    limit and `is_more` says so. `facets` count, for each facet, the records found by value, the
    most frequent first; they count the same records as `total`.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_more: bool = False
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
