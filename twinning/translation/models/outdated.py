from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutdatedTranslationQuerySet(models.QuerySet["OutdatedTranslation"]):
    def within(self, whole: models.Model | type[models.Model], key: Any = None) -> Self:
        """Those of a record and of its parts; `key` may be an outer query's."""
        kind = ContentType.objects.get_for_model(whole)
        return self.filter(
            whole_type=kind, whole_id=getattr(whole, "pk", None) if key is None else key
        )

    def of(self, records: "list[models.Model]") -> Self:
        """Those of these records themselves."""
        condition = models.Q(pk__in=[])
        for record in records:
            kind = ContentType.objects.get_for_model(record)
            condition |= models.Q(content_type=kind, object_id=record.pk)
        return self.filter(condition)

    def in_language(self, code: str) -> Self:
        return self.filter(language=code)


class OutdatedTranslation(models.Model):
    """A text of a record, or of a part of one, whose source has changed since it was translated.

    There is a row as long as it is so. `source` is the text that the translation was made from, and
    `digest` its digest: when the source says that again, the translation is up to date again. Rows
    older than this field know the digest alone. A deleted record leaves its rows behind, so that
    they are right when it is recovered; no key is given twice.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    field = models.CharField(_("field"), max_length=64)
    language = models.CharField(_("language"), max_length=12)
    since = models.DateTimeField(_("since"), default=timezone.now)
    digest = models.CharField(max_length=64)
    source = models.TextField(blank=True, default="")
    whole_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    whole_id = models.PositiveBigIntegerField()

    objects = models.Manager.from_queryset(OutdatedTranslationQuerySet)()

    class Meta:
        verbose_name = _("outdated translation")
        verbose_name_plural = _("outdated translations")
        ordering = ["since", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field", "language"],
                name="translation_outdated_once_per_text",
            )
        ]
        indexes = [
            models.Index(
                fields=["whole_type", "whole_id", "language"], name="translation_outdated_of_whole"
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}: {self.field} ({self.language})"
