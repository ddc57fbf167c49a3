"""The changed texts on the running site: laid over Django's catalogues in each process.

A process asks every few seconds for a stamp of all changes, one short query, and builds its texts
anew when it has moved on. What can't be read or built leaves the texts as they were.
"""

import logging
from gettext import GNUTranslations
from io import BytesIO
from threading import Lock
from time import monotonic
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.conf import settings
from django.db import DatabaseError
from django.db.models import Count, Max
from django.utils.translation import trans_real

from twinning.translation.catalogues import bind_words
from twinning.translation.checks import lacks_compiled
from twinning.translation.interface.routes import renew_routes
from twinning.translation.interface.texts import (
    CatalogueError,
    InterfaceText,
    catalogue_of,
    texts_of,
)
from twinning.translation.models import MessageEdit

logger = logging.getLogger(__name__)

Stamp = tuple[int, int]
NOTHING: Stamp = (0, 0)
# Whatever a damaged row or file may raise. Nobody's page breaks for it.
FAILURES = (
    DatabaseError,
    CatalogueError,
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
)


class _State:
    """What this process shows."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.stamp = NOTHING
        self.look_again_at = 0.0
        self.addresses: dict[str, dict[str, list[str]]] = {}


_state = _State()


def look() -> None:
    """Take over what has changed, at most once in `CATALOGUE_CHECK_SECONDS`; 0 is never."""
    pause = settings.CATALOGUE_CHECK_SECONDS
    if pause and monotonic() >= _state.look_again_at:
        _state.look_again_at = monotonic() + pause
        refresh()


def take_over_now() -> None:
    """In the process where something has just been changed, so that its author sees it."""
    _state.look_again_at = 0.0
    look()


def refresh() -> None:
    """Take over what has changed since this process last looked."""
    if not _state.lock.acquire(blocking=False):
        return  # another thread is at it
    try:
        stamp = _stamp()
        if stamp != _state.stamp:
            _take_over()
            _state.stamp = stamp
    except FAILURES:
        logger.exception("The changed texts of the interface can't be taken over.")
    finally:
        _state.lock.release()


def _stamp() -> Stamp:
    """Counted as well: the highest number alone may be committed before a lower one."""
    row = MessageEdit.objects.aggregate(last=Max("pk"), count=Count("pk"))
    return row["last"] or 0, row["count"]


def _take_over() -> None:
    # The source language first: the others fall back to it.
    codes = sorted(dict(settings.LANGUAGES), key=lambda code: code != settings.LANGUAGE_CODE)
    for code in codes:
        try:
            _take_over_in(code)
        except CatalogueError:  # the other languages needn't wait for it
            logger.exception("The texts in “%s” stay as they are.", code)
    vars(trans_real)["_default"] = None


def _take_over_in(code: str) -> None:
    changed = [text for text in texts_of(code) if text.holds]
    _translations()[code] = _laid_over(code, changed)
    addresses = {text.key: text.forms for text in changed if text.is_address}
    if addresses != _state.addresses.get(code, {}):
        _state.addresses[code] = addresses
        renew_routes(code)


def _translations() -> dict[str, Any]:
    """Django's own, which each request takes its language's from; threads only ever look up."""
    found: dict[str, Any] = vars(trans_real)["_translations"]
    return found


def _laid_over(code: str, changed: list[InterfaceText]) -> trans_real.DjangoTranslation:
    if lacks_compiled(code):
        raise CatalogueError(f"The catalogue for “{code}” is not compiled.")
    translation = trans_real.DjangoTranslation(code)
    if changed:
        translation.merge(_compiled(code, changed))
    return translation


def _compiled(code: str, changed: list[InterfaceText]) -> GNUTranslations:
    """Only the changed texts, set as those of a compiled catalogue are."""
    catalog = Catalog(locale=code, fuzzy=False)
    catalog.mime_headers = catalogue_of(code).mime_headers  # with the language's plural rule
    for text in changed:
        catalog.add(
            text.ids[0] if len(text.ids) == 1 else tuple(text.ids),
            text.forms[0] if len(text.ids) == 1 else tuple(text.forms),
            context=text.context or None,
        )
    bind_words(catalog, code)
    file = BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    return GNUTranslations(file)
