"""Forms that arrive from somebody who may not send them just now, but may in a moment.

Signed out, without the second factor their role needs, or with a token of an earlier session.

Nothing of them is stored or done. The answer gives everything that was typed back as a form that
can be sent again, so that a night's pause loses no afternoon's work.
"""

from urllib.parse import urlsplit

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 — the name of a field
NEVER_BACK = (TOKEN, "password", "password1", "password2", "oldpassword", "code")


def signed_out(request: HttpRequest) -> HttpResponse:
    """The answer to a form of the admin that nobody signed in has sent."""
    return _give_back(request, _("You have been signed out"))


def second_factor_missing(request: HttpRequest) -> HttpResponse:
    """The answer to a form of the admin from somebody who must set up a second factor first."""
    heading = _("Your role needs a second factor")
    return _give_back(request, heading, (_("Set it up in a new tab"), reverse("mfa_index")))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form whose token doesn't fit.

    Only what one of our own pages has sent is given back: another site must not be able to have its
    own form confirmed here.
    """
    if request.method == "POST" and _is_ours(request):
        return _give_back(request, _("The form is from an earlier session"))
    return render(request, "403_csrf.html", status=403)


def _is_ours(request: HttpRequest) -> bool:
    sender = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(sender).netloc == request.get_host()


def _give_back(
    request: HttpRequest, heading: str, first: tuple[str, str] | None = None
) -> HttpResponse:
    """`first` is what has to be done before the form is sent again, and where."""
    if not request.user.is_authenticated:
        query = urlencode({REDIRECT_FIELD_NAME: reverse("admin:index")})
        first = (_("Sign in in a new tab"), f"{reverse('account_login')}?{query}")
    context = {
        "heading": heading,
        "first": first,
        "address": request.get_full_path(),
        "fields": _fields(request.POST),
        "has_files": bool(request.FILES),
    }
    return render(request, "account/resend.html", context, status=403)


def _fields(posted: QueryDict) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, values in posted.lists()
        if name not in NEVER_BACK
        for value in values
    ]
