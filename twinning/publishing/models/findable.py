"""Found by any spelling: a column with a record's names and texts, folded.

It is kept by signals, not by `save()`: django-reversion restores records past that. After
`bulk_create()` or `update()`, which send none, call `refresh_keys`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.db.models.signals import post_delete, post_save, pre_save
from django.utils.html import strip_tags

from twinning.letters import folded
from twinning.publishing.languages import in_each_language, translated_fields

_BLOCK = re.compile(r"(?=</?(?:p|br|li|h\d|blockquote)\b)")


class Findable(models.Model):
    """A record that the admin's search finds by any spelling of what `find_fields` name.

    `find_parts` names the fields of rows whose texts count as well, such as former names, by the
    accessor of the rows. Other records search it by the path to its `find_key`.
    """

    find_fields: ClassVar[tuple[str, ...]]
    find_parts: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    find_key = models.TextField(editable=False, default="")

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        fields = kwargs.get("update_fields")
        if fields is not None and not set(_columns(type(self), self.find_fields)).isdisjoint(
            fields
        ):
            kwargs["update_fields"] = {*fields, "find_key"}
        super().save(*args, **kwargs)

    def make_find_key(self) -> str:
        texts = list(_texts(self, self.find_fields))
        for accessor, names in self.find_parts.items() if self.pk else ():
            for part in _parts(self, accessor):
                texts += _texts(part, names)
        return find_key(texts)


def find_key(texts: Iterable[str]) -> str:
    """The words of the texts, folded, each line of words once; of rich text the words alone."""
    words = (folded(_words(text)) for text in texts)
    return "\n".join(dict.fromkeys(filter(None, words)))


def _words(text: str) -> str:
    is_rich = text.startswith("<")
    return unescape(strip_tags(_BLOCK.sub(" ", text))) if is_rich else text


def refresh_keys(records: models.QuerySet[Any]) -> None:
    """Make the keys anew, for instance after rows were written past the signals."""
    for record in records:
        type(record)._base_manager.filter(pk=record.pk).update(find_key=record.make_find_key())


def fill_keys(
    model: type[models.Model],
    names: Iterable[str],
    parts: Mapping[str, Iterable[str]] | None = None,
) -> None:
    """For a migration, whose models know no languages: columns are told by their names."""
    for record in model._default_manager.iterator():
        texts = list(_texts_by_name(record, names))
        for accessor, of_part in (parts or {}).items():
            for part in getattr(record, accessor).all():
                texts += _texts_by_name(part, of_part)
        model._default_manager.filter(pk=record.pk).update(find_key=find_key(texts))


def _texts_by_name(record: models.Model, names: Iterable[str]) -> Iterator[str]:
    wanted = set(names)
    for field in record._meta.concrete_fields:
        if {field.name, field.name.rpartition("_")[0]} & wanted:
            yield str(getattr(record, field.attname) or "")


def keep_keys() -> None:
    """Connect the signals. Called once all models and translations are known."""
    for model in apps.get_models():
        if issubclass(model, Findable):
            pre_save.connect(_keep_own, sender=model)
            for accessor in model.find_parts:
                part = _relation(model, accessor).related_model
                post_save.connect(_keep_whole, sender=part)
                post_delete.connect(_keep_whole, sender=part)


def _keep_own(instance: Any, update_fields: Any = None, **_signal: Any) -> None:
    if update_fields is None or "find_key" in update_fields:
        instance.find_key = instance.make_find_key()


def _keep_whole(sender: type[models.Model], instance: Any, **signal: Any) -> None:
    origin = signal.get("origin", instance)
    if getattr(origin, "model", type(origin)) is not sender:
        return  # the whole itself is being deleted
    for field in sender._meta.concrete_fields:
        if _leads_to_whole(field):
            whole: Any = field.related_model
            refresh_keys(whole._base_manager.filter(pk=getattr(instance, field.attname)))


def _leads_to_whole(field: Any) -> bool:
    whole = field.related_model
    return (
        whole is not None
        and issubclass(whole, Findable)
        and field.remote_field.get_accessor_name() in whole.find_parts
    )


def _parts(record: models.Model, accessor: str) -> models.QuerySet[Any]:
    """As they are saved now, whatever has been fetched before."""
    relation = _relation(type(record), accessor)
    part: type[models.Model] = relation.related_model
    return part._base_manager.filter(**{relation.field.name: record.pk})


def _relation(model: type[models.Model], accessor: str) -> Any:
    return next(
        relation
        for relation in model._meta.related_objects
        if relation.get_accessor_name() == accessor
    )


def _texts(record: models.Model, names: Iterable[str]) -> Iterator[str]:
    for column in _columns(type(record), names):
        yield str(getattr(record, column) or "")


def _columns(model: type[models.Model], names: Iterable[str]) -> Iterator[str]:
    translated = translated_fields(model)
    for name in names:
        yield from in_each_language(name) if name in translated else [name]
