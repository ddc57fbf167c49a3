"""Orders: placed by a visitor's request, carried out by another process, kept while they are right.

The queue is a table (see `BookletOrder`), so it outlives every process that works on it.
"""

import hashlib
import logging
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db.models import Q
from django.utils import timezone

from events.booklet.choice import Choice
from events.booklet.gather import NothingToTellError
from events.booklet.make import Made, make
from events.booklet.mark import current_mark
from events.booklet.pdf.writer import TypesettingError
from events.models import BookletOrder

State, Fault = BookletOrder.State, BookletOrder.Fault

FORGOTTEN = timedelta(days=30)  # a file that nobody has fetched
STALE = timedelta(days=1)  # one that no longer tells the chronicle as it is, and any failure
log = logging.getLogger(__name__)


class QueueFullError(Exception):
    """So many booklets wait that another one has to be asked for later."""


def key_of(choice: Choice, site: str) -> str:
    parts = (
        choice.partnership.pk,
        choice.first_year,
        choice.last_year,
        choice.language,
        choice.format,
        site,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def find(choice: Choice, site: str) -> BookletOrder | None:
    return BookletOrder.objects.filter(key=key_of(choice, site)).first()


def needs_making(order: BookletOrder | None, mark: str) -> bool:
    return order is None or not (order.is_in_hand or order.is_made_of(mark))


def place(choice: Choice, site: str) -> BookletOrder:
    """The order, waiting; one that waits already or is being made is left as it is.

    Raises QueueFullError.
    """
    if BookletOrder.objects.in_hand().count() >= settings.BOOKLET_QUEUE:
        raise QueueFullError
    order, _created = BookletOrder.objects.get_or_create(
        key=key_of(choice, site),
        defaults={
            "partnership": choice.partnership,
            "first_year": choice.first_year,
            "last_year": choice.last_year,
            "language": choice.language,
            "format": choice.format,
            "site": site,
        },
    )
    # What it was made from is kept: the same content needs no new file.
    again = BookletOrder.objects.finished().filter(pk=order.pk)
    again.update(state=State.WAITING, fault="", attempt=0, asked_at=timezone.now(), called_at=None)
    order.refresh_from_db()
    return order


def work() -> int:
    """Make one booklet after another until none waits, or enough processes are at it.

    Gives how many were finished, the failures among them included.
    """
    finished = 0
    BookletOrder.objects.let_go_of_the_dead()
    while order := BookletOrder.objects.take_up(max(settings.BOOKLET_PROCESSES, 1)):
        _carry_out(order)
        finished += 1
    clear_away()
    return finished


def _carry_out(order: BookletOrder) -> None:
    choice = Choice(
        order.partnership, order.first_year, order.last_year, order.language, order.format
    )
    mark = current_mark()
    has_file = _is_stored(order)
    try:
        made = make(
            choice,
            site=order.site,
            progress=lambda step: order.note(step),
            known=order.digest if has_file else "",
        )
    except NothingToTellError:
        order.settle(state=State.FAILED, fault=Fault.EMPTY)
    except TypesettingError:
        log.exception("booklet %s can't be set", order)
        order.settle(state=State.FAILED, fault=Fault.REFUSED)
    else:
        _keep(order, made, mark)


def _is_stored(order: BookletOrder) -> bool:
    name = order.file.name
    return bool(name and order.file.storage.exists(name))


def _keep(order: BookletOrder, made: Made, mark: str) -> None:
    now = timezone.now()
    if made.data is None:
        order.settle(state=State.DONE, mark=mark, made_at=now)
        return
    storage, before = order.file.storage, order.file.name or ""
    name = storage.save(f"{now:%Y}/{order.key[:16]}.{order.format}", ContentFile(made.data))
    values = {"file": name, "size": len(made.data), "digest": made.digest, "mark": mark}
    is_ours = order.settle(state=State.DONE, made_at=now, used_at=now, **values)
    unneeded = before if is_ours else name
    if unneeded and not (is_ours and unneeded == name):  # a lost file left its name free
        storage.delete(unneeded)


def clear_away() -> int:
    """Remove files that nobody will be given any more, with their orders. Gives how many."""
    now = timezone.now()
    done = BookletOrder.objects.finished()
    outdated = ~Q(mark=current_mark()) & Q(asked_at__lt=now - STALE)
    removed = 0
    for order in done.filter(outdated | Q(used_at__lt=now - FORGOTTEN)):
        removed += _remove(order)
    for order in done.exclude(file="").order_by("-used_at", "-pk")[settings.BOOKLETS_KEPT :]:
        removed += _remove(order)
    return removed


def forget_outdated() -> int:
    """Remove at once every file that tells something else than the chronicle as it is."""
    finished = BookletOrder.objects.finished()
    return sum(_remove(order) for order in finished.exclude(mark=current_mark()))


def _remove(order: BookletOrder) -> int:
    """Unless somebody has asked for it again meanwhile."""
    standing = BookletOrder.objects.filter(pk=order.pk, state=order.state)
    gone, _by_model = standing.delete()
    if gone and order.file.name:
        order.file.storage.delete(order.file.name)
    return gone
