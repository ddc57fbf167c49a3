"""Our CSV read back by Python's own reader, as somebody else's program would."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from events.data.dataset import Dataset
from events.data.registry import DATASETS
from events.data.shapes import FieldOfData
from events.data.tables import BOM, SEPARATOR, header, restored


def rows(body: bytes) -> list[list[str]]:
    text = body.decode()
    assert text.startswith(BOM)
    assert text.endswith("\r\n")
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), strict=True))


def dataset_of(columns: list[str]) -> Dataset:
    return next(each for each in DATASETS.values() if header(each.fields()) == columns)


def objects(body: bytes) -> list[dict[str, Any]]:
    """The objects that the table was made of, every plain value a text and None an empty one."""
    columns, *lines = rows(body)
    fields = dataset_of(columns).fields()
    return [_object(fields, iter(line)) for line in lines]


def as_in_a_table(value: Any) -> Any:
    """What `objects` gives for a value of the JSON, which holds numbers, booleans and null."""
    match value:
        case dict():
            return {key: as_in_a_table(each) for key, each in value.items()}
        case list():
            return [as_in_a_table(each) for each in value]
        case None:
            return ""
        case bool():
            return str(value).lower()
    return str(value)


def _object(fields: list[FieldOfData], cells: Iterator[str]) -> dict[str, Any]:
    return {
        field.name: _value(field, [next(cells) for _column in field.columns]) for field in fields
    }


def _value(field: FieldOfData, cells: list[str]) -> Any:
    if field.name == "fallbacks":
        pairs = (each.rsplit("=", 1) for each in restored(cells[0]).split(SEPARATOR) if each)
        return dict(pairs)
    if field.is_list and field.parts:
        listed = zip(*(_values(cell) for cell in cells), strict=True)
        names = [part.name for part in field.parts]
        return [dict(zip(names, each, strict=True)) for each in listed] if any(cells) else []
    if field.is_list:
        return _values(cells[0]) if cells[0] else []
    if field.parts:
        whole = {part.name: restored(cell) for part, cell in zip(field.parts, cells, strict=True)}
        return whole if any(cells) else ""
    return restored(cells[0])


def _values(cell: str) -> list[str]:
    return [re.sub(r"\\(.)", r"\1", each) for each in restored(cell).split(SEPARATOR)]
