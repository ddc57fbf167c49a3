"""A dataset written as a file, piece by piece: memory holds one chunk of records."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import override

from events.data.dataset import CHUNK, Dataset
from events.data.filters import DataFilter
from events.data.tables import csv_lines
from events.data.values import Absolute, Values

MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


def encoded(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)


def json_array(objects: Iterable[Values]) -> Iterator[str]:
    """A JSON array of `objects`, piece by piece, one object a line."""
    opening = "[\n"
    for each in objects:
        yield opening + encoded(each)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def objects(
    dataset: Dataset, chosen: DataFilter, absolute: Absolute, language: str
) -> Iterator[Values]:
    """What passes the filters, in `language`.

    A stream is written after the middleware is done, by somebody with a language of their own: each
    object is made in the reader's language and handed over outside it.
    """
    with override(language):
        records = dataset.chosen(chosen).iterator(chunk_size=CHUNK)
    while True:
        with override(language):
            record = next(records, None)
            if record is None:
                return
            described = dataset.described(record, absolute)
        yield described


def written(
    dataset: Dataset, extension: str, chosen: DataFilter, absolute: Absolute, language: str
) -> Iterator[str]:
    """The file with this extension."""
    found = objects(dataset, chosen, absolute, language)
    return csv_lines(dataset.fields(), found) if extension == "csv" else json_array(found)
