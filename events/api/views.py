import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag

from events.api.description import described_api
from events.data import problems
from events.data.streams import encoded


def root(request: HttpRequest) -> HttpResponse:
    """Whoever looks at the address itself gets the manual."""
    return HttpResponseRedirect(reverse("api_manual"))


def description(request: HttpRequest) -> HttpResponse:
    body = encoded(described_api(request))
    mark = quote_etag(hashlib.sha256(body.encode()).hexdigest()[:32])
    response = HttpResponse(body, content_type="application/vnd.oai.openapi+json; charset=utf-8")
    response.headers["ETag"] = mark
    patch_cache_control(response, no_cache=True)
    return get_conditional_response(request, mark, response=response) or response


def nothing(request: HttpRequest) -> HttpResponse:
    return problems.not_found()
