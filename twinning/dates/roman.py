"""Roman numerals, which Polish uses for centuries and sometimes for months."""

SIGNS = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")),
    *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def to_roman(number: int) -> str:
    """The numeral of a number from 1 to 100."""
    numeral = ""
    for value, sign in SIGNS:
        count, number = divmod(number, value)
        numeral += sign * count
    return numeral


NUMBERS = {to_roman(number): number for number in range(1, 101)}
