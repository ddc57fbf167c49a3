"""What stands in the way of a translation, as reasons in words for a translator."""

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from twinning.translation.exchange.languages import Finding, language_finding
from twinning.translation.exchange.markup import markup_faults, placeholder_faults

# What XML 1.0 can't hold, and neither should a text: control characters, halves of pairs, and
# the two that are no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def faults_of(
    source: str, target: str, *, language: str, max_length: int | None, is_rich: bool
) -> Iterator[ValidationError]:
    """Every reason not to take the target; `source` is what the site says now."""
    if found := _FORBIDDEN.search(target):
        text = _("It holds a character that no text may hold: U+%(number)s.")
        yield ValidationError(text, code="character", params={"number": f"{ord(found[0]):04X}"})
    if max_length is not None and len(target) > max_length:
        text = _("It is too long: %(length)d characters where %(most)d fit.")
        params = {"length": len(target), "most": max_length}
        yield ValidationError(text, code="length", params=params)
    if names := placeholder_faults(source, target):
        text = _("Placeholders differ from the source: %(names)s.")
        yield ValidationError(text, code="placeholders", params={"names": ", ".join(names)})
    if names := markup_faults(source, target, is_rich=is_rich):
        text = _("Markup differs from the source: %(names)s.")
        yield ValidationError(text, code="markup", params={"names": ", ".join(names)})
    if language_finding(target, language) is Finding.WRONG:
        text = _("The text doesn’t seem to be in the language of the file.")
        yield ValidationError(text, code="language")


def has_forbidden_characters(text: str) -> bool:
    return bool(_FORBIDDEN.search(text))
