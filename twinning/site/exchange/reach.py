from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import Model

from twinning.publishing.models import Publishable, Status, User, Versioned
from twinning.site.desk.worker import Worker
from twinning.translation.coverage import translated_texts


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose records are meant: those that somebody works on, or all where nobody is named."""

    worker: Worker | None = None

    @property
    def user(self) -> User | None:
        return self.worker.user if self.worker else None

    def kinds(self) -> list[type[Model]]:
        """The kinds of records whose translations may be written."""
        if self.worker:
            return self.worker.translated_kinds()
        return [
            model
            for model in apps.get_models()
            if issubclass(model, Versioned)
            and admin.site.is_registered(model)
            and translated_texts(model)
        ]

    def own(self, model: type[Model]) -> Any:
        return self.worker.own(model) if self.worker else model._default_manager.all()

    def living(self, model: type[Model]) -> Any:
        records = self.own(model)
        if issubclass(model, Publishable):
            return records.exclude(status=Status.ARCHIVED)
        return records

    def may_write(self, model: type[Model], status: str) -> bool:
        """Whether a translation of a record of this status may be saved past its form.

        As in the form: who writes drafts only changes what is published by way of a reviewer.
        """
        if self.worker is None:
            return True
        if not self.worker.may(model, "change"):
            return self.worker.may(model, "translate")
        return status != Status.PUBLISHED or self.worker.may(model, "publish")
