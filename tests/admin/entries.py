"""An entry with many rows, and its form as a browser posts it."""

from typing import Any

from django.test import Client

from events.models import Delegation, Event, EventImage, Participation
from tests import factories as make
from tests.admin.forms import opened
from tests.admin.records import cite


def page(event: Event) -> str:
    return f"/pl/admin/events/event/{event.pk}/change/"


ADD = "/pl/admin/events/event/add/"


def crowded(participants: int, *, status: str = "draft", **given: Any) -> Event:
    """With so many participants, ten citations, two delegations and two images."""
    home, partner = make.make_place(is_home=True), make.make_place()
    event = make.make_event(
        place=home,
        status=status,
        topics=[make.make_topic()],
        partnerships=[make.make_partnership(home=home)],
        **given,
    )
    take_part(event, participants)
    cite(10, event=event)
    for _index in range(2):
        Delegation.objects.create(event=event, origin=home, destination=partner)
        EventImage.objects.create(event=event, image=make.make_image())
    return event


def take_part(event: Event, count: int) -> None:
    """Organisations and persons in turn."""
    for order in range(count):
        who: dict[str, Any] = (
            {"organisation": make.make_organisation()}
            if order % 2
            else {"person": make.make_person()}
        )
        Participation.objects.create(event=event, order=order, **who)


def as_new(staff: Client, event: Event, **changes: str) -> dict[str, Any]:
    """The form of a new entry, filled in with all that the event has."""
    copied = {
        name: "0" if name.endswith("INITIAL_FORMS") else values
        for name, values in opened(staff, page(event)).items()
        if not name.endswith(("-id", "-event")) and name not in ("version", "slug_pl", "slug_en")
    }
    return opened(staff, ADD) | copied | changes


def changed_rows(form: dict[str, Any], name: str, text: str) -> dict[str, str]:
    """A new value for this field of every participant, with the number of the row behind it."""
    count = int(form["participations-INITIAL_FORMS"])
    return {f"participations-{index}-{name}": f"{text} {index}" for index in range(count)}
