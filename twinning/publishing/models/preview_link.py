from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from twinning.publishing.models.working_copy import WorkingCopy


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def at_token(self, token: str) -> Self:
        """The one with this secret. It is compared by its hash, so timing tells nothing of it."""
        return self.filter(token_hash=hash_of(token))

    def of(self, record: models.Model) -> Self:
        return self.filter(
            content_type=ContentType.objects.get_for_model(record), object_id=record.pk
        )

    def of_copy(self, copy: WorkingCopy) -> Self:
        return self.filter(copy_key=copy.key)

    def working(self) -> Self:
        return self.filter(withdrawn_at=None, expires_at__gt=timezone.now())


class PreviewLink(models.Model):
    """An address at which somebody without an account sees one unpublished page.

    Its secret is shown once, to its maker; only its hash is kept. With `copy_key` it shows that
    working copy as it is when opened, else the record as it is saved. A link works as long as its
    maker may show the page.
    """

    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    copy_key = models.UUIDField(null=True, blank=True, editable=False)
    title = models.CharField(_("entry"), max_length=300)
    maker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,  # accounts are closed by deactivating them
        related_name="preview_links",
        verbose_name=_("made by"),
    )
    note = models.CharField(_("for whom"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    expires_at = models.DateTimeField(_("works until"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)
    open_count = models.PositiveIntegerField(_("times opened"), default=0)

    objects = models.Manager.from_queryset(PreviewLinkQuerySet)()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="publishing_link_of_record"),
            models.Index(fields=["copy_key"], name="publishing_link_of_copy"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.note})" if self.note else self.title

    def give_token(self) -> str:
        """A new secret, for its maker's eyes; it can't be read from the link again."""
        token = token_urlsafe(32)
        self.token_hash = hash_of(token)
        return token

    @property
    def is_working(self) -> bool:
        return self.withdrawn_at is None and self.expires_at > timezone.now()

    @property
    def standing(self) -> str:
        """Whether it works, for its editors."""
        if self.withdrawn_at is not None:
            return pgettext("link", "withdrawn")
        return pgettext("link", "works") if self.is_working else pgettext("link", "expired")

    @property
    def record(self) -> Any:
        """The record it leads to; None for a new one, or where it has been deleted."""
        model = self.content_type.model_class()
        if model is None or self.object_id is None:
            return None
        return model._default_manager.filter(pk=self.object_id).first()

    @property
    def copy(self) -> WorkingCopy | None:
        """The working copy it leads to, unless that has been published or discarded since."""
        if self.copy_key is None:
            return None
        copies = WorkingCopy.objects.filter(key=self.copy_key, content_type=self.content_type)
        return copies.select_related("author").first()

    def withdraw(self) -> None:
        self.withdrawn_at = timezone.now()
        self.save(update_fields=["withdrawn_at"])

    def note_opening(self) -> None:
        opened = PreviewLink.objects.filter(pk=self.pk)
        opened.update(open_count=F("open_count") + 1, opened_at=timezone.now())


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()
