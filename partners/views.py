from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.decorators import rate_limit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_stubs_ext import StrOrPromise

from partners.forms import AcceptInvitationForm
from partners.models import Invitation, InvitationClosedError
from twinning.publishing.models import User

State = Invitation.State
REASONS = {
    State.ACCEPTED: _("It has been used already. Sign in with the account made then."),
    State.WITHDRAWN: _("It has been withdrawn."),
    State.EXPIRED: _("Its time has run out. Ask whoever invited you to send it again."),
}


@never_cache
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "HEAD", "POST"])
@rate_limit(action="signup")  # type: ignore[untyped-decorator]
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Where somebody invited makes an account of their own and is signed in with it."""
    found = Invitation.objects.with_token(token).select_related("role").first()
    if found is None:
        return _closed(request, 404, _("Check whether the link was copied whole."))
    if found.state != State.OPEN:
        return _closed(request, 410, REASONS[found.state])
    if User.objects.filter(email=found.email).exists():
        return _closed(request, 409, _("Somebody has an account with this address already."))
    form = AcceptInvitationForm(request.POST or None, invitation=found)
    if form.is_valid():
        return _accepted(request, form)
    return render(request, "partners/invitation.html", {"form": form, "invitation": found})


def _accepted(request: HttpRequest, form: AcceptInvitationForm) -> HttpResponse:
    try:
        user = form.save()
    except InvitationClosedError:
        return _closed(request, 410, REASONS[State.WITHDRAWN])
    record_authentication(request, user, method="password", username=user.username)
    response: HttpResponse = perform_login(request, user)
    return response


def _closed(request: HttpRequest, status: int, reason: StrOrPromise) -> HttpResponse:
    return render(request, "partners/invitation_closed.html", {"reason": reason}, status=status)
