"""How fast is a search among many entries? `python -m bench.search [--count 100000]`.

Times are given as multiples of reading one entry by its key through the ORM in the same run: they
can be compared between machines. Works on a new SQLite file, or on the empty database that
DATABASE_URL names.
"""

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import quantiles
from typing import Any

from bench import database

ROUNDS, REPEATED = 40, 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="entries (default 100,000)")
    parser.add_argument("--seed", type=int, default=1991)
    given = parser.parse_args()
    database.prepare()

    from bench import chronicle
    from twinning.search.building import build

    say(f"{given.count} entries, seed {given.seed}")
    sentences, seconds = timed(lambda: chronicle.write(given.count, given.seed))
    say(f"written in {seconds:.0f} s")
    entries, seconds = timed(build)
    say(f"{entries} entries of the index built in {seconds:.0f} s")
    weigh()
    say(f"size of the index: {size() / 2**20:.0f} MB")
    measure(given.count, sentences)


def measure(count: int, sentences: Any) -> None:
    from bench.searches import searches
    from events.models import Event
    from twinning.search.searching import search

    keys = list(Event.objects.order_by("pk").values_list("pk", flat=True)[:: max(count // 400, 1)])
    reads = [best(partial(Event.objects.get, pk=key)) for key in keys]
    read = quantiles(reads, n=100)
    say(f"reading by key: p50 {read[49] * 1e6:.0f} µs, p95 {read[94] * 1e6:.0f} µs")
    everything: list[float] = []
    for name, queries in searches(sentences, ROUNDS).items():
        times = [best(partial(search, query)) for query in queries]
        everything += times
        tell(name, times, read[49])
    tell("all together", everything, read[49])


def tell(name: str, times: list[float], unit: float) -> None:
    marks = quantiles(times, n=100)
    say(
        f"{name:<16} p50 {marks[49] / unit:5.1f} ×  p95 {marks[94] / unit:5.1f} ×  "
        f"({marks[49] * 1e3:.2f} and {marks[94] * 1e3:.2f} ms)"
    )


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def best(work: Callable[[], Any]) -> float:
    """The seconds of the fastest of several times: other programs come between the others."""
    return min(timed(work)[1] for _ in range(REPEATED))


def weigh() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def size() -> int:
    from django.db import connection

    sql = {
        "sqlite": "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search_%'",
        "postgresql": "SELECT sum(pg_total_relation_size(relid)) FROM pg_stat_user_tables "
        "WHERE relname LIKE 'search_%'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0])


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
