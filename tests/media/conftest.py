from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests import factories as make


@pytest.fixture
def staff(client: Client, db: None) -> Client:
    client.force_login(make.make_user(role="superuser"))
    return client


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """The folder of uploads, empty and of this test alone."""
    settings.MEDIA_ROOT = tmp_path / "media"
    yield settings.MEDIA_ROOT
    outside = [path for path in tmp_path.iterdir() if path != settings.MEDIA_ROOT]
    assert outside == [], "something was stored outside of the folder"
