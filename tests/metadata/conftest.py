import pytest

from tests.pages.records import Scene, make_scene


@pytest.fixture
def scene(db: None) -> Scene:
    return make_scene()
