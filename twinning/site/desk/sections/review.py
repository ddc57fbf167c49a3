from collections.abc import Sequence
from typing import Any

from django.db.models import Model, OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.publishing.models import Action, AuditEntry, WorkingCopy
from twinning.site.desk.copies import copies_for
from twinning.site.desk.roll import Branch, Found
from twinning.site.desk.row import Row, day, kind_of, noun_of, page_of
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker


class Review(Section):
    """What others have sent for review and this person may publish."""

    name = "review"
    heading = gettext_lazy("Waiting for my review")
    newest_first = False

    def listed(self, worker: Worker) -> Sequence[Row]:
        copies = reversed(copies_for(worker).to_review)  # who has waited longest comes first
        return [row for copy in copies if (row := _row(copy))]

    def branches(self, worker: Worker) -> Sequence[Branch]:
        return [
            Branch(
                worker.own(model).in_review(),
                moment=_sent(model, "moment"),
                texts={"who": _sent(model, "user_name"), "comment": _sent(model, "comment")},
            )
            for model in worker.kinds("publish")
        ]

    def facts(self, worker: Worker, found: Found) -> Sequence[str]:
        return found.who, day(found.moment)


def _row(copy: WorkingCopy) -> Row | None:
    model = kind_of(copy)
    if model is None:
        return None
    author = copy.author.get_full_name() or copy.author.get_username()
    state = _("changes") if copy.object_id else _("new")
    return Row(
        str(copy),
        page_of(model, copy.object_id, copy=copy.key),
        noun_of(model),
        [state, author, day(copy.updated_at)],
        copy.comment,
    )


def _sent(model: type[Model], column: str) -> Any:
    """From the log: by whom, when and with which words the record was last sent for review."""
    log = AuditEntry.objects.of_kind(model, OuterRef("pk")).filter(action=Action.SUBMITTED)
    return Subquery(log.newest_first().values(column)[:1])
