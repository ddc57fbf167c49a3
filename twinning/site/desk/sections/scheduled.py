from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from django.db.models import F, TextField, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.publishing.models import Status
from twinning.site.desk.roll import Branch, Found
from twinning.site.desk.row import moment
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker

AHEAD = timedelta(days=30)


class Scheduled(Section):
    """What becomes public, or stops being so, in the coming thirty days."""

    name = "scheduled"
    heading = gettext_lazy("Planned for the next 30 days")
    newest_first = False

    def branches(self, worker: Worker) -> Sequence[Branch]:
        span = (worker.now, worker.now + AHEAD)
        return [
            Branch(
                worker.own(model).filter(**{"status": Status.PUBLISHED, f"{column}__range": span}),
                moment=F(column),
                texts={"detail": Value(column, output_field=TextField())},
            )
            for model in worker.kinds("change")
            for column in ("publish_at", "unpublish_at")
        ]

    def facts(self, worker: Worker, found: Found) -> Sequence[str]:
        text = (
            _("goes public: %(moment)s")
            if found.detail == "publish_at"
            else _("stops being public: %(moment)s")
        )
        return (text % {"moment": moment(cast(datetime, found.moment))},)
