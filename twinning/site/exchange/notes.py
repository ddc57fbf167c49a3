"""What a translator should know about a text, in the language of who exports it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from twinning.dates import HistoricalDate
from twinning.site.exchange.tables import field_label, kind_label
from twinning.site.translating.subjects import Subject


@dataclass(frozen=True, slots=True)
class Told:
    """What a record is called, and when it was."""

    name: str
    date: HistoricalDate | None = None


def notes_for(
    subject: Subject, field: str, told: Told, language: str, *, most: int | None, rich: bool
) -> list[str]:
    notes = [_what(subject, field, told)]
    if told.date is not None:
        source = told.date.render(settings.LANGUAGE_CODE)
        target = told.date.render(language)
        text = _("Date: %(source)s – as readers of the translation see it: %(target)s")
        notes.append(text % {"source": source, "target": target})
    if most is not None:
        notes.append(_("At most %(most)d characters.") % {"most": most})
    if rich:
        notes.append(_("With markup: leave the tags as they are and translate between them."))
    return notes


def what(subject: Subject, field: str) -> str:
    """“Agreement → Act: venue”."""
    kinds = [subject.whole, subject.model] if subject.path else [subject.whole]
    path = " → ".join(kind_label(kind) for kind in kinds)
    return _("%(kind)s: %(field)s") % {"kind": path, "field": field_label(subject.model, field)}


def _what(subject: Subject, field: str, told: Told) -> str:
    text = _("%(what)s – “%(record)s”")
    return text % {"what": what(subject, field), "record": told.name}
