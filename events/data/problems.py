"""What was wrong with a request, for programs and people alike (RFC 9457)."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpResponse
from django.utils.translation import gettext as _

from events.data.filters import DataFilter
from events.data.streams import encoded
from events.forms import UNKNOWN

BAD_REQUEST, NOT_FOUND, NOT_ALLOWED = 400, 404, 405
MEDIA_TYPE = "application/problem+json"


def problem(status: int, title: str, **members: Any) -> HttpResponse:
    body = {"type": "about:blank", "title": title, "status": status, **members}
    return HttpResponse(encoded(body), status=status, content_type=MEDIA_TYPE)


def not_found() -> HttpResponse:
    return problem(NOT_FOUND, _("There is nothing public at this address."))


def of_filters(form: DataFilter) -> HttpResponse:
    """404 where all that is wrong are addresses of nothing public, as on the pages; otherwise 400.

    `errors` names each parameter with what is wrong with it.
    """
    found = form.errors.as_data()
    codes = {error.code for errors in found.values() for error in errors}
    errors = [
        {"parameter": None if name == NON_FIELD_ERRORS else name, "detail": message}
        for name, listed in found.items()
        for error in listed
        for message in error.messages
    ]
    status, title = (
        (NOT_FOUND, _("A parameter names something that isn’t there."))
        if codes == {UNKNOWN}
        else (BAD_REQUEST, _("A parameter is wrong."))
    )
    return problem(status, title, errors=errors)
