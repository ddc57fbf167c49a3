"""Take files off the disk, with all their widths, once no record has them any more."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save

from twinning.media.models import Image


def remember_file(instance: Image, **_kwargs: Any) -> None:
    before = Image.objects.filter(pk=instance.pk).first() if instance.pk else None
    instance.__dict__["_file_before"] = before


def remove_replaced_file(instance: Image, **_kwargs: Any) -> None:
    before: Image | None = instance.__dict__.pop("_file_before", None)
    if before is not None and before.file and before.file.name != instance.file.name:
        transaction.on_commit(lambda: before.file.delete(save=False))


def remove_file(instance: Image, **_kwargs: Any) -> None:
    if instance.file:
        # The name and size are all that the deletion needs; the row is gone by then.
        transaction.on_commit(lambda: instance.file.delete(save=False))


def connect() -> None:
    pre_save.connect(remember_file, sender=Image)
    post_save.connect(remove_replaced_file, sender=Image)
    post_delete.connect(remove_file, sender=Image)
