"""Let the files on the disk follow the records: replaced, cropped anew, removed."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save

from twinning.media.models import Document, Image, Upload

MODELS: tuple[type[Upload], ...] = (Image, Document)


def remember_file(instance: Any, raw: bool = False, **_kwargs: Any) -> None:
    known = instance.pk is not None and not raw
    before = type(instance)._base_manager.filter(pk=instance.pk).first() if known else None
    instance.__dict__["_before"] = before


def follow_change(instance: Any, **_kwargs: Any) -> None:
    before = instance.__dict__.pop("_before", None)
    if before is None or not before.file:
        return
    if before.file.name != instance.file.name:
        transaction.on_commit(lambda: before.file.delete(save=False))
    elif isinstance(instance, Image):
        instance.file.update_all(before.file)  # crops, if the focal point has moved


def remove_file(instance: Any, **_kwargs: Any) -> None:
    if instance.file:
        # The name and size are all that the deletion needs; the row is gone by then.
        transaction.on_commit(lambda: instance.file.delete(save=False))


def connect() -> None:
    for model in MODELS:
        pre_save.connect(remember_file, sender=model)
        post_save.connect(follow_change, sender=model)
        post_delete.connect(remove_file, sender=model)
