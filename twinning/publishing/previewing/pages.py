"""The public page of a record, answered by the public view itself."""

from io import BytesIO
from typing import Any
from urllib.parse import unquote

from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.db.models import F, Model, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, ResolverMatch, get_script_prefix, resolve
from django.utils import timezone
from django.utils.translation import override

from twinning.publishing.models import Part, Publishable, Status
from twinning.publishing.snapshot import whole_fields

# What a public page may know of the request: where the site is, nothing about who asks.
ABOUT_THE_SITE = ("SERVER_NAME", "SERVER_PORT", "HTTP_HOST", "HTTP_X_FORWARDED_PROTO")


class NothingToShowError(Exception):
    """What is asked for can't be shown as it is."""


class NoPageError(NothingToShowError):
    """Residents would find the record on no page."""


def has_page(model: type[Model]) -> bool:
    """Whether records of the kind are shown on a public page, their own or their whole's."""
    if issubclass(model, Part):
        return any(has_page(each.related_model) for each in whole_fields(model))
    return hasattr(model, "preview_address") or hasattr(model, "get_absolute_url")


def shown_record(record: Any) -> Any:
    """The record whose page it is: a part stands on that of its whole."""
    while isinstance(record, Part):
        found = (getattr(record, each.name) for each in whole_fields(type(record)))
        record = next((whole for whole in found if whole is not None), None)
    return record


def address_of(record: Any) -> str:
    """The address of the page in the active language. Raises `NoPageError`.

    A record without a page of its own says in `preview_address` where it is shown.
    """
    record = shown_record(record)
    address = getattr(record, "preview_address", None) or getattr(record, "get_absolute_url", None)
    try:
        found = address() if address else None
    except NoReverseMatch:
        found = None
    if not found:
        raise NoPageError
    return str(found)


def make_public(record: Any) -> None:
    """Let residents see the record from now on, whatever was planned; call it to undo it."""
    whole = shown_record(record)
    if isinstance(whole, Publishable):
        type(whole)._base_manager.filter(pk=whole.pk).update(
            status=Status.PUBLISHED,
            publish_at=None,
            unpublish_at=None,
            published_at=Coalesce(F("published_at"), Value(timezone.now())),
        )


def page_as_public(
    request: HttpRequest, record: Any, language: str, context: dict[str, Any]
) -> bytes:
    """The page that residents would get; `context` is given to its template besides.

    Raises `NoPageError`.
    """
    with override(language):
        address = address_of(record)
        match = resolve("/" + unquote(address).removeprefix(get_script_prefix()))
        try:
            answer = match.func(_asking(request, address, match), *match.args, **match.kwargs)
        except Http404 as error:
            raise NoPageError from error
        if not isinstance(answer, TemplateResponse) or answer.status_code != 200:
            raise NoPageError
        answer.context_data = {**(answer.context_data or {}), **context}
        content: bytes = answer.render().content
        return content


def _asking(request: HttpRequest, address: str, match: ResolverMatch) -> HttpRequest:
    """A request of somebody unknown for the page."""
    environ = {
        **{name: request.META[name] for name in ABOUT_THE_SITE if name in request.META},
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": request.META.get("SCRIPT_NAME", ""),
        "PATH_INFO": "/" + unquote(address).removeprefix(get_script_prefix()),
        "wsgi.url_scheme": request.scheme,
        "wsgi.input": BytesIO(),
    }
    asking = WSGIRequest(environ)
    asking.user = AnonymousUser()
    asking.resolver_match = match
    if nonce := getattr(request, "csp_nonce", None):
        asking.__dict__["csp_nonce"] = nonce  # the policy is sent with the answer to `request`
    return asking
