"""One text of the interface, with what the catalogue says and what was changed on the site."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from django.conf import settings

from twinning.translation.catalogues import ADDRESS, forms_of, messages_of
from twinning.translation.extraction import catalogue_path
from twinning.translation.faults import Fault, faults_of
from twinning.translation.models import ChangedMessage, key_of


class CatalogueError(Exception):
    """The catalogue of a language is missing or broken; says what is wrong with it."""


@dataclass(frozen=True)
class InterfaceText:
    """`written` is what the catalogue in `locale/` says, `change` what was worded on the site."""

    key: str
    context: str
    ids: list[str]
    written: list[str]
    is_fuzzy: bool
    places: list[str]
    comments: list[str]
    change: ChangedMessage | None = None

    @cached_property
    def forms(self) -> list[str]:
        """What readers get, or would get if it were whole."""
        return self.change.forms if self.change and self.holds else self.written

    @cached_property
    def holds(self) -> bool:
        """Whether the change still answers to what the catalogue says, and is in force."""
        change = self.change
        return (
            change is not None
            and change.made_from == self.written
            and len(change.forms) == len(self.written)
            and not any(self.faults_with(change.forms))
        )

    @property
    def is_contested(self) -> bool:
        """The catalogue has said something new since the text was changed on the site."""
        return self.change is not None and not self.holds and self.change.forms != self.written

    @property
    def is_changed(self) -> bool:
        return self.holds and self.forms != self.written

    @property
    def is_untranslated(self) -> bool:
        return not any(self.forms)

    @property
    def is_doubtful(self) -> bool:
        return self.is_fuzzy and not self.holds

    @property
    def is_address(self) -> bool:
        return self.context == ADDRESS

    @cached_property
    def faults(self) -> list[Fault]:
        return [] if self.is_untranslated else self.faults_with(self.forms)

    def faults_with(self, forms: list[str]) -> list[Fault]:
        return list(faults_of(self.ids, forms))

    @property
    def has_problem(self) -> bool:
        return bool(self.is_untranslated or self.is_doubtful or self.is_contested or self.faults)


def catalogue_of(language: str) -> Catalog:
    """The catalogue in `locale/`, read anew when its file has changed. Not to be changed itself."""
    catalog, _texts = _found(language)
    return catalog


def texts_of(language: str) -> list[InterfaceText]:
    """All texts, in the order of the catalogue. Asks the database once."""
    changes = {change.key: change for change in ChangedMessage.objects.in_language(language)}
    return texts_with(language, changes)


def texts_with(language: str, changes: dict[str, ChangedMessage]) -> list[InterfaceText]:
    _catalog, texts = _found(language)
    return [with_change(text, changes.get(key)) for key, text in texts.items()]


def text_in(language: str, key: str) -> InterfaceText | None:
    _catalog, texts = _found(language)
    if key not in texts:
        return None
    changes = ChangedMessage.objects.in_language(language).filter(key=key)
    return with_change(texts[key], changes.first())


def _found(language: str) -> tuple[Catalog, dict[str, InterfaceText]]:
    path = catalogue_path(language)
    try:
        found = path.stat()
        return _read(path, language, found.st_mtime_ns, found.st_size)
    except (OSError, PoFileError, ValueError) as error:
        raise CatalogueError(str(error)) from error


@lru_cache(maxsize=8)
def _read(
    path: Path, language: str, _changed: int, _size: int
) -> tuple[Catalog, dict[str, InterfaceText]]:
    with path.open("rb") as file:
        catalog = read_po(file, locale=language, abort_invalid=True)
    texts = (text_from(message) for message in messages_of(catalog))
    return catalog, {text.key: text for text in texts}


def text_among(texts: Iterable[InterfaceText], key: str) -> InterfaceText | None:
    return next((text for text in texts if text.key == key), None)


def text_key(message: Message) -> str:
    return key_of(forms_of(message.id)[0], message.context or "")


def text_from(message: Message) -> InterfaceText:
    return InterfaceText(
        key=text_key(message),
        context=message.context or "",
        ids=forms_of(message.id),
        written=forms_of(message.string),
        is_fuzzy=bool(message.fuzzy),
        places=sorted({path for path, _line in message.locations}),
        comments=[*message.auto_comments, *message.user_comments],
    )


def with_change(text: InterfaceText, change: ChangedMessage | None) -> InterfaceText:
    return text if change is None else replace(text, change=change)


def address_segments() -> set[str]:
    """The parts of addresses that are texts, in every language, without what ends them."""
    segments = set()
    for code, _name in settings.LANGUAGES:
        with suppress(CatalogueError):  # of a language whose addresses are another's
            for text in texts_of(code):
                if text.is_address:
                    segments |= {form.split("/", 1)[0] for form in (*text.forms, *text.written)}
    return segments
