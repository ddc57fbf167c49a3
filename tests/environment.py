"""The environment of the tests, a pytest plugin loaded before Django reads its settings.

Each variable that the settings read is given here, so that a developer's own environment and
`.env` change nothing in a test. Two pass through: DATABASE_URL, to run the same suite on
PostgreSQL, and CI, which turns a skip for want of a browser, Java or gettext into a failure.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from twinning.translation.catalogues import compile_stale

_files = Path(tempfile.mkdtemp(prefix="twinning-tests-"))
atexit.register(shutil.rmtree, _files, ignore_errors=True)
for _name in ("media", "static"):
    (_files / _name).mkdir()

os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")
os.environ.update(
    DEBUG="false",
    HTTPS="false",
    SECRET_KEY="tests-only-" + "0123456789" * 5,
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    CSRF_TRUSTED_ORIGINS="",
    CACHE_URL="locmem://",
    BEHIND_PROXY="false",
    MEDIA_ROOT=str(_files / "media"),
    STATIC_ROOT=str(_files / "static"),
    SITE_PUBLISHER="Miasto Katowice",
    LOG_LEVEL="WARNING",
)

# Pages in Polish are Polish only with compiled catalogues; git holds the sources.
compile_stale(Path(__file__).parent.parent / "locale")
