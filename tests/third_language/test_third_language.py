"""A third language is a setting, a catalogue and migrations: docs/operators.md says how.

Its commands are run one by one on a copy of the site's files, and then `french.py` on what they
have made.
"""

import re
import shutil
from pathlib import Path

import pytest
from django.conf import settings

from tests.third_language.project import lay_out, run, write_catalogue

# On one worker: the copy of the site is laid out once.
pytestmark = pytest.mark.xdist_group("third_language")
PROGRAM = ".venv/bin/python "


def documented_commands() -> list[list[str]]:
    text = (Path(settings.BASE_DIR) / "docs" / "operators.md").read_text(encoding="utf-8")
    section = text.split("## A third language")[1].split("\n## ")[0]
    [block] = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    return [line.removeprefix(PROGRAM).split() for line in block.splitlines()]


@pytest.fixture(scope="module")
def with_french(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("third-language")
    lay_out(folder)
    for command in documented_commands():
        if "update_catalogues" not in command:
            run(folder, *command)
        else:
            if shutil.which("xgettext"):
                run(folder, *command)
                assert (folder / "locale" / "fr" / "LC_MESSAGES" / "django.po").exists()
            write_catalogue(folder)  # the translator's part
    return folder


def test_the_migrations_add_columns_and_leave_nothing_to_be_done(with_french: Path) -> None:
    for app in ("events", "partners", "media", "publishing", "site"):
        [made] = (with_french / "third_migrations" / app).glob("*_french.py")
        assert "_fr" in made.read_text(encoding="utf-8")

    run(with_french, "manage.py", "makemigrations", "--check", "--dry-run")


def test_the_whole_site_speaks_french(with_french: Path) -> None:
    plugins = ["-p", "tests.environment", "-p", "no:randomly", "-p", "no:cacheprovider"]

    run(
        with_french,
        *("-m", "pytest", "--override-ini=addopts=", *plugins, "-q"),
        str(Path(__file__).parent / "french.py"),
    )
