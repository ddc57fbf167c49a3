from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from events.data.registry import DATASETS
from events.presentation import metadata
from events.presentation.registers import rows
from twinning.publishing.pages import public_page

Record = TypeVar("Record", bound=Model)


def directory(
    request: HttpRequest, *, name: str, heading: str, lead: str, records: Sequence[Record]
) -> TemplateResponse:
    """All records of one kind, at the address called `name`; each has a page of its own."""
    return public_page(
        request,
        "events/directory.html",
        address=lambda: reverse(name),
        trail=[(heading, None)],
        description=lead,
        metadata=metadata.of_directory(heading, records),
        heading=heading,
        lead=lead,
        rows=rows(records),
        dataset=name if name in DATASETS else "",
    )
