"""Files follow the database: what a transaction leaves out doesn't stay on the disk either."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models.fields.files import FieldFile

_noted: ContextVar[list[tuple[FieldFile, set[str]]] | None] = ContextVar("noted", default=None)


@contextmanager
def only_what_is_kept() -> Iterator[None]:
    """Take off the disk, at the end of the block, each file stored inside that no record names.

    It goes around the transaction, not into it: an error and a deliberate roll-back both count.
    """
    token = _noted.set([])
    try:
        yield
    finally:
        noted = _noted.get() or []
        _noted.reset(token)
        for file, names in noted:
            for name in names - _kept(file):
                file.storage.delete(name)


def note(file: FieldFile) -> None:
    """Have the files of `file` looked at in the end. Outside of a block nothing happens."""
    noted = _noted.get()
    if noted is not None:
        noted.append((file, names_of(file)))


def names_of(file: FieldFile) -> set[str]:
    """The file and, of a picture, its widths and crops."""
    renditions: set[Any] = getattr(file, "get_picture_files_list", set)()
    return {str(file.name), *(each.name for each in renditions)}


def _kept(file: FieldFile) -> set[str]:
    records = file.field.model._base_manager.filter(**{file.field.name: file.name})
    return {name for each in records for name in names_of(getattr(each, file.field.name))}
