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
for _name in ("media", "static", "booklets"):
    (_files / _name).mkdir()

# In a file even before the tests make theirs: a server started earlier would share its connection.
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_files / 'site.sqlite3'}")
os.environ.update(
    DEBUG="false",
    HTTPS="false",
    SECRET_KEY="tests-only-" + "0123456789" * 5,
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    CSRF_TRUSTED_ORIGINS="",
    CACHE_URL="locmem://",
    BEHIND_PROXY="false",
    REQUIRE_MFA="true",
    EMAIL_URL="memory://",
    DEFAULT_FROM_EMAIL="partnerzy@katowice.example",
    SERVER_EMAIL="partnerzy@katowice.example",
    MEDIA_ROOT=str(_files / "media"),
    STATIC_ROOT=str(_files / "static"),
    CATALOGUE_CHECK_SECONDS="0",  # its query would come into one page or another
    FRAME_CHECK_SECONDS="0",  # what a test writes, its own process notices
    BOOKLET_ROOT=str(_files / "booklets"),
    BOOKLET_RATE="12/h/ip",
    BOOKLET_QUEUE="20",
    BOOKLETS_KEPT="100",
    BOOKLET_PROCESSES="0",  # another process wouldn't see the tests' database
    TAG_AUTHORITY="katowice.example,2026",
    LOG_LEVEL="WARNING",
)

# Pages in Polish are Polish only with compiled catalogues; git holds the sources.
compile_stale(Path(__file__).parent.parent / "locale")
