from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from twinning.accounts.resending import second_factor_missing
from twinning.accounts.second_factor import lacks_second_factor

OPEN = {"login", "logout"}


class SecondFactorMiddleware:
    """No page of the admin answers somebody whose rights need a second factor they don't have.

    A middleware and no check in the admin's pages: a page that is added later is guarded, too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if not match or "admin" not in match.namespaces or match.url_name in OPEN:
            return None
        if not settings.REQUIRE_MFA or not request.user.is_authenticated:
            return None
        if not lacks_second_factor(request.user):
            return None
        if request.method == "POST":
            return second_factor_missing(request)
        messages.warning(
            request, _("Your role needs a second factor. Set it up to go on to the admin.")
        )
        return redirect("mfa_index")
