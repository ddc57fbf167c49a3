"""The number of an entry in the index is its place in the order of entries that fit alike.

What has no date comes first, then the newest, then by kind and key. The number holds all of these:
its highest bits the days before the last day that there is, its lowest the language.
"""

from datetime import date

KIND_BITS, KEY_BITS, STAGE_BITS, LANGUAGE_BITS = 5, 28, 3, 4
STAGES = 1 << STAGE_BITS
_BELOW_DAY = KIND_BITS + KEY_BITS + STAGE_BITS + LANGUAGE_BITS
_RECORD_SHIFT = STAGE_BITS + LANGUAGE_BITS


def place(day: date | None, rank: int, key: int, stage: int, language: int) -> int:
    """`rank` orders the kinds, `stage` what is public of a record at different times. Raises
    `OverflowError` for a number that has no room.
    """
    number = 0 if day is None else date.max.toordinal() - day.toordinal() + 1
    for value, bits in (
        (rank, KIND_BITS),
        (key, KEY_BITS),
        (stage, STAGE_BITS),
        (language, LANGUAGE_BITS),
    ):
        if not 0 <= value < 1 << bits:
            raise OverflowError(f"{value} has no room in {bits} bits")
        number = number << bits | value
    return number


def record_of(place: int) -> int:
    """What entries of one record and day have in common."""
    return place >> _RECORD_SHIFT


def first_dated() -> int:
    """Before it stands what has no date."""
    return 1 << _BELOW_DAY


def day_of(place: int) -> date:
    """The first day of a dated entry."""
    return date.fromordinal(date.max.toordinal() + 1 - (place >> _BELOW_DAY))


def first_place_before(day: date) -> int:
    """The place before which stands what begins on the day or later, or has no date."""
    return (date.max.toordinal() - day.toordinal() + 2) << _BELOW_DAY
