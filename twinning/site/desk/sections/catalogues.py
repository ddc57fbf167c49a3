from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.site.desk.row import Row
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker
from twinning.translation.interface.listing import FILTERS
from twinning.translation.interface.overview import State, states
from twinning.translation.models import ChangedMessage

OVERVIEW = "admin:translation_changedmessage_changelist"


class Catalogues(Section):
    """The languages in which texts of the interface are missing, doubtful or broken."""

    name = "catalogues"
    heading = gettext_lazy("Interface texts to be put right")

    def listed(self, worker: Worker) -> Sequence[Row]:
        if not worker.may(ChangedMessage, "change"):
            return ()
        return [_row(state) for state in states() if state.has_problem]


def _row(state: State) -> Row:
    facts = [f"{FILTERS[name][0]}: {count}" for name, count in state.problems.items()]
    if left := len(state.left) + len(state.gone):
        facts.append(_("Left over: %(count)d") % {"count": left})
    if state.fault:
        facts.append(_("the catalogue is damaged"))
    url = reverse(OVERVIEW)
    if state.problems and not state.fault:
        first = next(iter(state.problems))
        url = f"{reverse('admin:interface_list', args=[state.code])}?show={first}"
    return Row(state.language.capitalize(), url, facts=facts)
