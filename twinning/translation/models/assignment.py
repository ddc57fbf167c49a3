from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def open(self) -> Self:
        return self.filter(done_at=None)

    def in_language(self, code: str) -> Self:
        return self.filter(language=code)

    def of(self, whole: models.Model) -> Self:
        return self.filter(whole_type=ContentType.objects.get_for_model(whole), whole_id=whole.pk)

    def of_kind(self, model: type[models.Model]) -> Self:
        return self.filter(whole_type=ContentType.objects.get_for_model(model))


class Assignment(models.Model):
    """Who is to translate a record with its parts into a language, and a note for them.

    It is open until somebody marks it done.
    """

    whole_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    whole_id = models.PositiveBigIntegerField()
    language = models.CharField(_("language"), max_length=12)
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("translator"),
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    assigned_at = models.DateTimeField(_("assigned"), default=timezone.now)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    objects = models.Manager.from_queryset(AssignmentQuerySet)()

    class Meta:
        verbose_name = _("assignment of a translation")
        verbose_name_plural = _("assignments of translations")
        ordering = ["assigned_at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["whole_type", "whole_id", "language"],
                name="translation_assignment_once_per_record",
            )
        ]
        indexes = [
            models.Index(fields=["translator", "done_at"], name="translation_assigned_to"),
        ]

    def __str__(self) -> str:
        return f"{self.whole_type} {self.whole_id} ({self.language})"

    @classmethod
    def note_down(cls, whole: Any, code: str, *, translator: Any, note: str, done: bool) -> None:
        """Set who translates the record; nobody, nothing said and nothing done leaves no row."""
        known = cls.objects.of(whole).in_language(code)
        if translator is None and not note and not done:
            known.delete()
            return
        found = known.first() or cls(
            whole_type=ContentType.objects.get_for_model(whole), whole_id=whole.pk, language=code
        )
        if found.translator_id != getattr(translator, "pk", None):
            found.assigned_at = timezone.now()
        found.translator, found.note = translator, note
        found.done_at = (found.done_at or timezone.now()) if done else None
        found.save()
