"""The process beside the web server in which booklets are made."""

import os
import resource
import subprocess
import sys
from threading import Thread

from django.conf import settings

from events.models import BookletOrder

# Seconds of processor time, many times what the largest booklet takes: a process that hangs ends.
_SECONDS = 600


def tend() -> None:
    """Whoever waits sees to it that somebody is at work, and that nothing is left lying."""
    BookletOrder.objects.let_go_of_the_dead()
    running = BookletOrder.objects.filter(state=BookletOrder.State.RUNNING).count()
    order = BookletOrder.objects.waiting().first()
    if order and running < settings.BOOKLET_PROCESSES and order.call():
        start()


def start() -> None:
    """A process of its own session: it outlives the worker that started it."""
    process = subprocess.Popen(  # noqa: S603 — a command of our own
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "make_booklet", "--waiting"],
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    # Somebody has to take note of its end, or it stays in the table of processes.
    Thread(target=process.wait, daemon=True).start()


def be_modest() -> None:
    """Let the web server go first, and come to an end."""
    os.nice(10)
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, hard))
