"""How large a whole file is: measured, never guessed, and unknown until then.

A file is measured while somebody fetches it, and a small one for the catalogue, too. What was
measured counts as long as nothing has changed.
"""

from collections.abc import Iterable, Iterator

from django.core.cache import cache
from django.http import QueryDict
from django.utils.translation import get_language

from events.data.changes import State
from events.data.dataset import Dataset
from events.data.registry import DATASETS
from events.data.streams import MEDIA_TYPES, written
from events.data.values import Absolute

SMALL = 100  # records that are written in an instant

Sizes = dict[tuple[str, str], int]  # in bytes, by name of the dataset and extension


def _key(dataset: Dataset, extension: str, absolute: Absolute) -> str:
    return f"open-data:{dataset.name}:{extension}:{get_language()}:{absolute('/')}"


def known_sizes(absolute: Absolute, state: State) -> Sizes:
    """Those that have been measured, in the active language."""
    files = [(dataset, extension) for dataset in DATASETS.values() for extension in MEDIA_TYPES]
    kept = cache.get_many([_key(*file, absolute) for file in files])
    return {
        (dataset.name, extension): held[1]
        for dataset, extension in files
        if (held := kept.get(_key(dataset, extension, absolute))) and held[0] == state.mark
    }


def sizes_of(counts: dict[Dataset, int], absolute: Absolute, state: State) -> Sizes:
    """As `known_sizes`, with those measured now of which `counts` says that they are small."""
    sizes = known_sizes(absolute, state)
    for dataset, count in counts.items():
        for extension in MEDIA_TYPES:
            if count <= SMALL and (dataset.name, extension) not in sizes:
                size = _measured(dataset, extension, absolute)
                sizes[dataset.name, extension] = size
                cache.set(_key(dataset, extension, absolute), (state.mark, size), timeout=None)
    return sizes


def measuring(
    pieces: Iterable[str], dataset: Dataset, extension: str, absolute: Absolute, state: State
) -> Iterator[str]:
    """The pieces of a whole file; its size is kept once the last has been fetched.

    Begun in the language of the file, whatever language is active where it ends.
    """
    return _measuring(pieces, _key(dataset, extension, absolute), state)


def _measuring(pieces: Iterable[str], key: str, state: State) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece.encode())
        yield piece
    cache.set(key, (state.mark, size), timeout=None)


def _measured(dataset: Dataset, extension: str, absolute: Absolute) -> int:
    everything = dataset.filters(QueryDict())
    everything.full_clean()
    pieces = written(dataset, extension, everything, absolute, get_language() or "")
    return sum(len(piece.encode()) for piece in pieces)
