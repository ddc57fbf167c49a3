"""`manage.py read_chronicle`."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from partners.models import Partnership
from tests.factories import make_partnership, make_place
from tests.legacy.files import docx, packed, word_paragraph

pytestmark = pytest.mark.django_db
TEXT = (
    "Menu\n\nKontakty trwają od dawna.\n\nROK 2005\n\nW dniach 5-7 maja w Katowicach zagrał chór.\n"
)


@pytest.fixture
def partnership() -> Partnership:
    home = make_place("katowice", is_home=True, name="Katowice", locative="Katowicach")
    return make_partnership(home=home, partner=make_place("mons", name="Mons", country="BE"))


def run(file: Path, **options: Any) -> str:
    out = StringIO()
    options.setdefault("partnership", "katowice/mons")
    call_command("read_chronicle", str(file), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def written(folder: Path, data: bytes, name: str = "kronika.txt") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def test_a_report_tells_entries_and_what_was_not_read(
    tmp_path: Path, partnership: Partnership
) -> None:
    report = run(written(tmp_path, TEXT.encode()), language="en")

    assert report.startswith("1 entry found\n")
    assert "1. 5–7 May 2005 (likely)" in report
    assert "date read from: “W dniach 5-7 maja”" in report
    assert "place: Katowice" in report
    assert "Kontakty trwają od dawna." in report.partition("Not understood:")[2]
    assert "Menu" in report.partition("Ignored:")[2]


def test_a_report_speaks_polish_by_default(tmp_path: Path, partnership: Partnership) -> None:
    report = run(written(tmp_path, TEXT.encode()))

    assert report.startswith("Znaleziono 1 wpis\n")
    assert "1. 5–7 maja 2005" in report


def test_json_holds_everything_with_its_place_in_the_text(
    tmp_path: Path, partnership: Partnership
) -> None:
    told = json.loads(run(written(tmp_path, TEXT.encode()), json=True))
    (entry,) = told["entries"]
    start, end = entry["date"]["span"]

    assert entry["date"]["value"] == "2005-05-05/2005-05-07"
    assert told["text"][start:end] == "W dniach 5-7 maja"
    assert entry["place"]["value"] == {
        "model": "place",
        "pk": partnership.home.pk,
        "name": "Katowice",
    }
    assert [told["text"][slice(*passage["span"])] for passage in told["passages"]]
    assert sum(end - start for start, end in (p["span"] for p in told["passages"])) == len(TEXT)


def test_a_word_document_is_read_whatever_its_name(
    tmp_path: Path, partnership: Partnership
) -> None:
    data = docx(word_paragraph("12 maja 2005 r. odbył się koncert."))

    assert "12 maja 2005 r." in run(written(tmp_path, data, "kronika.txt"))


def test_nothing_is_saved(tmp_path: Path, partnership: Partnership) -> None:
    models = [
        model
        for label in ("events", "partners")
        for model in apps.get_app_config(label).get_models()
    ]
    before = [model._default_manager.count() for model in models]

    run(written(tmp_path, TEXT.encode()))

    assert [model._default_manager.count() for model in models] == before


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "Plik jest pusty."),
        (b"PK\x03\x04 no archive", "Dokument jest uszkodzony lub niepełny."),
        (packed({"word/document.xml": b" " * 4_000_000}), "rozpakowaniu"),
        (b"%PDF-1.7 broken", "PDF jest uszkodzony lub niepełny."),
        (b"\x00\x01\x02\x03" * 100, "Ten plik nie jest tekstem"),
    ],
)
def test_a_file_that_cannot_be_read_gives_a_reason_and_fails(
    data: bytes, reason: str, tmp_path: Path, partnership: Partnership
) -> None:
    with pytest.raises(CommandError, match=reason) as refused:
        run(written(tmp_path, data))

    assert refused.value.returncode == 1


def test_a_missing_file_gives_a_reason(tmp_path: Path, partnership: Partnership) -> None:
    with pytest.raises(CommandError, match="can't be read"):
        run(tmp_path / "nowhere.txt")


def test_an_unknown_partnership_gives_a_reason(tmp_path: Path, partnership: Partnership) -> None:
    with pytest.raises(CommandError, match="There is no partnership katowice/lyon"):
        run(written(tmp_path, TEXT.encode()), partnership="katowice/lyon")
