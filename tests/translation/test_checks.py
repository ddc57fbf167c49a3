from pathlib import Path

from pytest_django import Settings

from twinning.translation.checks import check_catalogues_compiled, check_source_language


def test_a_source_language_that_is_not_offered_is_an_error(settings: Settings) -> None:
    settings.LANGUAGE_CODE = "de"

    assert [message.id for message in check_source_language()] == ["translation.E001"]


def test_the_source_language_of_this_site_is_offered() -> None:
    assert check_source_language() == []


def test_each_catalogue_that_is_not_compiled_is_named(settings: Settings, tmp_path: Path) -> None:
    compiled = tmp_path / "pl" / "LC_MESSAGES" / "django.mo"
    compiled.parent.mkdir(parents=True)
    compiled.touch()
    settings.LOCALE_PATHS = [tmp_path]

    (message,) = check_catalogues_compiled()

    assert message.id == "translation.W001"
    assert "“en”" in message.msg
