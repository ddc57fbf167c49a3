"""The interface messages of the code and templates, collected with GNU gettext."""

import contextlib
import io
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.test.utils import override_settings

SOURCE_LANGUAGE = "en"  # the language that messages are written in
NOT_THE_SITE = [".*", "bench", "docs", "locale", "screenshots", "tests", "var"]


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language is kept."""
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def messages_of_the_code() -> Catalog:
    """Every message marked for translation in the site's code and templates.

    Django's own command collects them, into a folder that is thrown away: the catalogues in
    `locale/` stay as they are. Needs `xgettext`.
    """
    with tempfile.TemporaryDirectory() as folder:
        with (
            contextlib.chdir(settings.BASE_DIR),
            override_settings(LOCALE_PATHS=[folder]),
        ):
            call_command(
                "makemessages",
                locale=[SOURCE_LANGUAGE],
                ignore_patterns=NOT_THE_SITE,
                add_location="file",
                verbosity=0,
                stdout=io.StringIO(),
            )
        with (Path(folder) / SOURCE_LANGUAGE / "LC_MESSAGES" / "django.po").open("rb") as file:
            return read_po(file, locale=SOURCE_LANGUAGE)
