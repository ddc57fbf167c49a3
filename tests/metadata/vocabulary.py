"""Linked data held against schema.org's own shapes, which pySHACL ships; nothing is fetched.

The shapes are open: they judge the values of properties that they know. That types and properties
exist and belong together is checked here besides.
"""

import json
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from pyshacl import validate
from rdflib import RDF, RDFS, SH, XSD, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

SCHEMA = Namespace("http://schema.org/")
CONTEXT = "https://schema.org"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
INPUT = "-input"  # how schema.org writes what an action asks for; no term of the vocabulary
# What schema.org has taken in since 2021, from when these shapes are.
NEWER = {(SCHEMA.Event, SCHEMA.keywords)}


@cache
def shapes() -> Graph:
    return Graph().parse(str(files("pyshacl") / "assets" / "schema.ttl"), format="turtle")


@cache
def properties_of(kind: Node) -> frozenset[Node]:
    """Of a class and of all above it."""
    above = shapes().transitive_objects(kind, RDFS.subClassOf)
    return frozenset(
        path
        for each in above
        for shape in shapes().objects(each, SH.property)
        for path in shapes().objects(shape, SH.path)
    )


@cache
def context() -> dict[str, Any]:
    """As schema.org's own: which values are addresses, and which are days or moments."""
    terms: dict[str, Any] = {"@vocab": str(SCHEMA)}
    for shape, path in shapes().subject_objects(SH.path):
        name = str(path).removeprefix(str(SCHEMA))
        accepted = set(_accepted(shape))
        if SH.IRI in accepted:
            terms[name] = {"@type": "@id"}
        elif accepted & {XSD.date, XSD.dateTime} and XSD.string not in accepted:
            terms[name] = {"@type": str(XSD.date)}
    return terms


def _accepted(shape: Node) -> Iterator[Node]:
    alternatives = [
        choice
        for either in shapes().objects(shape, SH["or"])
        for choice in Collection(shapes(), either)
    ]
    for each in (shape, *alternatives):
        for name in (SH.datatype, SH.nodeKind, SH["class"]):
            yield from shapes().objects(each, name)


def graph_of(documents: Iterable[dict[str, Any]]) -> Graph:
    graph = Graph()
    for document in documents:
        whole = {"@context": context(), "@graph": _plain(document["@graph"])}
        graph.parse(data=json.dumps(whole), format="json-ld")
    return graph


def _plain(value: Any) -> Any:
    """Without the languages of texts, for which the shapes have no place; values typed by form."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        return {"@value": value, "@type": str(XSD.float)}
    if isinstance(value, str):
        return _of_form(value)
    if not isinstance(value, dict):
        return value
    if "@value" in value:
        return value["@value"]
    return {
        name: each if name.startswith("@") else _plain(each)
        for name, each in value.items()
        if not name.endswith(INPUT)
    }


def _of_form(text: str) -> Any:
    if MOMENT.match(text):
        return {"@value": text, "@type": str(XSD.dateTime)}
    if text.startswith(f"{CONTEXT}/"):
        return {"@id": text.replace(f"{CONTEXT}/", str(SCHEMA))}
    return text


def faults(*documents: dict[str, Any]) -> list[str]:
    """What schema.org knows nothing of, or has otherwise; empty for valid documents."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib and pySHACL of rdflib
        graph = graph_of(documents)
        return sorted({*_unknown(graph), *_wrong(graph)})


def _unknown(graph: Graph) -> Iterator[str]:
    for node in set(graph.subjects()):
        kinds = list(graph.objects(node, RDF.type))
        if not kinds:
            yield f"{node} is of no type"
        for kind in kinds:
            if (kind, RDF.type, RDFS.Class) not in shapes():
                yield f"there is no type {_short(kind)}"
        for name in set(graph.predicates(node)) - {RDF.type}:
            in_role = SCHEMA.Role in kinds and any(graph.subjects(name, node))
            if not in_role and not any(_has(kind, name) for kind in kinds):
                yield f"{'/'.join(map(_short, kinds))} has no {_short(name)}"


def _has(kind: Node, name: Node) -> bool:
    above = shapes().transitive_objects(kind, RDFS.subClassOf)
    return name in properties_of(kind) or any((each, name) in NEWER for each in above)


def _wrong(graph: Graph) -> Iterator[str]:
    _conforms, report, _text = validate(
        _without_roles(graph), shacl_graph=shapes(), ont_graph=shapes(), inference="none"
    )
    for result in report.subjects(RDF.type, SH.ValidationResult):
        told = (report.value(result, name) for name in (SH.focusNode, SH.resultPath, SH.value))
        yield "{}: {} can't be {}".format(*(_short(each) for each in told))


def _without_roles(graph: Graph) -> Graph:
    """A role stands between a thing and its value, under the same name: here the value itself."""
    roles = set(graph.subjects(RDF.type, SCHEMA.Role))
    direct = Graph()
    for subject, name, value in graph:
        if value in roles:
            for real in graph.objects(value, name):
                direct.add((subject, name, real))
        elif subject not in roles:
            direct.add((subject, name, value))
        for kind in shapes().objects(value, RDF.type):  # one of an enumeration's own values
            direct.add((value, RDF.type, kind))
    return direct


def _short(node: Node | None) -> str:
    return str(node).removeprefix(str(SCHEMA)) if isinstance(node, URIRef) else str(node)
