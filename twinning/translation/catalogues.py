"""Gettext catalogues: what is wrong with one, bringing it up to date, compiling it.

Everything here works on files and Babel's `Catalog` alone, without GNU gettext and without
Django, so that the same rules hold on any machine. Only collecting the messages of the code
needs GNU gettext; that is in the command `update_catalogues`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import c2py
from itertools import combinations
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from twinning.translation.typography import keep_together

ADDRESS = "address"  # the context of texts that are parts of addresses
PROJECT, PROJECT_VERSION = "Partner cities", "1"
HEADER = "# Interface texts of the site; brought up to date by `make messages`."

# Python's %-placeholders without the space flag, which in a sentence is nearly always a lost
# conversion ("%(days) dni"), and str.format's braces.
PLACEHOLDER = re.compile(
    r"%%|%(?P<name>\(\w+\))?[#0+-]*\d*(?:\.\d+)?(?P<conversion>[diouxXeEfFgGcrsa])"
    r"|(?P<field>\{\w*\})"
)


@dataclass(frozen=True)
class Problem:
    """One thing to put right in a catalogue; `line` is the message's line, 0 for the whole file."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


def problems_of(path: Path, language: str, wanted: Catalog | None = None) -> list[Problem]:
    """Everything wrong with the catalogue at `path`.

    `wanted` holds the messages that the code uses; without it, messages that the catalogue lacks
    altogether go unnoticed.
    """
    if not path.exists():
        return [Problem(path, 0, "there is no such catalogue")]
    try:
        with path.open("rb") as file:
            catalog = read_po(file, locale=language, abort_invalid=True)
    except PoFileError as error:
        return [Problem(path, error.lineno, f"can't be read: {error}")]
    problems = [Problem(path, 0, what) for what in _header_faults(catalog, language)]
    for message in _messages(catalog):
        line = message.lineno or 0
        problems += [Problem(path, line, what) for what in _message_faults(message)]
    problems += [
        Problem(path, message.lineno or 0, f"obsolete: {_quote(message)}")
        for message in catalog.obsolete.values()
    ]
    if wanted is not None:
        problems += [Problem(path, 0, what) for what in _absences(catalog, wanted)]
    return problems


def placeholders(text: str) -> frozenset[str]:
    """The placeholders of a text: `%(name)`, `%s`, `{name}`.

    The conversion of a named one is left out: `%(count)d` may be translated with `%(count)s`.
    """
    return frozenset(
        match["field"] or (f"%{match['name']}" if match["name"] else f"%{match['conversion']}")
        for match in PLACEHOLDER.finditer(text)
        if match[0] != "%%"
    )


def bring_up_to_date(path: Path, language: str, wanted: Catalog, *, is_source: bool) -> None:
    """Rewrite the catalogue at `path` with exactly the messages of `wanted`.

    Translations stay; one whose message changed a little is kept as fuzzy for a person to look at.
    In the catalogue of the language that the messages are written in (`is_source`) each message
    stands for itself.
    """
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
        created = catalog.creation_date
    else:
        catalog = Catalog(locale=language, header_comment=HEADER, fuzzy=False)
        created = wanted.creation_date
    catalog.update(wanted, no_fuzzy_matching=is_source)
    # The day the template was made says nothing and would change the file at every run.
    catalog.creation_date = created
    if is_source:
        for message in _messages(catalog):
            message.string = message.id
            message.flags.discard("fuzzy")
    _fill_header(catalog)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, include_lineno=False, ignore_obsolete=True)


def _fill_header(catalog: Catalog) -> None:
    """Say whose catalogue it is, in place of the tools' blanks."""
    catalog.project, catalog.version = PROJECT, PROJECT_VERSION
    catalog.msgid_bugs_address = catalog.last_translator = ""
    catalog.language_team = ""
    if isinstance(catalog.revision_date, str):
        catalog.revision_date = catalog.creation_date


def _bind_words(catalog: Catalog, language: str) -> None:
    """Set the texts as a typesetter would; only addresses are no text."""
    for message in _messages(catalog):
        if message.context == ADDRESS or not message.string:
            continue
        if isinstance(message.string, str):
            message.string = keep_together(message.string, language)
        else:
            message.string = tuple(keep_together(form, language) for form in message.string)


def compile_stale(locale_dir: Path) -> list[Path]:
    """Write a `.mo` beside each `.po` that is newer than its own; return those written.

    Fuzzy messages are left out, so that a guess never shows.
    """
    written = []
    for source in sorted(locale_dir.glob("*/LC_MESSAGES/*.po")):
        target, language = source.with_suffix(".mo"), source.parent.parent.name
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalog = read_po(file, locale=language)
        _bind_words(catalog, language)
        # Written aside and moved, because a server may be reading the old one.
        draft = target.with_suffix(".mo.new")
        with draft.open("wb") as file:
            write_mo(file, catalog)
        draft.replace(target)
        written.append(target)
    return written


def _messages(catalog: Catalog) -> Iterator[Message]:
    """The messages without the header."""
    return (message for message in catalog if message.id)


def _forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text or ""] if isinstance(text, str) or text is None else [form or "" for form in text]


def _quote(message: Message) -> str:
    return f"“{_forms(message.id)[0]}”"


def _header_faults(catalog: Catalog, language: str) -> Iterator[str]:
    """The header's plural rule must tell apart what the language tells apart (CLDR's rule)."""
    if catalog.fuzzy:
        yield "the header is marked fuzzy"
    category = Locale.parse(language).plural_form
    form = c2py(catalog.plural_expr)
    first_of = {category(number): number for number in range(200, -1, -1)}
    for one, other in combinations(sorted(first_of.values()), 2):
        if form(one) == form(other):
            yield f"the header's plural rule gives {one} and {other} the same form"
    if max(form(number) for number in range(201)) >= catalog.num_plurals:
        yield f"the header's plural rule needs more than its {catalog.num_plurals} forms"


def _message_faults(message: Message) -> Iterator[str]:
    ids, forms = _forms(message.id), _forms(message.string)
    if message.fuzzy:
        yield f"fuzzy: {_quote(message)}"
    for index, form in enumerate(forms):
        # Form 0 is for one thing and may leave the number out as the singular does.
        models = ids if index == 0 else ids[-1:]
        where = _quote(message) + (f", form {index}" if len(ids) > 1 else "")
        if not form:
            yield f"not translated: {where}"
            continue
        if placeholders(form) not in map(placeholders, models):
            names = ", ".join(sorted(placeholders(models[-1]))) or "none"
            yield f"placeholders differ: {where} needs {names}"
        if _edges(form) not in map(_edges, models):
            yield f"white space at an end differs: {where}"


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _absences(catalog: Catalog, wanted: Catalog) -> Iterator[str]:
    for message in _messages(wanted):
        held = catalog.get(_forms(message.id)[0], message.context)
        if held is None:
            yield f"in the code but not here: {_quote(message)}"
        elif held.pluralizable != message.pluralizable:
            yield f"has plural forms in only one of code and catalogue: {_quote(message)}"
