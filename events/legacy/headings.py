"""The lines that give what follows its years, and the titles that give nothing."""

import re
from dataclasses import dataclass

from events.legacy.dating import touch
from events.legacy.documents import Block, BlockKind
from twinning.dates import DateNotUnderstood, HistoricalDate
from twinning.dates.points import Precision
from twinning.dates.prose import told

LONGEST = 120  # characters of a heading
MOST_WORDS = 14
SENTENCE = re.compile(r"(?<!\br)[.!?…;,][\"”»)]*\s*$")
YEAR_FIRST = re.compile(r"(?:the\s+)?year\s+(\d{4})\b", re.IGNORECASE)
OUTLINE = re.compile(r"^\W*(?:\d{1,2}[.)]\s+|[IVX]{1,5}[.)]\s+)?")
PROSE = 60  # characters of a text that a heading can stand over


@dataclass(frozen=True, slots=True)
class YearHeading:
    """The years of a heading, and the words it has besides."""

    date: HistoricalDate
    words: str


def is_short(text: str) -> bool:
    """Short enough for a heading, and no sentence."""
    return len(text) <= LONGEST and len(text.split()) <= MOST_WORDS and not SENTENCE.search(text)


def year_heading(text: str, block: Block, following: str) -> YearHeading | None:
    """The years that the block stands over, if it is a heading of years.

    “ROK 1997” and “2004 r.” are headings wherever they stand; “1994 r.: podpisanie umowy” is one
    over a text, and an entry among lines like itself.
    """
    text = OUTLINE.sub("", text).strip(" *#=_–—-:\t")
    if not is_short(text):
        return None
    if date := _bare(text):
        return YearHeading(date, "")
    dates = told(text)
    if len(dates) != 1 or dates[0].date.is_open or not _is_of_years(dates[0].date):
        return None
    stands_over = block.kind is BlockKind.HEADING or _is_under(following, dates[0].date)
    if not stands_over:
        return None
    words = f"{text[: dates[0].start]} {text[dates[0].end :]}"
    return YearHeading(dates[0].date, _without_loose_words(words))


def is_title(text: str, block: Block) -> bool:
    """A line that names what follows and tells nothing itself."""
    if block.kind is BlockKind.HEADING:
        return len(text) <= 2 * LONGEST
    letters = [letter for letter in text if letter.isalpha()]
    return is_short(text) and bool(letters) and all(letter.isupper() for letter in letters)


def _bare(text: str) -> HistoricalDate | None:
    if match := YEAR_FIRST.match(text):
        return HistoricalDate(match[1])
    try:
        return HistoricalDate.parse_heading(text)
    except DateNotUnderstood:
        return None


def _is_of_years(date: HistoricalDate) -> bool:
    return all(point.precision is Precision.YEAR for point in date.span.points)


def _is_under(following: str, date: HistoricalDate) -> bool:
    """Whether a text follows that takes its year from the heading, or tells of the same."""
    if len(following) < PROSE:
        return False
    first = next(iter(told(following[:LONGEST], context_year=date.earliest.year)), None)
    leads = first is not None and first.is_whole and first.start == 0
    return not (leads and first is not None and not touch(first.date, date))


def _without_loose_words(words: str) -> str:
    words = " ".join(words.split()).strip(" :–—-,.|")
    return re.sub(r"\s+(?:w|we|z|in|of|on)$", "", words)
