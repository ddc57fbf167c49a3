"""The interface messages of the code and templates, collected with GNU gettext."""

import contextlib
import io
import shutil
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import makemessages

SOURCE_LANGUAGE = "en"  # the language that messages are written in
WITH_MESSAGES = ("twinning", "partners", "events", "templates")


class _MessagesElsewhere(makemessages.Command):
    """Django's makemessages, writing into a given folder and leaving `locale/` as it is."""

    def __init__(self, folder: str) -> None:
        super().__init__(stdout=io.StringIO())
        self.folder = folder

    def build_potfiles(self) -> list[str]:
        self.locale_paths = [self.folder]
        self.default_locale_path = self.folder
        return super().build_potfiles()


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language is kept."""
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def messages_of_the_code() -> Catalog:
    """Every message marked for translation in the site's code and templates.

    Needs `xgettext` and the rest of GNU gettext. Works on a copy, because makemessages puts files
    of its own beside each template while it runs.
    """
    with tempfile.TemporaryDirectory() as copy:
        for name in WITH_MESSAGES:
            shutil.copytree(Path(settings.BASE_DIR) / name, Path(copy) / name)
        folder = Path(copy) / "locale"
        folder.mkdir()
        with contextlib.chdir(copy):  # makemessages looks through the current folder
            call_command(
                _MessagesElsewhere(str(folder)),
                locale=[SOURCE_LANGUAGE],
                add_location="file",
                verbosity=0,
            )
        with (folder / SOURCE_LANGUAGE / "LC_MESSAGES" / "django.po").open("rb") as file:
            return read_po(file, locale=SOURCE_LANGUAGE)
