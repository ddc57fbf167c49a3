"""The commands behind `make catalogues`, `make messages` and `make compile-messages`."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.core.management import CommandError, call_command
from pytest_django import Settings

from tests.tools import found
from twinning.translation.extraction import messages_of_the_code


@pytest.fixture
def locale_dir(tmp_path: Path, settings: Settings) -> Path:
    """An empty folder of catalogues in place of the site's."""
    settings.LOCALE_PATHS = [tmp_path]
    return tmp_path


@pytest.fixture
def no_gettext(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)


@pytest.fixture(scope="module")
def collected() -> Catalog:
    found("GNU gettext", "xgettext")
    return messages_of_the_code()


def test_messages_of_the_settings_are_collected(collected: Catalog) -> None:
    assert "Polish" in collected


def test_a_message_says_which_file_it_is_from(collected: Catalog) -> None:
    message = collected.get("Polish")
    assert message is not None
    assert [path for path, _ in message.locations] == ["twinning/settings.py"]


def test_collecting_leaves_the_catalogues_alone(locale_dir: Path) -> None:
    found("GNU gettext", "xgettext")
    messages_of_the_code()
    assert list(locale_dir.iterdir()) == []


def test_an_update_fills_english_and_leaves_polish_to_a_translator(locale_dir: Path) -> None:
    found("GNU gettext", "xgettext")
    call_command("update_catalogues", stdout=StringIO())

    errors = StringIO()
    with pytest.raises(CommandError, match="problems in the catalogues"):
        call_command("check_catalogues", stderr=errors)
    assert "pl/LC_MESSAGES/django.po" in errors.getvalue()
    assert "en/LC_MESSAGES/django.po" not in errors.getvalue()


def test_without_gettext_the_check_still_reads_the_catalogues(
    locale_dir: Path, no_gettext: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    errors = StringIO()
    with pytest.raises(CommandError, match="2 problems"):
        call_command("check_catalogues", stderr=errors)
    assert "there is no such catalogue" in errors.getvalue()
    assert "go unchecked" in errors.getvalue()


def test_ci_insists_on_gettext(
    locale_dir: Path, no_gettext: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(CommandError, match="CI must check"):
        call_command("check_catalogues")


def test_an_update_without_gettext_says_what_is_missing(locale_dir: Path, no_gettext: None) -> None:
    with pytest.raises(CommandError, match="GNU gettext is needed"):
        call_command("update_catalogues")


def test_compiling_names_the_files_written(locale_dir: Path) -> None:
    source = locale_dir / "pl" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid "year"\nmsgstr "rok"\n', encoding="utf-8")
    output = StringIO()

    call_command("compile_catalogues", stdout=output)

    assert output.getvalue().split() == [str(source.with_suffix(".mo"))]


def test_an_update_names_what_the_code_no_longer_uses_until_it_is_let_go(locale_dir: Path) -> None:
    found("GNU gettext", "xgettext")
    path = locale_dir / "pl" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid "A lantern of long ago"\nmsgstr "Dawna latarnia"\n', "utf-8")

    for options in ([], ["--forget-obsolete"]):
        told = StringIO()
        call_command("update_catalogues", *options, stdout=StringIO(), stderr=told)
        assert "“A lantern of long ago” = “Dawna latarnia”" in told.getvalue()
        assert ("Dawna latarnia" in path.read_text("utf-8")) is (not options)
