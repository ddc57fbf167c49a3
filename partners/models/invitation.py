import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models.place import Place
from partners.models.right import EditingRight


class InvitationClosedError(Exception):
    """Used, withdrawn or expired in the meantime."""


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def with_token(self, token: str) -> Self:
        return self.filter(token_hash=_digest(token))

    def open(self) -> Self:
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now())

    def editable_by(self, user: Any) -> Self:
        """Those that somebody limited to home cities could have written: for these cities alone."""
        own = Place.objects.given_to(user)
        if user.is_superuser or not own.exists():
            return self
        others = Place.objects.homes().exclude(pk__in=own)
        return self.filter(is_limited=True).exclude(homes__in=others)


class Invitation(models.Model):
    """Opens an account to who has the letter. Only a digest of the letter's token is kept."""

    class State(models.TextChoices):
        OPEN = "open", _("sent")
        ACCEPTED = "accepted", _("accepted")
        WITHDRAWN = "withdrawn", _("withdrawn")
        EXPIRED = "expired", _("expired")

    email = models.EmailField(_("e-mail address"))
    first_name = models.CharField(_("first name"), max_length=150)
    last_name = models.CharField(_("last name"), max_length=150)
    role = models.ForeignKey(
        Group, on_delete=models.PROTECT, related_name="+", verbose_name=_("role")
    )
    homes = models.ManyToManyField(
        Place,
        blank=True,
        related_name="+",
        limit_choices_to={"is_home": True},
        verbose_name=_("home cities"),
        help_text=_("None means all of them."),
    )
    # Without it a city deleted meanwhile would turn “for this city” into “for all of them”.
    is_limited = models.BooleanField(default=False, editable=False)
    language = models.CharField(
        _("language of the letter"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("invited by"),
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), editable=False)
    expires_at = models.DateTimeField(_("valid until"), editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name} <{self.email}>"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)

    @property
    def state(self) -> "Invitation.State":
        if self.accepted_at:
            return self.State.ACCEPTED
        if self.withdrawn_at:
            return self.State.WITHDRAWN
        return self.State.OPEN if self.expires_at > timezone.now() else self.State.EXPIRED

    def issue(self) -> str:
        """A new token, the only one from now on. Nobody can ask for it again."""
        token = secrets.token_urlsafe(32)
        now = timezone.now()
        self.token_hash = _digest(token)
        self.sent_at, self.expires_at = now, now + timedelta(days=settings.INVITATION_DAYS)
        self.withdrawn_at = None
        return token

    def withdraw(self, moment: datetime | None = None) -> None:
        self.withdrawn_at = moment or timezone.now()
        self.save(update_fields=["withdrawn_at"])

    @transaction.atomic
    def accept(self, user: Any) -> None:
        """Saves the new account with the role and cities of the invitation, once."""
        invitation = type(self).objects.select_for_update().get(pk=self.pk)
        homes = list(invitation.homes.all())
        if invitation.state != self.State.OPEN or (invitation.is_limited and not homes):
            raise InvitationClosedError
        user.email, user.is_staff = invitation.email, True
        user.save()
        user.groups.add(invitation.role)
        EditingRight.objects.bulk_create(EditingRight(user=user, home=home) for home in homes)
        invitation.accepted_at = timezone.now()
        invitation.save(update_fields=["accepted_at"])
