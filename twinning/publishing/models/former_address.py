"""Addresses that a record had before: readers who still have them are led to the present one."""

from collections.abc import Collection
from typing import Any, Self

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.signals import pre_save
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from twinning.publishing.languages import in_each_language
from twinning.publishing.models.address import SLUG_LENGTH, Addressed


class FormerAddressQuerySet(models.QuerySet["FormerAddress"]):
    def of(self, record: models.Model) -> Self:
        return self.of_model(type(record)).filter(object_id=record.pk)

    def of_model(self, model: type[models.Model]) -> Self:
        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def at_slug(self, slug: str) -> Self:
        """Those in the active language that end in `slug`."""
        return self.filter(language=get_language(), slug=slug)

    def keys(self) -> models.QuerySet["FormerAddress", int]:
        """The numbers of the records."""
        return self.values_list("object_id", flat=True)


class FormerAddress(models.Model):
    """The end of an address at which a public record stood before, in one language.

    A record's present address wins over another's former one. Of several records that have left
    the same address, it leads to the last. A deleted record leaves its own behind, for it may come
    back.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(_("language"), max_length=12)
    slug = models.SlugField(_("address"), max_length=SLUG_LENGTH)
    left_at = models.DateTimeField(_("left"), default=timezone.now)

    objects = models.Manager.from_queryset(FormerAddressQuerySet)()

    class Meta:
        verbose_name = _("earlier address")
        verbose_name_plural = _("earlier addresses")
        ordering = ["language", "slug"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "language", "slug"],
                name="publishing_formeraddress_leads_to_one_record",
            )
        ]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="publishing_formeraddress_of")
        ]

    def __str__(self) -> str:
        return self.slug


def keep_former_addresses() -> None:
    """Connect the signals: django-reversion restores records past `save()`."""
    for model in apps.get_models():
        if issubclass(model, Addressed):
            pre_save.connect(_note_changes, sender=model)


def _note_changes(
    sender: type[models.Model],
    instance: Any,
    update_fields: Collection[str] | None = None,
    **_signal: Any,
) -> None:
    columns = in_each_language("slug")
    if instance.pk is None or not (update_fields is None or set(columns) & set(update_fields)):
        return
    before = sender._base_manager.filter(pk=instance.pk).first()
    for column in columns:
        left = getattr(before, column, "")
        taken = getattr(instance, column)
        if before is not None and left != taken:
            language = column.removeprefix("slug_")
            FormerAddress.objects.of(instance).filter(language=language, slug=taken).delete()
            if left and _was_public(before):
                leave(instance, language, left)


def leave(record: models.Model, language: str, slug: str) -> FormerAddress:
    """Let the address lead to the record from now on."""
    former, _is_new = FormerAddress.objects.update_or_create(
        content_type=ContentType.objects.get_for_model(record),
        language=language,
        slug=slug,
        defaults={"object_id": record.pk, "left_at": timezone.now()},
    )
    return former


def _was_public(before: Any) -> bool:
    """Records without a status, such as places, are public from the start."""
    if not hasattr(before, "published_at"):
        return True
    return before.published_at is not None and before.published_at <= timezone.now()
