from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added

from twinning.accounts.second_factor import FACTORS, end_sessions


def sign_out_elsewhere(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    """A new password ends the sessions opened with the old one, so that no list shows them."""
    end_sessions(user, but=request.session.session_key)


def doubt_older_sessions(
    sender: Any, request: Any, user: Any, authenticator: Authenticator, **kwargs: Any
) -> None:
    """The first factor ends sessions opened without one: they would pass for protected now."""
    if Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).count() == 1:
        sign_out_elsewhere(sender, request, user)


def connect() -> None:
    for signal in (password_changed, password_reset, password_set):
        signal.connect(sign_out_elsewhere, dispatch_uid="sign_out_elsewhere")
    authenticator_added.connect(doubt_older_sessions, dispatch_uid="doubt_older_sessions")
