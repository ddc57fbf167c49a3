"""What holds for every address of the API: it is only read, from anywhere, and says so."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from events.data.files import open_to_all
from events.data.problems import NOT_ALLOWED, problem

METHODS = "GET, HEAD, OPTIONS"
View = Callable[..., Any]


def read_only(view: View) -> View:
    """Answers HEAD as GET, OPTIONS by itself, and anything else with 405.

    HEAD needs nothing more: whatever serves the answer leaves the body out.
    """

    @csrf_exempt  # nothing is written, and a refusal should say that rather than ask for a token
    @wraps(view)
    def reading(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            response = _preflight()
        elif request.method in ("GET", "HEAD"):
            asked, request.method = request.method, "GET"
            response = view(request, *args, **kwargs)
            request.method = asked
        else:
            response = problem(NOT_ALLOWED, _("The data can be read, not written."))
            response.headers["Allow"] = METHODS
        return open_to_all(response)

    return reading


def _preflight() -> HttpResponse:
    response = HttpResponse(status=204)
    del response.headers["Content-Type"]
    response.headers["Allow"] = METHODS
    response.headers["Access-Control-Allow-Methods"] = METHODS
    response.headers["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
    response.headers["Access-Control-Max-Age"] = "86400"
    return response
