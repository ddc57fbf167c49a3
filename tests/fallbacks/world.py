"""One of everything that a page can show, with texts in their own language besides."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from events.models import Act, Event, EventImage, SourcePage
from partners.models import Place
from tests import factories as make
from tests.fallbacks.marking import stored_in
from tests.history.records import keep
from tests.pages.records import Scene, add_entries, make_scene
from twinning.media.models import Document

GERMAN = stored_in("de")  # of no language of the site


def make_world() -> Scene:
    scene = make_scene()
    add_entries(scene)
    make.make_pages_of_the_law()
    soon = timezone.localdate() + timedelta(days=30)
    to_come: dict[str, Any] = {
        "partnerships": [scene.partnership],
        "place": scene.home,
        "series": scene.series,
    }
    make.make_event(date=soon.isoformat(), topics=[make.make_topic()], **to_come)
    jubilee = soon.replace(year=soon.year - 20, day=1).isoformat()
    Act.objects.create(agreement=scene.agreement, date=jubilee)
    Act.objects.create(agreement=make.make_agreement(network=scene.network), date=jubilee)
    event = Event.objects.filter(partnerships=scene.partnership).earliest("pk")
    EventImage.objects.create(event=event, image=make.make_image())
    SourcePage.objects.create(source=scene.source, image=make.make_image())
    Document.objects.update(language="de", transcription=f"<p>{GERMAN}</p>")
    Place.objects.update(local_name=GERMAN, local_language="de")
    Place.objects.exclude(pk=scene.home.pk).update(parent=scene.home)
    Event.objects.update(attendance=120)
    return scene


def keep_versions() -> None:
    """Let two entries have an earlier version that says what they say now."""
    for event in Event.objects.order_by("pk")[1:3]:
        keep(event)
        keep(event)


def without_german(body: bytes) -> bytes:
    """Documents and names in their own language are what they are, and no fallbacks."""
    return body.replace(GERMAN.encode(), b"")
