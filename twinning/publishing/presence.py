"""Who else is writing at a record."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from twinning.publishing.models import WorkingCopy

NOW = timedelta(minutes=5)


def others_at_work(record: models.Model, user: Any) -> list[str]:
    """A sentence for each other person with a working copy of the record, the latest first."""
    copies = WorkingCopy.objects.of(record).by_others(user).select_related("author")
    return [_sentence(copy) for copy in copies]


def _sentence(copy: WorkingCopy) -> str:
    name = copy.author.get_full_name() or copy.author.get_username()
    if timezone.now() - copy.updated_at < NOW:
        return _("%(name)s is writing at this record right now.") % {"name": name}
    moment = date_format(localtime(copy.updated_at), "SHORT_DATETIME_FORMAT")
    if copy.state == WorkingCopy.State.REVIEW:
        text = _("%(name)s has sent a change of this record for review (%(moment)s).")
    else:
        text = _("%(name)s has a working copy of this record, last kept %(moment)s.")
    return text % {"name": name, "moment": moment}
