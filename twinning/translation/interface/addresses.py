"""Texts that are parts of addresses: what they may be."""

import re

from django.utils.translation import gettext as _

from twinning.translation.interface.texts import InterfaceText
from twinning.translation.signals import address_wanted

SEGMENT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def address_fault(
    text: InterfaceText, wanted: str, language: str, others: list[InterfaceText]
) -> str | None:
    """Why `wanted` can't stand in addresses in place of the text, or None."""
    ending = text.ids[0][len(_segment(text.ids[0])) :]
    segment = _segment(wanted)
    if not SEGMENT.fullmatch(segment) or wanted != segment + ending:
        return _(
            "A part of an address is of small plain letters, digits and hyphens, and ends in "
            "“%(ending)s”."
        ) % {"ending": ending}
    if any(other.key != text.key and other.is_address and other.forms == [wanted]
           for other in others):  # fmt: skip
        return _("Another part of the addresses is called so already. Choose another one.")
    answers = address_wanted.send(sender=None, language=language, segment=segment)
    if any(taken for _receiver, taken in answers):
        return _("Another page stands at this address already. Choose another one.")
    return None


def _segment(text: str) -> str:
    """Without what ends it: “events.json” → “events”."""
    return re.split(r"[/.]", text, maxsplit=1)[0]
