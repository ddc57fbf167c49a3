"""A few rows that every page shows, kept in the memory of each process.

They are read again once this process has written to one of their tables, and every few seconds
besides, for what other processes have written; so a page costs no query for its frame. What is
only imagined, for a preview, is read from the database and never kept.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from time import monotonic
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from django.conf import settings
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

Value = TypeVar("Value")

_imagining: ContextVar[bool] = ContextVar("imagining", default=False)
_all: "WeakSet[Kept[Any]]" = WeakSet()


@contextmanager
def imagining() -> Iterator[None]:
    """What is written meanwhile is going to be undone: nobody else may see it."""
    token = _imagining.set(True)
    try:
        yield
    finally:
        _imagining.reset(token)


def forget_everything() -> None:
    """As a new process begins."""
    for kept in _all:
        kept.forget()


class Kept(Generic[Value]):
    """Called, it gives what `read` gave last. The value is shared by all threads: don't change it.

    `settings.FRAME_CHECK_SECONDS` says how old it may be; 0 is for one process alone. Rows written
    by `QuerySet.update()` are noticed only then.
    """

    def __init__(self, read: Callable[[], Value], *models: type[models.Model]) -> None:
        self._read = read
        self._lock = Lock()
        self._held: tuple[Value] | None = None
        self._until = 0.0
        self._writes = 0
        _all.add(self)
        for model in models:
            post_save.connect(self._note, sender=model)
            post_delete.connect(self._note, sender=model)

    def __call__(self) -> Value:
        if _imagining.get():
            return self._read()
        held = self._held
        if held is not None and (not settings.FRAME_CHECK_SECONDS or monotonic() < self._until):
            return held[0]
        return self._renewed()

    def forget(self) -> None:
        with self._lock:
            self._held = None
            self._writes += 1

    def _renewed(self) -> Value:
        writes = self._writes
        value = self._read()
        with self._lock:
            # Written to while it was being read: for this page the value does, for the next not.
            if writes == self._writes:
                self._held = (value,)
                self._until = monotonic() + settings.FRAME_CHECK_SECONDS
        return value

    def _note(self, **_signal: Any) -> None:
        if _imagining.get():
            return
        self.forget()
        # Another thread may have read the rows as they were before they were committed.
        transaction.on_commit(self.forget)
