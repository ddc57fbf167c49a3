"""The catalogue is RDF of the shape that DCAT-AP asks for, and nothing in it is made up."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, URIRef

from events.data.registry import DATASETS
from events.models import Event
from tests import factories as make
from tests.pages.records import add_entries, make_scene
from twinning.publishing.models import Status

pytestmark = [
    pytest.mark.django_db,
    # rdflib's reader of JSON-LD and pyshacl use what rdflib itself warns of.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings(r"ignore:Dataset\.:DeprecationWarning"),
]

ADDRESS = "/dane/katalog.jsonld"
SHAPES = Path(__file__).with_name("shapes.ttl")
EVENTS = URIRef(f"http://testserver{ADDRESS}#events")


def read(client: Client) -> Graph:
    response = client.get(ADDRESS)
    assert response["Content-Type"] == "application/ld+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    return Graph().parse(data=response.content.decode(), format="json-ld")


def faults(graph: Graph) -> str:
    conforms, _graph, told = validate(graph, shacl_graph=str(SHAPES), advanced=False)
    return "" if conforms else told


def test_filled_in_it_is_what_dcat_ap_asks_for(client: Client) -> None:
    add_entries(make_scene())
    make.make_public_body(licence="cc-by")

    graph = read(client)

    assert faults(graph) == ""
    assert len(set(graph.subjects(RDF.type, DCAT.Dataset))) == len(DATASETS)
    assert len(set(graph.subjects(RDF.type, DCAT.Distribution))) == len(DATASETS) * 2 * 2


def test_the_shapes_notice_what_is_missing(client: Client) -> None:
    add_entries(make_scene())

    told = faults(read(client))

    for needed in ("publisher", "license", "contactPoint"):
        assert needed in told


def test_every_file_it_names_is_there_and_as_large_as_it_says(client: Client) -> None:
    add_entries(make_scene())
    graph = read(client)

    files = list(graph.subjects(RDF.type, DCAT.Distribution))
    for file in files:
        response: Any = client.get(str(graph.value(file, DCAT.downloadURL)))
        size = graph.value(file, DCAT.byteSize)
        assert size is not None
        assert len(response.getvalue()) == int(str(size))


def test_a_large_file_has_no_size_until_somebody_has_fetched_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("events.data.sizes.SMALL", 0)
    make.make_event()
    file = URIRef("http://testserver/en/data/events.csv")

    assert read(client).value(file, DCAT.byteSize) is None
    response: Any = client.get(str(file))
    fetched = len(response.getvalue())
    assert read(client).value(file, DCAT.byteSize) == Literal(
        str(fetched), datatype=URIRef("http://www.w3.org/2001/XMLSchema#nonNegativeInteger")
    )
    make.make_event()
    assert read(client).value(file, DCAT.byteSize) is None


def test_its_moments_are_those_of_what_is_public(client: Client) -> None:
    events: Any = Event.objects
    for day, status in ((1, Status.PUBLISHED), (2, Status.PUBLISHED), (3, Status.DRAFT)):
        moment = datetime(2020, 5, day, tzinfo=UTC)
        event = make.make_event(status=status)
        events.filter(pk=event.pk).update(published_at=moment, updated_at=moment)

    graph = read(client)

    assert str(graph.value(EVENTS, DCTERMS.issued)) == "2020-05-01T00:00:00+00:00"
    assert str(graph.value(EVENTS, DCTERMS.modified)) == "2020-05-02T00:00:00+00:00"


def test_an_empty_site_has_a_catalogue_without_moments(client: Client) -> None:
    graph = read(client)

    assert graph.value(EVENTS, DCTERMS.modified) is None
    assert graph.value(EVENTS, DCTERMS.identifier) is not None
