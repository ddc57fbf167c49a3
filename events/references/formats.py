from collections.abc import Callable
from dataclasses import dataclass

from events.references.bibtex import bibtex
from events.references.csl import csl
from events.references.reference import Reference
from events.references.ris import ris


@dataclass(frozen=True, slots=True)
class Format:
    """A format to download: `name` is the end of its address, `label` what its users call it."""

    name: str
    label: str
    extension: str
    media_type: str
    write: Callable[[Reference], str]


FORMATS = {
    each.name: each
    for each in (
        Format("bibtex", "BibTeX", "bib", "application/x-bibtex; charset=utf-8", bibtex),
        Format("ris", "RIS", "ris", "application/x-research-info-systems; charset=utf-8", ris),
        Format("csl-json", "CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl),
    )
}
