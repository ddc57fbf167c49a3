"""What leaves as XLIFF or PO comes back as it was, through the tools of others too."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage import factory

from tests.exchange.sheets import FORMATS, file_of
from twinning.translation.exchange.checking import has_forbidden_characters
from twinning.translation.exchange.files import Format, read
from twinning.translation.exchange.unit import Place, Unit, mark_of, with_plain_lines
from twinning.translation.exchange.xliff import NAMESPACE
from twinning.translation.states import State

TITLE = Unit(
    Place("events.event", 7, "title"),
    "Podpisanie listu „o przyjaźni” & umowy",
    "",
    State.MISSING,
    ["Wpis: tytuł", "Najwyżej 160 znaków."],
    160,
)
BODY = Unit(
    Place("events.event", 7, "body"),
    '<p>Delegacja z <a href="https://example.org/?a=1&amp;b=2">Lyonu</a><br>w ratuszu</p>',
    '<p>A delegation <a href="https://example.org/?a=1&amp;b=2">from Lyon</a><br>at City Hall</p>',
    State.OUTDATED,
    is_rich=True,
)
NAME = Unit(Place("partners.place", 1, "name"), "Lyon", "Lyon", State.SAME)
SUMMARY = Unit(Place("events.event", 7, "summary"), "Raz.\nDwa.", "One.\nTwo.", State.UP_TO_DATE)
UNITS = [TITLE, BODY, NAME, SUMMARY]

# Any Unicode that XML allows; the rest is tested as refused.
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80).filter(
    lambda text: not has_forbidden_characters(text) and with_plain_lines(text)
)


@pytest.mark.parametrize("form", FORMATS)
def test_what_leaves_comes_back(form: Format) -> None:
    parcel = read(file_of(UNITS, form))

    assert (parcel.source_language, parcel.target_language) == ("pl", "en")
    for unit, returned in zip(UNITS, parcel.units, strict=True):
        assert returned.place == unit.place
        assert returned.target == unit.target
        assert returned.source_mark == mark_of(unit.source)
        assert returned.target_mark == mark_of(unit.target)
    assert [returned.is_unfinished for returned in parcel.units] == [False, True, False, False]


@pytest.mark.parametrize("form", FORMATS)
@given(source=texts, target=texts)
def test_any_text_that_may_be_written_comes_back(form: Format, source: str, target: str) -> None:
    source, target = with_plain_lines(source), with_plain_lines(target)
    unit = Unit(TITLE.place, source, target, State.UP_TO_DATE)
    [returned] = read(file_of([unit], form)).units

    assert returned.place == unit.place
    assert returned.target == target
    assert returned.source_mark == mark_of(source)


def test_xliff_is_version_1_2_and_says_how_long_a_text_may_be() -> None:
    root = etree.fromstring(file_of(UNITS))
    unit = root.find(f".//{{{NAMESPACE}}}trans-unit")

    assert root.tag == f"{{{NAMESPACE}}}xliff"
    assert root.get("version") == "1.2"
    assert unit.get("maxwidth") == "160"
    assert unit.get("id") == "events.event.7.title"


def test_a_character_that_xml_cannot_hold_is_left_out_of_the_file() -> None:
    unit = Unit(TITLE.place, "Dzwon\x07 i \ufffe", "", State.MISSING)
    [returned] = read(file_of([unit])).units

    assert returned.source_mark == mark_of(unit.source)  # the source hasn't changed


@pytest.mark.parametrize("form", FORMATS)
def test_a_unit_whose_marks_are_lost_is_known_by_its_name_and_source(form: Format) -> None:
    lines = file_of(UNITS, form).decode().splitlines()
    kept = [line for line in lines if "@" not in line]
    returned = read("\n".join(kept).encode()).units

    assert [each.place for each in returned] == [unit.place for unit in UNITS]
    assert [each.source_mark for each in returned] == [mark_of(unit.source) for unit in UNITS]
    assert {each.target_mark for each in returned} == {""}


@pytest.mark.parametrize(
    ("form", "converter", "ending"),
    [(Format.PO, "convert.po2xliff", ".xlf"), (Format.XLIFF, "convert.xliff2po", ".po")],
)
def test_the_toolkits_converters_keep_all_that_is_needed(
    tmp_path: Path, form: Format, converter: str, ending: str
) -> None:
    there, back = tmp_path / f"out{form.ending}", tmp_path / f"back{ending}"
    there.write_bytes(file_of(UNITS, form))
    run(converter, "-i", str(there), "-o", str(back))
    returned = read(back.read_bytes()).units

    assert [each.place for each in returned] == [unit.place for unit in UNITS]
    assert [each.target for each in returned] == [unit.target for unit in UNITS]
    assert [each.source_mark for each in returned] == [mark_of(unit.source) for unit in UNITS]
    assert [each.target_mark for each in returned] == [mark_of(unit.target) for unit in UNITS]
    assert [each.is_unfinished for each in returned] == [False, True, False, False]


@pytest.mark.parametrize("form", FORMATS)
def test_the_toolkits_filter_finds_a_broken_tag_in_our_file(tmp_path: Path, form: Format) -> None:
    broken = Unit(BODY.place, BODY.source, "<p>A delegation from Lyon</p>", State.UP_TO_DATE)
    source, found = tmp_path / f"out{form.ending}", tmp_path / f"found{form.ending}"
    source.write_bytes(file_of([broken, SUMMARY], form))
    run("filters.pofilter", "-t", "xmltags", str(source), str(found))
    units = [unit for unit in factory.getobject(str(found)).units if not unit.isheader()]

    assert [unit.source for unit in units] == [BODY.source]


def run(module: str, *arguments: str) -> None:
    """One of the toolkit's programs, as a process of its own."""
    start = f"from translate.{module} import main; main()"
    command = [sys.executable, "-c", start, "--progress=none", *arguments]
    subprocess.run(command, check=True, capture_output=True)
