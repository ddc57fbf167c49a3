"""The description of the API as OpenAPI 3.1, in the active language.

django-ninja writes down operations and shapes of answers; the parameters come from the filters'
forms, which also judge them.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language_info, gettext_lazy, override
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.openapi.schema import REF_TEMPLATE

from events.api.operations import VERSION, api
from events.api.paging import paged
from events.data import problems
from events.data.dataset import Dataset
from events.data.filters import NumberField
from events.data.registry import DATASETS
from events.data.shapes import described
from events.forms import RecordField
from twinning.publishing.public_body import public_body
from twinning.translation.texts import own_text

Document = dict[str, Any]


class Fault(Schema):
    parameter: str | None = described(gettext_lazy("name of the parameter"))
    detail: str = described(gettext_lazy("what is wrong with it"))


class Problem(Schema):
    """What was wrong with a request (RFC 9457)."""

    type: str = described(gettext_lazy("always about:blank: the status says it all"))
    title: str = described(gettext_lazy("what was wrong, for people"))
    status: int = described(gettext_lazy("status of the answer"))
    errors: list[Fault] = described(
        gettext_lazy("each parameter that is wrong, where parameters are")
    )


def described_api(request: HttpRequest) -> Document:
    document: Document = dict(api.get_openapi_schema(path_prefix=""))
    document["info"] = _info(request)
    document["servers"] = list(_servers(request))
    document["tags"] = [
        {"name": each.name, "description": str(each.about)} for each in DATASETS.values()
    ]
    document["externalDocs"] = {"url": request.build_absolute_uri(reverse("data"))}
    document["components"]["schemas"] |= _problem_schemas()
    for dataset in DATASETS.values():
        _complete(document["paths"], dataset)
    return document


def _problem_schemas() -> Document:
    whole = Problem.model_json_schema(ref_template=REF_TEMPLATE)
    parts = whole.pop("$defs")
    whole["required"].remove("errors")
    return {"Problem": whole, **parts}


def _info(request: HttpRequest) -> Document:
    body = public_body()
    # Nothing in the description can say that its language is another one.
    contact = {"name": own_text(body, "name"), "email": body.email, "url": body.website}
    info: Document = {
        "title": _("Open data of the partner cities"),
        "version": VERSION,
        "description": _(
            "Everything that this site tells, to be read by programs. Within a version fields and "
            "parameters are only ever added."
        ),
        "contact": {name: value for name, value in contact.items() if value},
    }
    if body.licence:
        info["license"] = {"name": body.get_licence_display(), "url": body.licence_address}
    return info


def _servers(request: HttpRequest) -> Iterator[Document]:
    """One for each language, that of the description first."""
    here = reverse("api:root")
    addresses = {here: ""}
    for code, _name in settings.LANGUAGES:
        with override(code):
            addresses[reverse("api:root")] = get_language_info(code)["name_local"].capitalize()
    for address, language in addresses.items():
        yield {"url": request.build_absolute_uri(address.rstrip("/")), "description": language}


def _complete(paths: Document, dataset: Dataset) -> None:
    """Words, parameters and answers of the dataset's two operations."""
    title = str(dataset.title)
    listed = paths[f"/{dataset.name}"]["get"]
    listed["summary"] = _("%(title)s: a page") % {"title": title}
    listed["description"] = str(dataset.about)
    listed["parameters"] = [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": ". ".join(filter(None, (str(field.label), str(field.help_text)))),
            "schema": parameter_schema(field),
        }
        for name, field in paged(dataset).base_fields.items()
    ]
    listed["responses"] = _answers(listed["responses"])
    one = paths[f"/{dataset.name}/{{key}}"]["get"]
    one["summary"] = _("%(title)s: one record") % {"title": title}
    one["description"] = _("By the number that “id” gives.")
    one["responses"] = _answers(one["responses"])


def parameter_schema(field: forms.Field) -> Document:
    """What a form's field takes, as JSON Schema."""
    match field:
        case NumberField():
            bounds: Document = {"type": "integer", "minimum": field.least, "maximum": field.most}
            return bounds | ({"default": field.initial} if field.initial else {})
        case RecordField():
            return {"type": "string", "pattern": f"^{field.pattern}$"}
        case forms.ChoiceField():
            choices: Any = field.choices
            return {"type": "string", "enum": [value for value, _label in choices if value]}
    raise TypeError(field)


def _answers(by_ninja: Document) -> Document:
    found = {str(status): answer for status, answer in by_ninja.items()}
    ok = found["200"]
    ok["description"] = _("What was asked for.")
    ok["headers"] = {
        name: {"description": meaning, "schema": {"type": "string"}}
        for name, meaning in (
            ("ETag", _("changes whenever the data do; send it back as If-None-Match")),
            ("Last-Modified", _("when the data last changed")),
            ("Link", _("next page and licence")),
        )
    }
    fault = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "200": ok,
        "304": {"description": _("Nothing has changed since the reader last asked.")},
        "400": {"description": _("A parameter is wrong."), "content": fault},
        "404": {"description": _("There is nothing public at this address."), "content": fault},
    }
