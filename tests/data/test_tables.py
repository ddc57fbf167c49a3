"""A table is read back as it was, whatever somebody typed, and no spreadsheet calculates in it."""

import csv
import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.data.registry import DATASETS
from events.data.shapes import FieldOfData
from events.data.tables import csv_lines, harmless, restored
from tests.data.tables import _object, as_in_a_table, rows

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
# What people type, and what somebody means ill with.
NASTY = st.text(alphabet=st.sampled_from(f"{SIGNS}'\";,|\\\t\r\n ab1ł")) | st.text(
    st.characters(codec="utf-8", exclude_characters="\x00")
)
CELL_STARTS = re.compile(rf"(?:^|[;\t\r\n])[\s\u200b\ufeff]*[{re.escape(SIGNS)}]")
FIELDS = [
    FieldOfData("title", "", is_list=False),
    FieldOfData("topics", "", is_list=True),
    FieldOfData(
        "people",
        "",
        is_list=True,
        parts=(FieldOfData("name", "", False), FieldOfData("role", "", False)),
    ),
    FieldOfData("count", "", is_list=False),
]


def written(objects: list[dict[str, Any]]) -> bytes:
    return "".join(csv_lines(FIELDS, objects)).encode()


@given(NASTY)
def test_a_cell_gives_the_text_back(text: str) -> None:
    assert restored(harmless(text)) == text


@given(NASTY)
def test_no_cell_begins_as_a_formula_whatever_the_separator(text: str) -> None:
    cell = harmless(text)

    assert not CELL_STARTS.search(cell) or re.fullmatch(r"[+-]?[0-9]+(?:[ .,][0-9]+)*", cell)
    assert not cell.startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("http://x";"y")', '\'=HYPERLINK("http://x";"y")'),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "'  =1+1"),
        ("\t=1+1", "'\t'=1+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("koniec;=1+1", "koniec;'=1+1"),
        ('koniec;"=1+1', "koniec;'\"=1+1"),
        ("- bez daty", "'- bez daty"),
        ("'t Hooft", "''t Hooft"),
        ("-12,5", "-12,5"),
        ("+48 32 259 38 44", "+48 32 259 38 44"),
        ("Saint-Étienne = Katowice", "Saint-Étienne = Katowice"),
        ("", ""),
    ],
)
def test_what_is_marked_and_what_is_left_alone(text: str, cell: str) -> None:
    assert harmless(text) == cell


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "title": NASTY,
                "topics": st.lists(NASTY.filter(bool), max_size=3),
                "people": st.lists(
                    st.fixed_dictionaries(
                        {"name": NASTY, "role": st.sampled_from(["host", "guest"])}
                    ),
                    max_size=3,
                ),
                "count": st.integers() | st.none(),
            }
        ),
        max_size=3,
    )
)
def test_a_table_is_read_back_by_another_program(objects: list[dict[str, Any]]) -> None:
    _header, *lines = rows(written(objects))

    assert [_object(FIELDS, iter(line)) for line in lines] == as_in_a_table(objects)


@given(NASTY)
def test_read_with_semicolons_no_cell_is_a_formula_either(text: str) -> None:
    table = written([{"title": "a", "topics": [text], "people": [], "count": None}]).decode(
        "utf-8-sig"
    )

    for line in csv.reader(io.StringIO(table, newline=""), delimiter=";"):
        for cell in line:
            assert cell.strip()[:1] not in SIGNS or not cell.strip() or _is_number(cell)


def _is_number(cell: str) -> bool:
    return bool(re.match(r"\s*[+-]?[0-9]", cell))


def test_every_dataset_names_each_column_once() -> None:
    for dataset in DATASETS.values():
        columns = [column for field in dataset.fields() for column in field.columns]
        assert len(set(columns)) == len(columns), dataset.name
        assert all(field.meaning for field in dataset.fields()), dataset.name
