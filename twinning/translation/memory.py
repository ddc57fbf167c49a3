"""Paragraphs and sentences that have been translated already, offered where they stand again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from twinning.translation.glossary import plain
from twinning.translation.models import OutdatedTranslation, Passage
from twinning.translation.outdated import digest
from twinning.translation.states import State, TextState, states_of

_BLOCK_END = re.compile(r"</(?:p|li|h3|h4|blockquote)>|<br\s*/?>|\n", re.IGNORECASE)
# A full stop after “r.”, “ul.” or an initial ends no sentence.
_SENTENCE_END = re.compile(
    r"(?<=[\w)”\"»][.!?…])(?<!\b\w\.)(?<!\b\w\w\.)\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ„“(\d])"
)
_SHORTEST = 3  # letters: a number alone is no passage


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage of the source, and how it has been translated elsewhere."""

    source: str
    target: str


def passages(text: str) -> list[str]:
    """The paragraphs and, where one has several, their sentences; without marks."""
    found: list[str] = []
    for block in _blocks(text):
        sentences = _SENTENCE_END.split(block)
        found += [block, *sentences] if len(sentences) > 1 else [block]
    return [each for each in dict.fromkeys(found) if len(each) >= _SHORTEST]


def learn(
    records: Iterable[Model], code: str, outdated: Iterable[OutdatedTranslation] | None = None
) -> None:
    """Keep what the texts of these records teach; what they taught before is forgotten.

    Three queries, whatever the number of records; one fewer where the rows of those that are
    `outdated` are known.
    """
    listed = list(records)
    Passage.objects.taught_by(listed).filter(language=code).delete()
    Passage.objects.bulk_create(
        passage for state in states_of(listed, code, outdated) for passage in _taught_by(state)
    )


def suggestions(states: Iterable[TextState], code: str) -> dict[tuple[Any, str], list[Suggestion]]:
    """What is offered for each text, by record and field. One query for all of them."""
    listed = list(states)
    wanted = {digest(each) for state in listed for each in passages(state.source)}
    known = Passage.objects.filter(language=code, digest__in=wanted).order_by("-pk")
    by_digest: dict[str, list[Passage]] = {}
    for passage in known[:1000]:
        by_digest.setdefault(passage.digest, []).append(passage)
    return {(state.record, state.field): _offered(state, by_digest) for state in listed}


def _offered(state: TextState, by_digest: dict[str, list[Passage]]) -> list[Suggestion]:
    kind = ContentType.objects.get_for_model(state.record).pk
    said = plain(state.translation)
    offered: dict[str, Suggestion] = {}
    for passage in passages(state.source):
        for known in by_digest.get(digest(passage), ()):
            own = (known.content_type_id, known.object_id, known.field)
            if own != (kind, state.record.pk, state.field) and known.target not in said:
                offered.setdefault(passage, Suggestion(passage, known.target))
    return list(offered.values())


def _taught_by(state: TextState) -> Iterable[Passage]:
    if state.state is not State.UP_TO_DATE:
        return
    source, target = _blocks(state.source), _blocks(state.translation)
    if len(source) != len(target):
        return
    pairs = dict(zip(source, target, strict=True))
    for before, after in zip(source, target, strict=True):
        sentences, translated = _SENTENCE_END.split(before), _SENTENCE_END.split(after)
        if len(sentences) == len(translated):
            pairs |= dict(zip(sentences, translated, strict=True))
    for before, after in pairs.items():
        if len(before) >= _SHORTEST:
            yield _passage(state, before, after)


def _passage(state: TextState, source: str, target: str) -> Passage:
    record: Model = state.record
    return Passage(
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        field=state.field,
        language=state.language,
        digest=digest(source),
        source=source,
        target=target,
    )


def _blocks(text: str) -> list[str]:
    blocks = (" ".join(plain(block).split()) for block in _BLOCK_END.split(text))
    return [block for block in blocks if block]
