from collections.abc import Sequence
from typing import Any

from django.db.models import F, Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.publishing.models import Action, AuditEntry
from twinning.site.desk.roll import Branch, Found
from twinning.site.desk.row import day
from twinning.site.desk.section import Section
from twinning.site.desk.sections.returned import returned_to
from twinning.site.desk.worker import Worker

WRITING = (Action.ADDED, Action.CHANGED, Action.RESTORED, Action.RECOVERED)


class Drafts(Section):
    """Drafts in which this person has written, without those that came back to them."""

    name = "drafts"
    heading = gettext_lazy("My drafts")

    def branches(self, worker: Worker) -> Sequence[Branch]:
        return [
            Branch(_drafts(worker, model), moment=F("updated_at"))
            for model in worker.kinds("change")
        ]

    def facts(self, worker: Worker, found: Found) -> Sequence[str]:
        return (_("changed: %(moment)s") % {"moment": day(found.moment)},)


def _drafts(worker: Worker, model: type[Model]) -> Any:
    written = AuditEntry.objects.order_by().filter(
        user=worker.user, content_type=worker.types_of([model])[model], action__in=WRITING
    )
    drafts = worker.own(model).drafts().filter(pk__in=written.values("object_id"))
    return drafts.exclude(pk__in=returned_to(worker, model))
