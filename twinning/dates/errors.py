"""Why a date could not be read, in words an editor can act on."""

from django.utils.translation import gettext_lazy as _

EXAMPLES = _(
    "Write it for example as “12–14 September 2014”, “June 1994”, “about 1991”, "
    "“since 1998” or “1994-06”."
)

REASONS = {
    "empty": _("There is no date here."),
    "too_long": _("This is too long to be a date."),
    "unreadable": _("“%(part)s” can't be read as a date."),
    "impossible": _("There is no such day in the calendar: “%(part)s”."),
    "weekday": _("The date does not fall on the day of the week given: “%(part)s”."),
    "no_year": _("The year is missing in “%(part)s”."),
    "no_month": _("The month is missing in “%(part)s”."),
    "two_digits": _("“%(part)s” could be in more than one century: name it, as in “the 1920s”."),
    "vague": _("“%(part)s” is too vague to be kept: give a month, a season or “about” a year."),
    "backwards": _("“%(part)s” ends before it begins."),
    "apart": _("“%(part)s” names two separate dates: make two entries, or write a range."),
    "dangling": _(
        "“%(part)s” can be read in two ways: write “since 1998”, “until 1998” or only “1998”."
    ),
    "unsupported": _("“%(part)s” is a valid EDTF date, but of a kind that is not kept here."),
    "out_of_range": _("“%(part)s” is outside the years 1 to 9999."),
}


class DateNotUnderstood(ValueError):  # noqa: N818 - the name says what happened
    """A text that is no date the record can keep.

    `code` is a key of `REASONS`, `text` what was given, `part` the piece that was not
    understood (in the writer's own spelling, shortened). `message` is translated into the
    language active when it is read and ends with examples.
    """

    def __init__(self, code: str, text: str, part: str = "") -> None:
        super().__init__(code, text, part)
        self.code = code
        self.text = text
        self.part = _shortened(part or text)

    @property
    def message(self) -> str:
        return f"{REASONS[self.code] % {'part': self.part}} {EXAMPLES}"

    def __str__(self) -> str:
        return self.message


def _shortened(text: str, length: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[: length - 1]}…"
