from collections.abc import Sequence

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.publishing.models import Action, AuditEntry, Versioned
from twinning.site.desk.row import Row, day, kind_of, noun_of, page_of
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker

LATEST = 10
RECENT = 1000  # further back nobody looks for what is theirs


class Log(Section):
    """What people have done lately with records that this person may see."""

    name = "log"
    heading = gettext_lazy("Lately changed")
    shown = LATEST

    def listed(self, worker: Worker) -> Sequence[Row]:
        kinds = worker.kinds("view", "change", of=Versioned)
        if not kinds:
            return ()
        recent = AuditEntry.objects.by_people().newest_first().values("pk")[:RECENT]
        log = AuditEntry.objects.filter(worker.within_reach(kinds), pk__in=recent).newest_first()
        last = AuditEntry.objects.newest_first().filter(
            content_type=OuterRef("content_type"), object_id=OuterRef("object_id")
        )
        log = log.annotate(last_action=Subquery(last.values("action")[:1]))
        return [row for entry in log[:LATEST] if (row := _row(entry))]

    def elsewhere(self, worker: Worker) -> tuple[str, str] | None:
        if not (worker.site.is_registered(AuditEntry) and worker.may(AuditEntry, "view")):
            return None
        return _("The whole log"), reverse("admin:publishing_auditentry_changelist")


def _row(entry: AuditEntry) -> Row | None:
    model = kind_of(entry)
    if model is None:
        return None
    gone = vars(entry)["last_action"] == Action.DELETED
    return Row(
        entry.record_name,
        None if gone else page_of(model, entry.object_id),
        noun_of(model),
        [entry.get_action_display(), entry.user_name, day(entry.moment)],
        entry.comment,
    )
