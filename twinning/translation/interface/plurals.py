"""For which numbers each plural form of a language stands."""

from gettext import c2py
from itertools import pairwise

from babel.messages.catalog import Catalog

LAST = 100
SHOWN = 3


def numbers_of_forms(catalog: Catalog) -> list[str]:
    """“1”, “2–4, 22–24, 32–34 …”; empty for a form that no whole number takes."""
    form = c2py(catalog.plural_expr)
    numbers: list[list[int]] = [[] for _form in range(catalog.num_plurals)]
    for number in range(LAST + 1):
        numbers[form(number)].append(number)
    return [_in_ranges(each) for each in numbers]


def _in_ranges(numbers: list[int]) -> str:
    if not numbers:
        return ""
    gaps = [(before, after) for before, after in pairwise(numbers) if after > before + 1]
    starts = [numbers[0], *(after for _before, after in gaps)]
    ends = [*(before for before, _after in gaps), numbers[-1]]
    ranges = [
        str(start) if start == end else f"{start}–{end}"
        for start, end in zip(starts, ends, strict=True)
    ]
    goes_on = len(ranges) > SHOWN or numbers[-1] == LAST
    return ", ".join(ranges[:SHOWN]) + (" …" if goes_on else "")
