"""Gettext catalogues: what is wrong with one, bringing it up to date, compiling it.

Everything here works on files and Babel's `Catalog` alone, without GNU gettext and without
Django, so that the same rules hold on any machine. Only collecting the messages of the code
needs GNU gettext; that is in the command `update_catalogues`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import c2py
from itertools import combinations
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from twinning.translation.faults import faults_of
from twinning.translation.typography import keep_together

ADDRESS = "address"  # the context of texts that are parts of addresses
PROJECT, PROJECT_VERSION = "Partner cities", "1"
HEADER = "# Interface texts of the site; brought up to date by `make messages`."


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
    problems = [Problem(path, 0, what) for what in header_faults(catalog, language)]
    for message in messages_of(catalog):
        line = message.lineno or 0
        problems += [Problem(path, line, what) for what in _message_faults(message)]
    problems += [
        Problem(path, message.lineno or 0, f"obsolete: {_quote(message)}")
        for message in catalog.obsolete.values()
    ]
    if wanted is not None:
        problems += [Problem(path, 0, what) for what in _absences(catalog, wanted)]
    return problems


def bring_up_to_date(path: Path, language: str, wanted: Catalog, *, is_source: bool) -> Catalog:
    """Rewrite the catalogue at `path` with the messages of `wanted`; return it.

    Translations stay; one whose message changed a little is kept as fuzzy for a person to look at,
    and one whose message is gone stays in the file as obsolete, until `forget_obsolete`.
    In the catalogue of the language that the messages are written in (`is_source`) each message
    stands for itself, unless it has been worded otherwise.
    """
    if path.exists():
        catalog = read_catalogue(path, language)
        created = catalog.creation_date
    else:
        catalog = Catalog(locale=language, header_comment=HEADER, fuzzy=False)
        created = wanted.creation_date
    catalog.update(wanted, no_fuzzy_matching=is_source)
    # The day the template was made says nothing and would change the file at every run.
    catalog.creation_date = created
    if is_source:
        _stand_for_themselves(catalog)
    _sort_out_obsolete(catalog)
    _fill_header(catalog)
    write_catalogue(path, catalog)
    return catalog


def forget_obsolete(path: Path, language: str) -> None:
    """Drop the translations whose messages are gone, once somebody has looked at them."""
    catalog = read_catalogue(path, language)
    catalog.obsolete.clear()
    write_catalogue(path, catalog)


def read_catalogue(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write_catalogue(path: Path, catalog: Catalog) -> None:
    """Written aside and moved: a full disk leaves the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".po.new")
    with draft.open("wb") as file:
        write_po(file, catalog, include_lineno=False)
    draft.replace(path)


def _stand_for_themselves(catalog: Catalog) -> None:
    for message in messages_of(catalog):
        if not all(forms_of(message.string)):
            message.string = message.id
        message.flags.discard("fuzzy")


def _sort_out_obsolete(catalog: Catalog) -> None:
    """A message that has come back gets its translation back; what says nothing is no loss."""
    for key, gone in list(catalog.obsolete.items()):
        message = catalog.get(forms_of(gone.id)[0], gone.context)
        says = any(forms_of(gone.string)) and gone.string != gone.id
        if message is not None and message.pluralizable == gone.pluralizable:
            if says and (message.fuzzy or not any(forms_of(message.string))):
                message.string = gone.string
                message.flags.discard("fuzzy")
                message.previous_id = []
            says = False
        if not says:
            del catalog.obsolete[key]


def _fill_header(catalog: Catalog) -> None:
    """Say whose catalogue it is, in place of the tools' blanks."""
    catalog.project, catalog.version = PROJECT, PROJECT_VERSION
    catalog.msgid_bugs_address = catalog.last_translator = ""
    catalog.language_team = ""
    if isinstance(catalog.revision_date, str):
        catalog.revision_date = catalog.creation_date


def bind_words(catalog: Catalog, language: str) -> None:
    """Set the texts as a typesetter would; only addresses are no text."""
    for message in messages_of(catalog):
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
        catalog = read_catalogue(source, language)
        bind_words(catalog, language)
        # Written aside and moved, because a server may be reading the old one.
        draft = target.with_suffix(".mo.new")
        with draft.open("wb") as file:
            write_mo(file, catalog)
        draft.replace(target)
        written.append(target)
    return written


def messages_of(catalog: Catalog) -> Iterator[Message]:
    """The messages without the header."""
    return (message for message in catalog if message.id)


def forms_of(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    """The forms of a text, of which there is one where it has no plural."""
    return [text or ""] if isinstance(text, str) or text is None else [form or "" for form in text]


def _quote(message: Message) -> str:
    return f"“{forms_of(message.id)[0]}”"


def header_faults(catalog: Catalog, language: str) -> Iterator[str]:
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
    ids = forms_of(message.id)
    if message.fuzzy:
        yield f"fuzzy: {_quote(message)}"
    for fault in faults_of(ids, forms_of(message.string)):
        where = _quote(message) + ("" if fault.form is None else f", form {fault.form}")
        yield fault.wrong.value.format(where=where, names=fault.names)


def _absences(catalog: Catalog, wanted: Catalog) -> Iterator[str]:
    for message in messages_of(wanted):
        held = catalog.get(forms_of(message.id)[0], message.context)
        if held is None:
            yield f"in the code but not here: {_quote(message)}"
        elif held.pluralizable != message.pluralizable:
            yield f"has plural forms in only one of code and catalogue: {_quote(message)}"
