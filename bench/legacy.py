"""How long does reading a long chronicle take, and how much memory? `python -m bench.legacy`.

Makes a page of a city with as many characters as asked for, year by year, in the styles of real
pages, and reads it as `manage.py read_chronicle` would. The time limit that the project sets itself
is 30 s for a million characters, the memory limit 300 MB.
"""

import argparse
import resource
import sys

from bench import database
from bench.search import say, timed
from bench.sentences import Sentences

_MONTHS = """
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
"""
MONTHS = _MONTHS.split()
STYLES = (
    "W dniach {day}-{later} {month} {year} r. przebywała w Katowicach delegacja z Kolonii. {text}",
    "{day} {month} {year} r. odbył się XII Turniej Miast z udziałem 120 zawodników. {text}",
    "Od {day} do {later} {month} gościliśmy uczniów z Ostrawy. {text}",
    "{day}.{number:02}.{year} – koncert w Koszycach. {text}",
    "{text}",
)
FIRST_YEAR, ENTRIES_A_YEAR = 1950, 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=1_000_000, help="default 1,000,000")
    parser.add_argument("--seed", type=int, default=1991)
    given = parser.parse_args()
    database.prepare()
    prepared = _memory()
    text = page(given.characters, given.seed)

    from bench import chronicle
    from events.legacy import known_to, read, read_document
    from partners.models import Partnership

    chronicle.write(1, given.seed)
    names = known_to(Partnership.objects.with_places().earliest("pk"))
    reading, seconds = timed(lambda: read(read_document(text.encode()), names))
    say(f"{len(text):,} characters, {len(reading.entries):,} entries: {seconds:.1f} s")
    say(f"memory at its peak: {_memory()} MB, {prepared} MB of it before")


def page(characters: int, seed: int) -> str:
    sentences = Sentences(seed)
    blocks: list[str] = []
    length = number = 0
    while length < characters:
        year = FIRST_YEAR + number // ENTRIES_A_YEAR % 75
        if number % ENTRIES_A_YEAR == 0:
            blocks.append(f"ROK {year}")
        month = number % 12
        day = number % 25 + 1
        line = STYLES[number % len(STYLES)].format(
            day=day,
            later=day + 3,
            month=MONTHS[month],
            number=month + 1,
            year=year,
            text=sentences.text(4),
        )
        blocks.append(line)
        length += len(line)
        number += 1
    return "\n\n".join(blocks)


def _memory() -> int:
    """The most that the process has held so far, in MB."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes // (1024 if sys.platform == "linux" else 1024 * 1024)


if __name__ == "__main__":
    main()
