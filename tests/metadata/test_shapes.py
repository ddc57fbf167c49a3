"""Everything in the linked data is schema.org's, by its own shapes."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from events.models import Agreement, Event, EventImage, Source
from partners.models import Network, Organisation, Place
from tests import factories as make
from tests.metadata.reading import HOST, linked_data
from tests.metadata.vocabulary import faults
from tests.pages.records import Scene, add_entries, make_scene
from tests.pages.test_every_page import BOTH

pytestmark = pytest.mark.django_db

# Citations and earlier versions: the same linked data, of a state that the world here hasn't had.
EARLIER = re.compile("/(cytowanie|citation|wersja|version|stan|state)/")
EVENT = "/pl/wydarzenia/1994/spotkanie/"


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """One of everything, with all that the linked data can tell of it."""
    with django_db_blocker.unblock(), transaction.atomic(), override("pl"):
        scene = make_scene()
        add_entries(scene)
        make.make_pages_of_the_law()
        meeting = Event.objects.filter(partnerships=scene.partnership).earliest("pk")
        Event.objects.filter(pk=meeting.pk).update(
            slug_pl="spotkanie", slug_en="meeting", online=True, venue_pl="Spodek", venue_en=""
        )
        EventImage.objects.create(event=meeting, image=make.make_image(caption="Most"))
        make.make_event(date="1994-06~", partnerships=[scene.partnership])
        Place.objects.update(
            latitude="50.2649", longitude="19.0238", wikidata_id="Q588", local_name="Köln",
            local_language="de", website="https://www.katowice.eu/", description_pl="Miasto.",
        )  # fmt: skip
        scene.partner.parent = make.make_place(kind="region")
        scene.partner.save()
        Organisation.objects.update(
            founded="1990-05-06", founded_earliest="1990-05-06", founded_latest="1990-05-06",
            email="chor@example.org", telephone="+48 32 1", address="Rynek 1", seat=scene.home,
            website="https://chor.example/", summary_pl="Chór.",
        )  # fmt: skip
        Network.objects.update(website="https://siec.example/", summary_pl="Sieć.")
        Source.objects.update(
            issued="1994-05-06", issued_earliest="1994-05-06", issued_latest="1994-05-06",
            url="https://example.org/", reference="A-1", rights_pl="wszystkie", issuer_pl="Urząd",
        )  # fmt: skip
        Agreement.objects.exclude(pk=scene.agreement.pk).update(summary_pl="O współpracy.")
        yield scene
        transaction.set_rollback(True)


def test_every_page_is_valid_in_every_language(client: Client, told: Scene) -> None:
    documents = [linked_data(client, path) for path in BOTH if not EARLIER.search(path)]

    assert faults(*documents) == []


def _wrong_property(event: dict[str, Any]) -> None:
    event["temporalCoverage"] = "1994"


def _wrong_type(event: dict[str, Any]) -> None:
    event["@type"] = "Happening"


def _no_type(event: dict[str, Any]) -> None:
    event["location"][0] = {"name": "Katowice"}


def _made_up_day(event: dict[str, Any]) -> None:
    event["startDate"] = "1994-06"


def _words_for_a_date(event: dict[str, Any]) -> None:
    event["endDate"] = "w czerwcu"


def _text_for_a_thing(event: dict[str, Any]) -> None:
    event["organizer"] = "Chór"


def _place_for_an_organisation(event: dict[str, Any]) -> None:
    event["organizer"] = event["location"]


def _thing_for_a_text(event: dict[str, Any]) -> None:
    event["name"] = event["location"][0]


PLANTED: list[tuple[Callable[[dict[str, Any]], None], str]] = [
    (_wrong_property, "Event has no temporalCoverage"),
    (_wrong_type, "there is no type Happening"),
    (_no_type, "is of no type"),
    (_made_up_day, "startDate can't be 1994-06"),
    (_words_for_a_date, "endDate can't be w czerwcu"),
    (_text_for_a_thing, "organizer can't be Chór"),
    (_place_for_an_organisation, "place_for_an_organisation: organizer can't be "),
    (_thing_for_a_text, "thing_for_a_text: name can't be "),
]


def test_planted_faults_are_found(client: Client, told: Scene) -> None:
    """In one go, for each takes seconds: every fault in an event of its own."""
    documents = []
    for plant, _told_of in PLANTED:
        document = deepcopy(linked_data(client, EVENT))
        event = document["@graph"][0]["mainEntity"]
        event["@id"] = f"{HOST}/#{plant.__name__}"
        plant(event)
        documents.append(document)
    found = faults(*documents)

    unseen = [told_of for _plant, told_of in PLANTED if not any(told_of in each for each in found)]
    assert unseen == []
