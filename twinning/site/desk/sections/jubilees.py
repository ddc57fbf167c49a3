from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy

from events.jubilees import Anniversary, anniversaries
from events.models import Act, Agreement
from events.presentation.jubilees import lead_time, occasion
from twinning.site.desk.row import Row, noun_of, page_of
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker
from twinning.translation.texts import text_of


class Jubilees(Section):
    """The coming jubilees of agreements, soon enough to plan for."""

    name = "jubilees"
    heading = gettext_lazy("Coming jubilees")
    hint = gettext_lazy("In the next two years, counted from the signatures.")

    def listed(self, worker: Worker) -> Sequence[Row]:
        if not worker.may(Agreement, "change"):
            return ()
        acts = Act.objects.signings_of(worker.living(Agreement))
        return [_row(each, worker.today) for each in anniversaries(acts, today=worker.today)]


def _row(anniversary: Anniversary, today: date) -> Row:
    agreement, jubilee = anniversary.act.agreement, anniversary.jubilee
    title = text_of(agreement, "title")
    name, language = title.text, title.language if title.is_fallback else ""
    if anniversary.opens:
        name, language = str(agreement.partnership), ""
    facts = [occasion(anniversary), jubilee.falls.render(), lead_time(jubilee, today)]
    return Row(name, page_of(Agreement, agreement.pk), noun_of(Agreement), facts, "", language)
