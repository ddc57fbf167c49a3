"""How far a booklet is, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.booklet.choice import Choice, Format
from events.booklet.make import Step
from events.models import BookletOrder
from twinning.dates import HistoricalDate

State = BookletOrder.State


@dataclass(frozen=True, slots=True)
class Standing:
    """What `events/booklet.html` tells. `steps`: each with “done”, “current” or “to come”."""

    is_made: bool = False
    is_in_hand: bool = False
    is_outdated: bool = False
    fault: str = ""
    details: str = ""
    waiting: str = ""
    steps: tuple[tuple[str, str], ...] = ()


def standing(order: BookletOrder | None, choice: Choice, mark: str) -> Standing:
    if order is None:
        return Standing()
    if order.is_made_of(mark):
        return Standing(is_made=True, details=_details(order, choice))
    if order.state == State.FAILED:
        return Standing(fault=str(BookletOrder.Fault(order.fault or "broken").label))
    if order.is_in_hand:
        waiting = _waiting(order) if order.state == State.WAITING else ""
        return Standing(is_in_hand=True, waiting=waiting, steps=tuple(_steps(order.step)))
    return Standing(is_outdated=True)


def _steps(current: str) -> list[tuple[str, str]]:
    reached = Step.values.index(current) if current in Step.values else -1
    told = []
    for place, step in enumerate(Step):
        how = "done" if place < reached else "current" if place == reached else "to come"
        told.append((str(step.label), how))
    return told


def _waiting(order: BookletOrder) -> str:
    ahead = order.ahead
    if not ahead:
        return _("It is next.")
    text = ngettext(
        "%(count)s booklet is made before it.", "%(count)s booklets are made before it.", ahead
    )
    return text % {"count": ahead}


def _details(order: BookletOrder, choice: Choice) -> str:
    """“PDF, 1.2 MB, 24 November 2026”."""
    name = {Format.PDF: "PDF", Format.EPUB: "EPUB"}[Format(choice.format)]
    return ", ".join([name, filesizeformat(order.size), _day(order.made_at)])


def _day(moment: datetime | None) -> str:
    day = timezone.localtime(moment or timezone.now()).date()
    return HistoricalDate.of_day(day).render()
