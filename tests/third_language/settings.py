"""The site with French: what an operator changes, and where this test keeps the files for it.

`THIRD_LANGUAGE` names a folder with `locale/` and with a copy of each app's migrations.
"""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from twinning.settings import *  # noqa: F403
from twinning.settings import LANGUAGES as TWO_LANGUAGES

_folder = Path(os.environ["THIRD_LANGUAGE"])

LANGUAGES = [*TWO_LANGUAGES, ("fr", _("French"))]
LOCALE_PATHS = [_folder / "locale"]
MIGRATION_MODULES = {
    path.name: f"third_migrations.{path.name}" for path in (_folder / "third_migrations").iterdir()
}
