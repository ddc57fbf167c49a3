from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.contrib.admin import AdminSite
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from django.http import HttpRequest
from django.utils import timezone

from partners.models import homes_of
from twinning.publishing.models import Publishable, Status, User, Versioned
from twinning.translation.coverage import translated_texts


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody at the desk: what they may do, and which records are theirs to work on."""

    user: User
    site: AdminSite
    now: datetime
    memo: dict[str, Any] = field(default_factory=dict)  # what several sections need, fetched once

    @classmethod
    def of(cls, request: HttpRequest, site: AdminSite) -> "Worker":
        user: Any = request.user
        return cls(user, site, timezone.now())

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @property
    def is_limited(self) -> bool:
        """Whether some home cities are theirs, and not all."""
        return homes_of(self.user) is not None

    @property
    def is_translator(self) -> bool:
        """Whether texts in other languages are what they are here for."""
        return bool(self.kinds("translate")) and not self.kinds("change")

    def may(self, model: type[Model], *actions: str) -> bool:
        """Whether their groups give them any of the actions on the model."""
        opts = model._meta
        return any(
            self.user.has_perm(f"{opts.app_label}.{action}_{opts.model_name}") for action in actions
        )

    def kinds(self, *actions: str, of: Any = Publishable) -> list[type[Model]]:
        """The kinds of records with a page in the admin, on which they have one of the rights."""
        return [
            model
            for model in apps.get_models()
            if issubclass(model, of)
            and self.site.is_registered(model)
            and self.may(model, *actions)
        ]

    def translated_kinds(self) -> list[type[Model]]:
        """The kinds whose texts in other languages are theirs to write."""
        kinds = self.kinds("translate", "change", of=Versioned)
        return [model for model in kinds if translated_texts(model)]

    def own(self, model: type[Model]) -> Any:
        """The records of a kind that they may work on, by their home cities: its own query set."""
        records: Any = model._default_manager.all()
        if hasattr(records, "editable_by"):
            records = records.editable_by(self.user)
        return records

    def living(self, model: type[Model]) -> Any:
        """Their records without those that have been archived."""
        records = self.own(model)
        if issubclass(model, Publishable):
            return records.exclude(status=Status.ARCHIVED)
        return records

    @staticmethod
    def types_of(kinds: Sequence[type[Model]]) -> dict[type[Model], ContentType]:
        return {**ContentType.objects.get_for_models(*kinds)}

    def within_reach(self, kinds: Sequence[type[Model]]) -> Q:
        """The condition under which a note with `content_type` and `object_id` is about records
        of these kinds that are theirs.
        """
        types = self.types_of(kinds)
        if not self.is_limited:
            return Q(content_type__in=types.values())
        condition = Q(pk__in=[])
        for model, kind in types.items():
            condition |= Q(content_type=kind, object_id__in=self.own(model).values("pk"))
        return condition
