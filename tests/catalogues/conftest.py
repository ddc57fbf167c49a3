from pathlib import Path

import pytest
from django.test import Client

from tests import factories as make
from tests.catalogues.small import POLISH, write
from twinning.publishing.models import User
from twinning.translation.interface import files, texts

ENGLISH_FORMS = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small Polish and a smaller English catalogue in place of the site's.

    The site goes on speaking from its own: its addresses are compiled once for the whole process.
    """

    def path_in_folder(language: str) -> Path:
        return tmp_path / language / "LC_MESSAGES" / "django.po"

    for module in (texts, files):
        monkeypatch.setattr(module, "catalogue_path", path_in_folder)
    write(tmp_path, "pl", POLISH)
    write(tmp_path, "en", 'msgid "Lantern"\nmsgstr "Lantern"\n', ENGLISH_FORMS)
    return tmp_path


@pytest.fixture
def halina(db: None) -> User:
    return make.make_user(role="translator", first_name="Halina", last_name="Nowak")


@pytest.fixture
def translator(halina: User) -> Client:
    client = Client()
    client.force_login(halina)
    return client
