from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.publishing.models import WorkingCopy
from twinning.site.desk.copies import copies_for
from twinning.site.desk.row import Row, day, kind_of, noun_of, page_of
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker


class OwnCopies(Section):
    """Forms that this person has filled in and not published, those of new records too."""

    name = "working-copies"
    heading = gettext_lazy("My working copies")

    def listed(self, worker: Worker) -> Sequence[Row]:
        return [row for copy in copies_for(worker).own if (row := _row(copy))]


def _row(copy: WorkingCopy) -> Row | None:
    model = kind_of(copy)
    if model is None:
        return None
    url = page_of(model, copy.object_id, copy=None if copy.object_id else copy.key)
    facts = [_("last kept: %(moment)s") % {"moment": day(copy.updated_at)}]
    if copy.object_id is None:
        facts.insert(0, _("new"))
    if copy.state == WorkingCopy.State.REVIEW:
        facts.append(copy.get_state_display())
    return Row(str(copy), url, noun_of(model), facts)
