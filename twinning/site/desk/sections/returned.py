from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy

from twinning.publishing.models import Action, AuditEntry, WorkingCopy
from twinning.site.desk.copies import copies_for
from twinning.site.desk.roll import Branch, Found
from twinning.site.desk.row import Row, day, kind_of, noun_of, page_of
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker


class Returned(Section):
    """What this person has sent for review and got back, with the reason."""

    name = "returned"
    heading = gettext_lazy("Returned to me")

    def listed(self, worker: Worker) -> Sequence[Row]:
        return [row for copy in copies_for(worker).returned if (row := _row(copy))]

    def branches(self, worker: Worker) -> Sequence[Branch]:
        return [
            Branch(
                worker.own(model).drafts().filter(pk__in=returned_to(worker, model)),
                moment=_back(model, "moment"),
                texts={"who": _back(model, "user_name"), "comment": _back(model, "comment")},
            )
            for model in worker.kinds("change")
        ]

    def facts(self, worker: Worker, found: Found) -> Sequence[str]:
        return found.who, day(found.moment)


def returned_to(worker: Worker, model: type[Model]) -> QuerySet[Any]:
    """The keys of the records that the person has sent for review and that came back since."""
    log = AuditEntry.objects.order_by().filter(content_type=worker.types_of([model])[model])
    sent = log.filter(user=worker.user, action=Action.SUBMITTED)
    steps = log.filter(action__in=[Action.SUBMITTED, Action.RETURNED])
    later = steps.filter(object_id=OuterRef("object_id"), pk__gt=OuterRef("pk"))
    returned = log.filter(action=Action.RETURNED, object_id__in=sent.values("object_id"))
    return returned.filter(~Exists(later)).values("object_id")


def _row(copy: WorkingCopy) -> Row | None:
    model = kind_of(copy)
    if model is None:
        return None
    url = page_of(model, copy.object_id, copy=None if copy.object_id else copy.key)
    return Row(str(copy), url, noun_of(model), [day(copy.updated_at)], copy.comment)


def _back(model: type[Model], column: str) -> Any:
    log = AuditEntry.objects.of_kind(model, OuterRef("pk")).filter(action=Action.RETURNED)
    return Subquery(log.newest_first().values(column)[:1])
