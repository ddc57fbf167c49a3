from hashlib import sha256
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ChangedMessageQuerySet(models.QuerySet["ChangedMessage"]):
    def in_language(self, code: str) -> Self:
        return self.filter(language=code)


class ChangedMessage(models.Model):
    """A text of the interface as a translator has worded it on the site.

    The catalogues in `locale/` come with the code and may not be writable here, so what is worded
    on the site is kept beside them and laid over them. `made_from` is what the catalogue said then:
    once it says something else, the change no longer holds and waits for somebody to decide.
    """

    language = models.CharField(_("language"), max_length=12)
    key = models.CharField(max_length=64, editable=False)
    context = models.CharField(_("context"), max_length=200, blank=True)
    message = models.TextField(_("source text"))
    plural = models.TextField(_("source text, plural"), blank=True)
    forms = models.JSONField(_("text"), default=list)
    made_from = models.JSONField(default=list)
    note = models.TextField(_("note"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    user_name = models.CharField(_("user"), max_length=200)
    updated_at = models.DateTimeField(_("last changed"), default=timezone.now)

    objects = models.Manager.from_queryset(ChangedMessageQuerySet)()

    class Meta:
        verbose_name = _("interface text")
        verbose_name_plural = _("interface texts")
        ordering = ["language", "pk"]
        default_permissions = ("change",)
        constraints = [
            models.UniqueConstraint(
                fields=["language", "key"], name="translation_message_changed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.message[:60]} ({self.language})"


class MessageEdit(models.Model):
    """What somebody did with a text of the interface, and what it said before. Never changed.

    An empty `after` says that the change was taken back, and the catalogue's own text holds again.
    """

    language = models.CharField(_("language"), max_length=12)
    key = models.CharField(max_length=64)
    message = models.TextField(_("source text"))
    before = models.JSONField(_("text before"), default=list)
    after = models.JSONField(_("text after"), default=list)
    moment = models.DateTimeField(_("moment"), default=timezone.now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("user"),
    )
    user_name = models.CharField(_("user"), max_length=200)

    class Meta:
        verbose_name = _("change of an interface text")
        verbose_name_plural = _("changes of interface texts")
        ordering = ["-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["language", "key"], name="translation_edit_of_message")]

    def __str__(self) -> str:
        return f"{self.message[:60]} ({self.language})"


def key_of(message: str, context: str = "") -> str:
    """The same text in another context is another message, as in a catalogue."""
    return sha256(f"{context}\x04{message}".encode()).hexdigest()
