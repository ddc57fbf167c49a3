"""What can be wrong with one translation: the same rules in CI, in the admin and for files."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

# Python's %-placeholders without the space flag, which in a sentence is nearly always a lost
# conversion ("%(days) dni"), and str.format's braces.
PLACEHOLDER = re.compile(
    r"%%|%(?P<name>\(\w+\))?[#0+-]*\d*(?:\.\d+)?(?P<conversion>[diouxXeEfFgGcrsa])"
    r"|(?P<field>\{\w*\})"
)
TAG = re.compile(r"<[^>]*>")
# Templates don't escape their own texts, so a text that brings these with it could bring a script.
MARKUP = '<>"&'


class Wrong(Enum):
    EMPTY = "not translated: {where}"
    PLACEHOLDERS = "placeholders differ: {where} needs {names}"
    EDGES = "white space at an end differs: {where}"
    MARKUP = "markup differs: {where}"
    FORMS = "has more or fewer plural forms than the language: {where}"


@dataclass(frozen=True, slots=True)
class Fault:
    """`form` counts the plural forms from 0; `names` are the placeholders that are needed."""

    wrong: Wrong
    form: int | None = None
    names: str = ""


def faults_of(ids: Sequence[str], forms: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with the forms that a text, or its singular and plural, is translated with."""
    for index, form in enumerate(forms):
        # Form 0 is for one thing and may leave the number out as the singular does.
        models = ids if index == 0 else ids[-1:]
        where = index if len(ids) > 1 else None
        if not form:
            yield Fault(Wrong.EMPTY, where)
            continue
        if placeholders(form) not in map(placeholders, models):
            names = ", ".join(sorted(placeholders(models[-1]))) or "none"
            yield Fault(Wrong.PLACEHOLDERS, where, names)
        if _edges(form) not in map(_edges, models):
            yield Fault(Wrong.EDGES, where)
        if not any(_keeps_markup(form, model) for model in models):
            yield Fault(Wrong.MARKUP, where)


def placeholders(text: str) -> frozenset[str]:
    """The placeholders of a text: `%(name)`, `%s`, `{name}`.

    The conversion of a named one is left out: `%(count)d` may be translated with `%(count)s`.
    """
    return frozenset(
        match["field"] or (f"%{match['name']}" if match["name"] else f"%{match['conversion']}")
        for match in PLACEHOLDER.finditer(text)
        if match[0] != "%%"
    )


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _keeps_markup(form: str, model: str) -> bool:
    """The same tags in any order, and no sign of HTML that the source hasn't."""
    same = sorted(TAG.findall(form)) == sorted(TAG.findall(model))
    return same and all(form.count(sign) <= model.count(sign) for sign in MARKUP)
