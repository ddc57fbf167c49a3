import os
import socket
from datetime import timedelta
from typing import Self

from django.core.files.storage import Storage, storages
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models import Partnership

# A process that has said nothing for so long is taken for dead, wherever it ran.
SILENCE = timedelta(minutes=10)
ATTEMPTS = 3
# So long a process may take to begin before somebody who waits starts another.
START = timedelta(seconds=20)


def kept_apart() -> Storage:
    """Not among the uploads, which anybody may fetch: a booklet is handed out while it is right."""
    return storages["booklets"]


class BookletOrderQuerySet(models.QuerySet["BookletOrder"]):
    def in_hand(self) -> Self:
        """Those that wait or are being made."""
        return self.filter(state__in=(BookletOrder.State.WAITING, BookletOrder.State.RUNNING))

    def finished(self) -> Self:
        return self.filter(state__in=(BookletOrder.State.DONE, BookletOrder.State.FAILED))

    def waiting(self) -> Self:
        return self.filter(state=BookletOrder.State.WAITING).order_by("asked_at", "pk")

    def take_up(self, processes: int) -> "BookletOrder | None":
        """The next that waits, now ours; None where none waits or enough are being made.

        Each order being made holds one of `processes` slots, which the database keeps apart.
        """
        for order in self.waiting():
            for slot in range(1, processes + 1):
                if order.is_taken_by_me(slot):
                    return order
        return None

    def let_go_of_the_dead(self) -> None:
        """What a process left that is gone waits again, up to a number of attempts."""
        for order in self.filter(state=BookletOrder.State.RUNNING):
            if order.is_abandoned:
                gave_up = order.attempt >= ATTEMPTS
                state = BookletOrder.State.FAILED if gave_up else BookletOrder.State.WAITING
                fault = BookletOrder.Fault.BROKEN if gave_up else ""
                order.settle(state=state, fault=fault)


class BookletOrder(models.Model):
    """One booklet that somebody asked for: how far it is and, once made, its file.

    There is one for each choice of partnership, years, language, format and site, made anew when
    the chronicle has changed. It holds nothing about who asked.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("being made")
        DONE = "done", _("made")
        FAILED = "failed", _("not made")

    class Fault(models.TextChoices):
        EMPTY = "empty", _("Nothing is published of these years.")
        REFUSED = "refused", _("The pages could not be set. The office can see why in the log.")
        BROKEN = "broken", _("The work was broken off several times.")

    key = models.CharField(max_length=64, unique=True)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="+", verbose_name=_("partnership")
    )
    first_year = models.PositiveSmallIntegerField(_("first year"))
    last_year = models.PositiveSmallIntegerField(_("last year"))
    language = models.CharField(_("language"), max_length=25)
    format = models.CharField(_("format"), max_length=8)
    site = models.CharField(_("address of the site"), max_length=200, blank=True)

    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    step = models.CharField(_("step"), max_length=16, blank=True)
    fault = models.CharField(_("fault"), max_length=8, choices=Fault, blank=True)
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0)
    slot = models.PositiveSmallIntegerField(null=True, unique=True)
    host = models.CharField(max_length=255, blank=True)
    process = models.PositiveIntegerField(null=True)
    asked_at = models.DateTimeField(_("asked for"), default=timezone.now)
    called_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)

    mark = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    file = models.FileField(_("file"), storage=kept_apart, upload_to="%Y/", blank=True)
    size = models.PositiveIntegerField(_("size in bytes"), default=0)
    made_at = models.DateTimeField(_("made"), null=True)
    used_at = models.DateTimeField(_("last fetched"), null=True)

    objects = models.Manager.from_queryset(BookletOrderQuerySet)()

    class Meta:
        verbose_name = _("booklet")
        verbose_name_plural = _("booklets")
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_year__lte=F("last_year")),
                name="events_bookletorder_years_ordered",
            ),
            models.CheckConstraint(
                condition=Q(state="running", slot__isnull=False)
                | (~Q(state="running") & Q(slot=None)),
                name="events_bookletorder_slot_while_running",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_year}–{self.last_year}, {self.language}, {self.format}"

    @property
    def is_in_hand(self) -> bool:
        return self.state in (self.State.WAITING, self.State.RUNNING)

    @property
    def is_abandoned(self) -> bool:
        """Whether the process that was making it is gone."""
        if self.beat_at is None or self.beat_at < timezone.now() - SILENCE:
            return True
        return self.host == socket.gethostname() and not _is_alive(self.process)

    @property
    def ahead(self) -> int:
        """How many wait before it."""
        return type(self).objects.waiting().filter(asked_at__lt=self.asked_at).count()

    def is_made_of(self, mark: str) -> bool:
        """Whether its file tells the chronicle as it is."""
        return self.state == self.State.DONE and self.mark == mark and bool(self.file)

    def is_taken_by_me(self, slot: int) -> bool:
        mine = {
            "state": self.State.RUNNING,
            "slot": slot,
            "attempt": self.attempt + 1,
            "host": socket.gethostname(),
            "process": os.getpid(),
            "beat_at": timezone.now(),
            "step": "",
        }
        waiting = type(self).objects.filter(pk=self.pk, state=self.State.WAITING)
        try:
            with transaction.atomic():
                taken = waiting.filter(attempt=self.attempt).update(**mine)
        except IntegrityError:  # somebody has the slot
            return False
        if taken:
            self.refresh_from_db()
        return bool(taken)

    def note(self, step: str) -> bool:
        """Say what is being done, which also says that we live; False where it isn't ours."""
        return self._update_mine(step=step, beat_at=timezone.now())

    def settle(self, *, state: str, **values: object) -> bool:
        """The end of this attempt; False where somebody else has taken it over meanwhile."""
        return self._update_mine(state=state, slot=None, process=None, step="", **values)

    def call(self) -> bool:
        """Whether it is ours to start a process: once in a while, whoever asks."""
        now = timezone.now()
        unanswered = Q(called_at=None) | Q(called_at__lt=now - START)
        mine = type(self).objects.filter(pk=self.pk, state=self.State.WAITING)
        return bool(mine.filter(unanswered).update(called_at=now))

    def _update_mine(self, **values: object) -> bool:
        mine = type(self).objects.filter(pk=self.pk, attempt=self.attempt, state=self.State.RUNNING)
        return bool(mine.update(**values))


def _is_alive(process: int | None) -> bool:
    if not process:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
