"""A copy of the site's files to which French is added as an operator would add it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from django.apps import apps
from django.conf import settings

from twinning.translation.catalogues import ADDRESS
from twinning.translation.extraction import WITH_MESSAGES

MARK = "[fr] "  # begins each text of the French interface
SEGMENTS = {
    "events/": "evenements/",
    "series/": "cycles/",
    "organisations/": "associations/",
    "people/": "personnes/",
    "agreements/": "accords/",
    "networks/": "reseaux/",
    "documents/": "documents/",
    "data/": "donnees/",
    "events.json": "evenements.json",
    "history/": "histoire/",
    "booklet/": "brochure/",
    "order/": "commande/",
}


def lay_out(folder: Path) -> None:
    """The catalogues of two languages and the migrations, as they come with the site."""
    shutil.copytree(settings.LOCALE_PATHS[0], folder / "locale")
    package = folder / "third_migrations"
    package.mkdir()
    (package / "__init__.py").touch()
    for config in apps.get_app_configs():
        migrations = Path(config.path) / "migrations"
        is_ours = config.name.split(".")[0] in WITH_MESSAGES
        if is_ours and migrations.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(migrations, package / config.label, ignore=ignored)


def write_catalogue(folder: Path) -> None:
    """The French catalogue, made of the English one: each text with the mark before it."""
    with (folder / "locale" / "en" / "LC_MESSAGES" / "django.po").open("rb") as file:
        english = read_po(file, locale="en")
    french = Catalog(locale="fr", fuzzy=False)
    for message in english:
        if message.id:
            french.add(message.id, _in_french(message), context=message.context)
    path = folder / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, french)


def _in_french(message: Message) -> str | tuple[str, ...]:
    if message.context == ADDRESS:
        return SEGMENTS.get(str(message.id), f"fr-{message.id}")
    if isinstance(message.id, str):
        return _marked(message.id)
    return tuple(_marked(form) for form in message.id)


def _marked(text: str) -> str:
    """White space at the beginning stays there, as the check of catalogues demands."""
    stripped = text.lstrip()
    return text[: len(text) - len(stripped)] + MARK + stripped


def run(folder: Path, *arguments: str) -> str:
    """What a Python program prints that knows the site with French; it must succeed."""
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.third_language.settings",
            "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
            "THIRD_LANGUAGE": str(folder),
            "PYTHONPATH": os.pathsep.join([str(folder), str(settings.BASE_DIR)]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, f"{arguments}\n{ended.stdout}\n{ended.stderr}"
    return ended.stdout
