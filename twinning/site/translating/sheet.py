"""One record with all its parts, laid out for a translator: source left, translation right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils.functional import cached_property
from django.utils.text import capfirst

from twinning.dates.fields import HistoricalDateField
from twinning.publishing.fields import RichTextField
from twinning.publishing.models.part import part_relations
from twinning.publishing.words import Segment, compare_words
from twinning.translation.glossary import not_kept
from twinning.translation.memory import Suggestion, suggestions
from twinning.translation.models import GlossaryTerm
from twinning.translation.states import State, TextState, states_of


def records_of(whole: Any) -> list[Any]:
    """The record and all its parts, as `with_parts` has fetched them."""
    return [whole, *_parts(whole)]


def _parts(record: Any) -> Iterator[Any]:
    for relation in part_relations(type(record)):
        for part in getattr(record, relation.get_accessor_name()).all():
            yield part
            yield from _parts(part)


def name_of_text(state: TextState) -> str:
    """What the field is called in the form: “citation-12-claim”."""
    return f"{state.record._meta.model_name}-{state.record.pk}-{state.field}"


def is_rich(state: TextState) -> bool:
    return isinstance(state.record._meta.get_field(state.field), RichTextField)


@dataclass
class Entry:
    """A text with all that helps to translate it."""

    state: TextState
    whole: Any
    input: Any
    offered: Sequence[Suggestion] = ()
    not_kept: Sequence[GlossaryTerm] = ()
    meanwhile: str = ""  # what somebody else has saved there since the form was opened

    @property
    def name(self) -> str:
        return name_of_text(self.state)

    @property
    def label(self) -> str:
        return capfirst(str(self.state.record._meta.get_field(self.state.field).verbose_name))

    @property
    def part(self) -> str:
        """Of a part, which one it is."""
        record = self.state.record
        if record == self.whole:
            return ""
        return f"{capfirst(str(record._meta.verbose_name))}: {record}"

    @property
    def is_rich(self) -> bool:
        return is_rich(self.state)

    @property
    def change(self) -> list[Segment]:
        """The source's change since it was translated, word by word; empty where there is none."""
        if self.state.state is not State.OUTDATED or self.state.made_from is None:
            return []
        return compare_words(self.state.made_from, self.state.source, rich=self.is_rich)


@dataclass
class Sheet:
    """`states` are those of the record and its parts that have a source text."""

    whole: Any
    code: str
    states: list[TextState] = field(default_factory=list)

    @classmethod
    def of(cls, whole: Any, code: str) -> "Sheet":
        return cls(whole, code, states_of(records_of(whole), code))

    @cached_property
    def terms(self) -> list[GlossaryTerm]:
        return list(GlossaryTerm.objects.filter(language=self.code))

    @cached_property
    def offered(self) -> dict[tuple[Any, str], list[Suggestion]]:
        return suggestions(self.states, self.code)

    def entries(self, form: Any, meanwhile: dict[str, str]) -> list[Entry]:
        found = []
        for state in self.states:
            name = name_of_text(state)
            said = str(form[name].value() or "")
            found.append(
                Entry(
                    state,
                    self.whole,
                    form[name],
                    self.offered[state.record, state.field],
                    not_kept(state.source, said, self.terms),
                    meanwhile.get(name, ""),
                )
            )
        return found

    def dates(self) -> list[tuple[str, str, str]]:
        """Each date of the record: its name, and how it reads in either language."""
        source = settings.LANGUAGE_CODE
        return [
            (capfirst(str(each.verbose_name)), value.render(source), value.render(self.code))
            for each in _date_fields(self.whole)
            if (value := getattr(self.whole, each.name))
        ]


def _date_fields(record: Model) -> list[Any]:
    return [each for each in record._meta.concrete_fields if isinstance(each, HistoricalDateField)]
