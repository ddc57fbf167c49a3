import pytest

from events.models import EventImage
from tests import factories as make
from tests.pages.records import Scene, add_entries, make_scene


@pytest.fixture
def scene(db: None) -> Scene:
    """A partnership with entries of all kinds in 1994, one of them with a photograph."""
    make.make_public_body(name_pl="Miasto Katowice", name_en="City of Katowice")
    scene = make_scene()
    add_entries(scene)
    event = scene.partnership.events.earliest("pk")
    EventImage.objects.create(event=event, image=make.make_image(caption_pl="Rynek, 1994"))
    return scene
