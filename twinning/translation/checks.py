"""Mistakes of wiring that would show as wrong addresses or lost texts."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks


def check_source_language(**_: Any) -> list[checks.CheckMessage]:
    if settings.LANGUAGE_CODE in dict(settings.LANGUAGES):
        return []
    return [
        checks.Error(
            f"The source language “{settings.LANGUAGE_CODE}” is not in LANGUAGES.",
            hint="Add it to LANGUAGES: every text falls back to it.",
            id="translation.E001",
        )
    ]


def check_catalogues_compiled(**_: Any) -> list[checks.CheckMessage]:
    """Addresses are catalogue entries: without the catalogue they are English in all languages."""
    return [
        checks.Warning(
            f"The interface catalogue for “{code}” is not compiled.",
            hint="Run `manage.py compile_catalogues`.",
            id="translation.W001",
        )
        for code, _name in settings.LANGUAGES
        if lacks_compiled(code)
    ]


def lacks_compiled(code: str) -> bool:
    return not any(_compiled(folder, code) for folder in settings.LOCALE_PATHS)


def _compiled(folder: str | Path, code: str) -> bool:
    return (Path(folder) / code / "LC_MESSAGES" / "django.mo").exists()
