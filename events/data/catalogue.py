"""The datasets as a DCAT-AP catalogue in JSON-LD, in all languages at once.

Nothing in it is made up: what isn't known, or not filled in, is left out.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from babel.core import get_global
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from events.data.changes import State
from events.data.dataset import Dataset, Span
from events.data.files import file_address
from events.data.registry import DATASETS, spans
from events.data.sizes import sizes_of
from events.data.streams import MEDIA_TYPES
from events.data.values import Absolute, stamp
from partners.models import Place
from twinning.publishing.public_body import public_body
from twinning.translation.texts import text_of

Node = dict[str, Any]

AUTHORITY = "http://publications.europa.eu/resource/authority"
THREE = 3  # letters of ISO 639-2 and -3
IANA = "https://www.iana.org/assignments/media-types"
CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TITLE = _("Open data of the partner cities")
ABOUT = _("Everything this site tells, as tables and for programs.")


def catalogue(request: HttpRequest, state: State) -> Node:
    absolute = request.build_absolute_uri
    address = absolute(reverse("data_catalogue"))
    found = spans()
    frame = _frame(absolute)
    return {
        "@context": CONTEXT,
        "@id": address,
        "@type": "dcat:Catalog",
        "dct:title": _in_all_languages(partial(str, TITLE)),
        "dct:description": _in_all_languages(partial(str, ABOUT)),
        "foaf:homepage": {"@id": absolute(reverse("home"))},
        **_moments(
            Span(
                0,
                min((span.issued for span in found.values() if span.issued), default=None),
                max((span.modified for span in found.values() if span.modified), default=None),
            )
        ),
        **frame,
        "dcat:dataset": _datasets(found, address, frame, absolute, state),
        "dcat:service": _service(address, absolute),
    }


def _frame(absolute: Absolute) -> Node:
    """What holds for the catalogue as for each dataset."""
    body = public_body()
    places = Place.objects.homes().order_by("pk")
    frame: Node = {
        "dct:language": [_language(code) for code, _name in settings.LANGUAGES],
        "dct:spatial": [_place(place) for place in places],
    }
    if body.name:
        frame["dct:publisher"] = {
            "@id": absolute("/") + "#publisher",
            "@type": "foaf:Agent",
            "foaf:name": _texts(body, "name"),
        }
    if body.licence:
        frame["dct:license"] = {"@id": body.licence_address, "@type": "dct:LicenseDocument"}
    return frame


def _datasets(
    found: dict[Dataset, Span], address: str, frame: Node, absolute: Absolute, state: State
) -> list[Node]:
    files = _files(found, absolute, state)
    body = public_body()
    shared = {name: value for name, value in frame.items() if name != "dct:license"}
    contact: Node = {"@type": "vcard:Organization", "vcard:fn": _texts(body, "name")}
    if body.email:
        contact["vcard:hasEmail"] = {"@id": f"mailto:{body.email}"}
    return [
        {
            "@id": f"{address}#{dataset.name}",
            "@type": "dcat:Dataset",
            "dct:identifier": f"{address}#{dataset.name}",
            "dct:title": _in_all_languages(partial(str, dataset.title)),
            "dct:description": _in_all_languages(partial(str, dataset.about)),
            **_moments(span),
            **shared,
            **({"dcat:contactPoint": contact} if body.name else {}),
            "dct:accrualPeriodicity": {"@id": f"{AUTHORITY}/frequency/IRREG"},
            "dcat:theme": [{"@id": f"{AUTHORITY}/data-theme/{code}"} for code in dataset.themes],
            "dcat:landingPage": _pages(dataset, absolute),
            "dcat:distribution": [
                {**file, **({"dct:license": frame["dct:license"]} if body.licence else {})}
                for file in files[dataset.name]
            ],
        }
        for dataset, span in found.items()
    ]


def _files(found: dict[Dataset, Span], absolute: Absolute, state: State) -> dict[str, list[Node]]:
    """Of each dataset a file in each format and language."""
    counts = {dataset: span.count for dataset, span in found.items()}
    files: dict[str, list[Node]] = {dataset.name: [] for dataset in found}
    for code, _name in settings.LANGUAGES:
        with override(code):
            sizes = sizes_of(counts, absolute, state)
            for dataset, span in found.items():
                files[dataset.name] += [
                    _file(dataset, extension, code, absolute)
                    | _moments(span)
                    | _size(sizes.get((dataset.name, extension)))
                    for extension in MEDIA_TYPES
                ]
    return files


def _file(dataset: Dataset, extension: str, language: str, absolute: Absolute) -> Node:
    address = absolute(file_address(dataset, extension))
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": {"@value": f"{dataset.title} ({extension.upper()})", "@language": language},
        "dct:language": _language(language),
        "dcat:accessURL": {"@id": f"{absolute(reverse('data'))}#{dataset.name}"},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{IANA}/{MEDIA_TYPES[extension]}"},
        "dct:format": {"@id": f"{AUTHORITY}/file-type/{extension.upper()}"},
    }


def _size(size: int | None) -> Node:
    if size is None:
        return {}
    return {"dcat:byteSize": {"@value": str(size), "@type": "xsd:nonNegativeInteger"}}


def _moments(span: Span) -> Node:
    told = {"dct:issued": span.issued, "dct:modified": span.modified}
    return {
        name: {"@value": stamp(moment), "@type": "xsd:dateTime"}
        for name, moment in told.items()
        if moment
    }


def _service(address: str, absolute: Absolute) -> Node:
    """The API, in the source language; its description names the addresses in the others."""
    with override(settings.LANGUAGE_CODE):
        return {
            "@id": f"{address}#api",
            "@type": "dcat:DataService",
            "dct:title": _in_all_languages(partial(str, TITLE)),
            "dcat:endpointURL": {"@id": absolute(reverse("api:root"))},
            "dcat:endpointDescription": {"@id": absolute(reverse("api:description"))},
            "dcat:servesDataset": [{"@id": f"{address}#{name}"} for name in DATASETS],
        }


def _pages(dataset: Dataset, absolute: Absolute) -> list[Node]:
    pages = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            pages.append({"@id": absolute(reverse(dataset.landing)), "@type": "foaf:Document"})
    return pages


def _place(place: Place) -> Node:
    node: Node = {"@type": "dct:Location", "skos:prefLabel": _texts(place, "name")}
    if place.wikidata_id:
        node["@id"] = f"http://www.wikidata.org/entity/{place.wikidata_id}"
    return node


def _texts(record: Any, field: str) -> list[Node]:
    """The field in the languages in which there is a text of its own."""
    texts = [text_of(record, field, code) for code, _name in settings.LANGUAGES]
    return [
        {"@value": text.text, "@language": text.language}
        for text in texts
        if text and not text.is_fallback
    ]


def _in_all_languages(text: Callable[[], str]) -> list[Node]:
    values = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            values.append({"@value": text(), "@language": code})
    return values


def _language(code: str) -> Node:
    """In the European Union's list, which goes by three letters: those of the language's own name,
    as far as there are two, begin like its two letters (“deu”, not “ger”)."""
    aliases = [pair for pair in get_global("language_aliases").items() if len(pair[0]) == THREE]
    long = min(each for each, short in aliases if short == code and each[0] == code[0])
    return {"@id": f"{AUTHORITY}/language/{long.upper()}"}
