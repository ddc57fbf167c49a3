"""`manage.py make_booklet`, for whoever has a terminal."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests import factories as make
from tests.pages.records import Scene
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db


def run(**given: Any) -> str:
    out = StringIO()
    call_command("make_booklet", stdout=out, **{"partnership": "katowice/kolonia", **given})
    return out.getvalue()


@pytest.mark.parametrize(("form", "magic"), [("pdf", b"%PDF-"), ("epub", b"PK")])
def test_writes_the_file_and_says_what_it_is_doing(
    scene: Scene, tmp_path: Path, form: str, magic: bytes
) -> None:
    file = tmp_path / f"kronika.{form}"

    said = run(output=file, format=form, language="both", years="1994", site="https://a.example/")

    assert file.read_bytes().startswith(magic)
    assert said.splitlines()[:3] == [
        "Gathering the entries …", "Preparing the photographs …", "Setting the pages …",
    ]  # fmt: skip
    assert str(file) in said


def test_names_the_file_itself(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    run(language="en")

    assert [each.name for each in tmp_path.iterdir()] == ["katowice-cologne-1994.en.pdf"]


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"partnership": "katowice/atlantyda"}, "No partnership is published at"),
        ({"partnership": "katowice"}, "No partnership is published at"),
        ({"years": "kiedyś"}, "are no years"),
        ({"years": "2000-1990"}, "are no years"),
        ({"years": "1800-1801"}, "Nothing is published of 1800–1801"),
        ({"language": "klingon"}, "There is no language"),
        ({"output": Path("/nie/ma/takiego/folderu.pdf")}, "There is no folder"),
    ],
)
def test_says_what_is_wrong_and_writes_nothing(
    scene: Scene,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    given: dict[str, Any],
    complaint: str,
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(CommandError, match=complaint):
        run(**given)
    assert list(tmp_path.iterdir()) == []


def test_knows_no_partnership_that_is_not_public(tmp_path: Path) -> None:
    home = make.make_place("katowice", is_home=True)
    partner = make.make_place("kolonia")
    draft = make.make_partnership(home=home, partner=partner, status=Status.DRAFT)
    make.make_event(partnerships=[draft])

    with pytest.raises(CommandError, match="No partnership is published"):
        run(output=tmp_path / "kronika.pdf")


def test_of_a_partnership_without_entries_it_says_so(tmp_path: Path) -> None:
    home = make.make_place("katowice", is_home=True)
    make.make_partnership(home=home, partner=make.make_place("kolonia"))

    with pytest.raises(CommandError, match="Nothing is published"):
        run(output=tmp_path / "kronika.pdf")
