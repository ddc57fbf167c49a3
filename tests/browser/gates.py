"""The gates that every public page goes through, each a column of the table of `make check-web`.

A test belongs to a gate by its mark: `pytestmark = [gate("keyboard"), ...]`.
"""

from collections.abc import Sequence

import pytest

gate = pytest.mark.gate


class GateError(AssertionError):
    """What a check found: the table counts and lists it, pytest shows it."""

    def __init__(self, found: Sequence[str]) -> None:
        super().__init__("\n".join(found))
        self.found = tuple(found)


def none_of(found: Sequence[str]) -> None:
    """The test passes if nothing was found."""
    __tracebackhide__ = True
    if found:
        raise GateError(found)
