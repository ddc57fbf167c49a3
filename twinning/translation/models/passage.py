from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db import models


class PassageQuerySet(models.QuerySet["Passage"]):
    def taught_by(self, records: list[models.Model]) -> Self:
        """Those that these records taught."""
        condition = models.Q(pk__in=[])
        for model in {type(record) for record in records}:
            keys = [record.pk for record in records if type(record) is model]
            kind = ContentType.objects.get_for_model(model)
            condition |= models.Q(content_type=kind, object_id__in=keys)
        return self.filter(condition)


class Passage(models.Model):
    """A paragraph or sentence that has been translated, to be offered where it stands again.

    Kept for each text of a record as long as its translation is up to date.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    field = models.CharField(max_length=64)
    language = models.CharField(max_length=12)
    digest = models.CharField(max_length=64)
    source = models.TextField()
    target = models.TextField()

    objects = models.Manager.from_queryset(PassageQuerySet)()

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["language", "digest"], name="translation_passage_found"),
            models.Index(fields=["content_type", "object_id"], name="translation_passage_of"),
        ]

    def __str__(self) -> str:
        return self.source
