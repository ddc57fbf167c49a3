"""Which models have texts to be translated, and how each leads to the record it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Model

from partners.models import Partnership
from twinning.publishing.models.part import part_relations
from twinning.site.desk.worker import Worker
from twinning.translation.coverage import translated_texts

# Tenths of what a reader sees of a text: the smaller, the sooner it is to be translated.
WEIGHTS = {
    ("partnership", "summary"): 1,
    ("partnership", "introduction"): 1,
    ("place", "name"): 1,
    ("topic", "name"): 1,
    ("reasontovisit", "title"): 2,
    ("reasontovisit", "text"): 2,
    ("yearnote", "headline"): 2,
    ("yearnote", "lead"): 2,
    ("source", "transcription"): 9,
    ("citation", "locator"): 9,
    ("citation", "claim"): 7,
    ("image", "alt"): 4,
}
OF_A_FIELD = {
    "title": 3,
    "name": 3,
    "short_name": 3,
    "summary": 3,
    "body": 4,
    "description": 4,
    "aims": 4,
    "note": 8,
    "rights": 9,
    "issuer": 6,
    "addressee": 6,
}
OTHERWISE = 5


def weight_of(model: type[Model], field: str) -> int:
    own = WEIGHTS.get((model._meta.model_name or "", field))
    return own or OF_A_FIELD.get(field, OTHERWISE)


@dataclass(frozen=True, slots=True)
class Subject:
    """A model with texts, and the way from it to its record: “delegation__event”, "" for itself."""

    model: type[Model]
    whole: type[Model]
    path: str

    def at(self, name: str) -> str:
        """The lookup of a field of the whole."""
        return f"{self.path}__{name}" if self.path else name

    @property
    def key_of_whole(self) -> F:
        return F(f"{self.path}__pk") if self.path else F("pk")

    @property
    def texts(self) -> list[str]:
        return translated_texts(self.model)

    def records(self, wholes: Any) -> Any:
        """Those of these wholes, as a plain query set; modeltranslation would shuffle columns."""
        if not self.path:
            return wholes.order_by().rewrite(False)
        records: Any = self.model._default_manager
        return (
            records.order_by()
            .rewrite(False)
            .filter(**{f"{self.path}__in": wholes.order_by().values("pk")})
        )


def subjects_for(worker: Worker) -> list[Subject]:
    """All that the worker may translate: records first, then their parts."""
    return [each for model in worker.translated_kinds() for each in subjects_of(model)]


def subjects_of(whole: type[Model]) -> Iterator[Subject]:
    if translated_texts(whole):
        yield Subject(whole, whole, "")
    for model, path in _parts(whole, ""):
        if translated_texts(model):
            yield Subject(model, whole, path)


def _parts(model: type[Model], path: str) -> Iterator[tuple[type[Model], str]]:
    for relation in part_relations(model):
        own = f"{relation.field.name}__{path}" if path else relation.field.name
        yield relation.related_model, own
        yield from _parts(relation.related_model, own)


def partnership_path(worker: Worker, model: type[Model]) -> str | None:
    """The lookup from a record to the partnerships it belongs to; None where it has none."""
    if model is Partnership:
        return "pk"
    owners = getattr(worker.site.get_model_admin(model), "owner_fields", ())
    for name in owners:
        if model._meta.get_field(name).related_model is Partnership:
            return str(name)
    return None
