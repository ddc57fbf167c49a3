"""Fixtures for the whole suite; those of browsers and outside programs are in `tests.tools`."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test.utils import override_settings
from django.utils import translation
from hypothesis import settings as hypothesis_settings

pytest_plugins = ["tests.tools"]

# A machine with two busy cores is slow now and then; that is no finding of a property test.
hypothesis_settings.register_profile("twinning", deadline=None)
hypothesis_settings.load_profile("twinning")


@pytest.fixture(scope="session", autouse=True)
def cheap_defaults() -> Iterator[None]:
    """Passwords hashed fast, and static files served from where they are, without hashed names."""
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"], STORAGES=storages
    ):
        yield


@pytest.fixture(autouse=True)
def polish() -> Iterator[None]:
    """Each test starts in the source language, whatever the test before it asked for."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep browser tests on one worker: one Chromium is as much as two cores carry."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))
