from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

from twinning.publishing.kept import imagining

Result = TypeVar("Result")


def undone(imagine: Callable[[], Result]) -> Result:
    """What `imagine` gives, after which the database is as if it had never been called.

    What it leaves for after the commit is never done. The result must ask the database no more.
    """
    with imagining(), transaction.atomic():
        result = imagine()
        transaction.set_rollback(True)
    return result
