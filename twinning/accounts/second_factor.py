"""Who needs a second factor, who has one, and how it is taken away when a telephone is lost."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Permission
from django.db.models import Q

# Recovery codes alone are no second factor: they stand in for one that has been lost.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# Who publishes speaks for the city; who manages accounts can become anybody.
POWERFUL = Q(codename__startswith="publish_") | Q(
    codename__in=["add_user", "change_user", "add_invitation", "change_group"]
)


def has_second_factor(user: Any) -> bool:
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists())


def needs_second_factor(user: Any) -> bool:
    if user.is_superuser:
        return True
    theirs = Q(group__user=user.pk) | Q(user=user.pk)
    return Permission.objects.filter(theirs & POWERFUL).exists()


def lacks_second_factor(user: Any) -> bool:
    """Whether the user's rights ask for a second factor that isn't set up yet."""
    return not has_second_factor(user) and needs_second_factor(user)


def remove_second_factor(user: Any) -> None:
    """Takes away telephone, keys and codes, and ends every session opened with them."""
    Authenticator.objects.filter(user_id=user.pk).delete()
    end_sessions(user)


def end_sessions(user: Any, but: str | None = None) -> None:
    """Signs the user out everywhere; the session with the key `but` is left alone."""
    for session in UserSession.objects.filter(user_id=user.pk).exclude(session_key=but or ""):
        session.end()
