"""A dataset as a table: CSV as RFC 4180 has it, safe to open in a spreadsheet.

The columns are the fields of the objects in JSON, so both hold the same:

- an object's fields are columns of their own (`predecessor_name`);
- a list is one cell with its values one after the other, ` | ` between them; of listed objects each
  field is a column (`participants_name`, `participants_role`), with as many values in each of them;
- in a list `\\|` stands for an upright stroke that belongs to the text, and `\\\\` for a backslash;
- an empty cell is a value that isn't known or doesn't exist; true and false are written as such;
- `fallbacks` is a list of `pointer=language`.

No cell is a formula, whichever separator a spreadsheet takes for its own: see `harmless`.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from events.data.shapes import FieldOfData

SEPARATOR = " | "
BOM = "\ufeff"  # without it Excel takes UTF-8 for the code page of the country

# Excel, LibreOffice and Google Sheets calculate what begins so, behind blanks as well; East Asian
# versions read the full-width forms alike.
_SIGN = "[=+\\-@\uff1d\uff0b\uff0d\uff20]"
# A Polish Excel splits at semicolons and takes no notice of our quotation marks: behind each of
# these a cell may begin, too, and a quotation mark at its beginning is read away.
_BLANK = r'[\s\x00\u200b\ufeff"]*'
_CELL = r"[;\t\r\n]"
_DANGER = re.compile(rf"((?:^|(?<={_CELL})))(?='|{_BLANK}{_SIGN}|\A[\t\r\n])")
_MARKED = re.compile(rf"(?:^|(?<={_CELL}))'")
_SIGNED_NUMBER = re.compile(r"[+-]?[0-9]+(?:[ .,][0-9]+)*")


def harmless(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would calculate.

    Before an apostrophe in such a place stands another one, so that `restored` gets the text back.
    A number with its sign, such as one for the telephone, is nothing but itself.
    """
    return text if _SIGNED_NUMBER.fullmatch(text) else _DANGER.sub("'", text)


def restored(cell: str) -> str:
    """The text of a cell: without apostrophes at its beginning and behind `;`, tabs and line ends.

    One of two that stand there, that is.
    """
    return _MARKED.sub("", cell)


def header(fields: Iterable[FieldOfData]) -> list[str]:
    return [column for field in fields for column in field.columns]


def row(fields: Iterable[FieldOfData], values: Mapping[str, Any]) -> list[str]:
    return [cell for field in fields for cell in _cells(field, values[field.name])]


def csv_lines(fields: list[FieldOfData], objects: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The table piece by piece, a record a piece."""
    yield BOM + _line(header(fields))
    for each in objects:
        yield _line(row(fields, each))


def _line(cells: list[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _cells(field: FieldOfData, value: Any) -> list[str]:
    if not field.parts:
        return [_cell(value)]
    if field.is_list:
        return [_cell([each[part.name] for each in value]) for part in field.parts]
    return [_cell(value[part.name] if value else None) for part in field.parts]


def _cell(value: Any) -> str:
    match value:
        case str():
            return harmless(value)
        case list():
            return harmless(SEPARATOR.join(_listed(each) for each in value))
        case dict():
            return harmless(SEPARATOR.join(f"{key}={each}" for key, each in value.items()))
    return plain(value)


def _listed(value: Any) -> str:
    return plain(value).replace("\\", "\\\\").replace("|", "\\|")


def plain(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
    return str(value)
