"""The site served as in production: DEBUG off, pages compressed, static files kept for good."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.test.testcases import LiveServerThread
from django.test.utils import override_settings

HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
COMPRESSING = "django.middleware.gzip.GZipMiddleware"  # what the web server in front does for pages


def settings_of_production(folder: Path) -> override_settings:
    """Static files lie in `folder`. The settings are for all servers of this process while they
    last: others, which serve static files from where they are, have to wait.
    """
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": HASHED}}
    middleware = [COMPRESSING, *settings.MIDDLEWARE]
    return override_settings(STORAGES=storages, STATIC_ROOT=folder, MIDDLEWARE=middleware)


def collect_static_files(folder: Path) -> None:
    with settings_of_production(folder):
        call_command("collectstatic", interactive=False, verbosity=0)


@contextmanager
def served_as_in_production(folder: Path) -> Iterator[str]:
    """The address, until the end; static files are collected in `folder`."""
    with settings_of_production(folder):
        # Tests' servers find static files by themselves; here WhiteNoise does.
        unchanged = cast("type[WSGIHandler]", lambda application: application)
        server = LiveServerThread("127.0.0.1", unchanged)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        if server.error:
            raise server.error
        yield f"http://{server.host}:{server.port}"
        server.terminate()
