"""The files: one mapping each, from the kind of record to a list of records."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from events.loading.errors import ChronicleError
from events.loading.subjects import SUBJECTS

# Both read values alone and build no objects; the one written in C is not on every machine.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Entry:
    """One record as written: `subject` is the kind's key in the file, such as “events”."""

    subject: str
    values: dict[str, Any]
    path: Path

    @property
    def key(self) -> str:
        """What other records call this one: its Polish slug, or home/partner for a partnership."""
        if self.subject == "partnerships":
            return f"{self.values.get('home')}/{self.values.get('partner')}"
        if self.subject == "year_notes":
            return "{partnership} {first_year}–{last_year}".format_map(_Missing(self.values))
        slug = self.values.get("slug")
        return str((slug.get(settings.LANGUAGE_CODE) if isinstance(slug, dict) else slug) or "")

    @property
    def where(self) -> str:
        return f"{self.path.name}, {self.subject}, {self.key}"


class _Missing(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


def read_entries(folder: Path) -> Iterator[Entry]:
    """All records of all files. Raises `ChronicleError` for what is no such file."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise ChronicleError(str(folder), "there are no .yaml files here")
    for path in paths:
        for subject, records in _read(path).items():
            if subject not in SUBJECTS:
                raise ChronicleError(path.name, f"“{subject}” is none of {', '.join(SUBJECTS)}")
            if not isinstance(records, list):
                raise ChronicleError(path.name, f"“{subject}” must be a list of records")
            for values in records:
                if not isinstance(values, dict):
                    raise ChronicleError(path.name, f"{subject}: {values!r} is not a record")
                entry = Entry(subject, values, path)
                if not entry.key:
                    raise ChronicleError(f"{path.name}, {subject}", f"no slug in {values!r}")
                yield entry


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 — safe
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ChronicleError(path.name, f"not readable as YAML: {error}") from error
    if not isinstance(content, dict):
        raise ChronicleError(path.name, "must be a mapping from kinds of record to lists")
    return content
