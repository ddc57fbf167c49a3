from allauth.account.internal.flows.logout import logout
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from twinning.accounts.browsers import browser_name
from twinning.accounts.second_factor import end_sessions


@login_required
@never_cache
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """Where the user is signed in, the latest first."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    own = UserSession.objects.filter(user=request.user, session_key__in=alive)
    rows = [
        (session, browser_name(session.user_agent), session.is_current())
        for session in own.order_by("-created_at")
    ]
    return render(request, "usersessions/usersession_list.html", {"sessions": rows})


@login_required
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(UserSession, user=request.user, pk=pk)
    if session.is_current():
        return _signed_out(request)
    session.end()
    messages.success(request, _("The session has ended."))
    return redirect("usersessions_list")


@login_required
@require_POST
def end_all_sessions(request: HttpRequest) -> HttpResponse:
    end_sessions(request.user)
    return _signed_out(request)


def _signed_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("account_login")
