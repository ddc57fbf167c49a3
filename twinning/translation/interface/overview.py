"""How complete the catalogues are, language by language."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from twinning.translation.catalogues import forms_of, header_faults
from twinning.translation.interface.listing import FILTERS, PROBLEMS
from twinning.translation.interface.texts import (
    CatalogueError,
    InterfaceText,
    catalogue_of,
    texts_with,
)
from twinning.translation.models import ChangedMessage


@dataclass(frozen=True, slots=True)
class State:
    """Of one catalogue. `fault` says why it can't be read or what is wrong with its header."""

    code: str
    texts: Sequence[InterfaceText] = ()
    left: Sequence[ChangedMessage] = ()
    gone: Sequence[tuple[str, str]] = ()
    fault: str = ""

    @property
    def language(self) -> str:
        return str(dict(settings.LANGUAGES)[self.code])

    @property
    def counts(self) -> dict[str, int]:
        return {name: sum(map(is_so, self.texts)) for name, (_, is_so) in FILTERS.items()}

    @property
    def problems(self) -> dict[str, int]:
        """The kinds of problems that there are, by their filter, with how many texts have them."""
        counts = self.counts
        return {name: counts[name] for name in PROBLEMS if counts[name]}

    @property
    def has_problem(self) -> bool:
        return bool(self.fault or self.left or self.gone or self.problems)

    @property
    def done(self) -> int:
        """Per cent of texts without a problem; 100 only when all are."""
        good = sum(not text.has_problem for text in self.texts)
        return 100 * good // len(self.texts) if self.texts else 0


def states() -> list[State]:
    """Of all languages, for one query."""
    changes: dict[str, dict[str, ChangedMessage]] = defaultdict(dict)
    for change in ChangedMessage.objects.all():
        changes[change.language][change.key] = change
    return [_state(code, changes[code]) for code, _name in settings.LANGUAGES]


def _state(code: str, changes: dict[str, ChangedMessage]) -> State:
    try:
        catalog = catalogue_of(code)
    except CatalogueError as error:
        return State(code, fault=str(error))
    texts = texts_with(code, changes)
    known = {text.key for text in texts}
    gone = [
        (forms_of(message.id)[0], forms_of(message.string)[0])
        for message in catalog.obsolete.values()
    ]
    return State(
        code,
        texts,
        [change for key, change in changes.items() if key not in known],
        gone,
        "; ".join(header_faults(catalog, code)),
    )
