"""Fixtures for the whole suite; those of browsers and outside programs are in `tests.tools`."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connections
from django.test.utils import override_settings
from django.utils import translation
from hypothesis import settings as hypothesis_settings

from twinning.publishing.kept import forget_everything

pytest_plugins = ["tests.tools"]

# A machine with two busy cores is slow now and then; that is no finding of a property test. What CI
# judges a change by is the same each time; a developer's run looks further.
hypothesis_settings.register_profile(
    "twinning", deadline=None, derandomize=os.environ.get("CI") == "true"
)
hypothesis_settings.load_profile("twinning")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """SQLite in a file, where a test and the server that it visits each have their connection.

    In memory they would share one, and find themselves in each other's transactions.
    """
    connection = connections["default"]
    if connection.vendor == "sqlite":
        file = tmp_path_factory.mktemp("database") / "tests.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(file)
        # The tests' data needs to outlive no power cut.
        connection.settings_dict["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"


@pytest.fixture(scope="session", autouse=True)
def cheap_defaults() -> Iterator[None]:
    """Passwords hashed fast, and static files served from where they are, without hashed names."""
    storages = {
        **settings.STORAGES,
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


@pytest.fixture(autouse=True)
def fresh_process() -> None:
    """What one test's pages have kept in memory is nothing to the next."""
    forget_everything()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep browser tests on one worker: one Chromium is as much as two cores carry."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))
