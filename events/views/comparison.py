from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from events.presentation import metadata
from events.timeline.comparison import choices, comparison, told
from twinning.publishing.pages import public_page

FIRST, SECOND = "first", "second"


@require_safe
def compared(request: HttpRequest) -> HttpResponse:
    """All partnerships, or the two that the address names, on one axis of years."""
    offered = told()
    chosen = {name: value for name in (FIRST, SECOND) if (value := request.GET.get(name, ""))}
    if any(value not in offered for value in chosen.values()):
        raise Http404
    is_same = len(chosen) > len(set(chosen.values()))
    drawn = comparison([offered[key] for key in chosen.values() or offered] if not is_same else [])
    page = public_page(
        request,
        "events/comparison.html",
        address=lambda: reverse("comparison"),
        query=chosen,
        trail=[(_("Comparison"), None)],
        description=_(
            "How many entries of each year each chronicle has, all of them drawn to the same scale."
        ),
        metadata=metadata.of_directory(
            _("Comparison"), [row.partnership for row in drawn.rows] if drawn else []
        ),
        choices=choices(offered, chosen.get(FIRST, ""), chosen.get(SECOND, "")),
        comparison=drawn,
        is_same=is_same,
        is_narrowed=bool(chosen),
        all_url=reverse("comparison"),
        step_note=_step_note(drawn.step) if drawn else "",
    )
    page.status_code = HTTPStatus.BAD_REQUEST if is_same else HTTPStatus.OK
    return page


def _step_note(step: int) -> str:
    if step == 1:
        return ""
    text = ngettext(
        "Each bar stands for %(number)s year.", "Each bar stands for %(number)s years.", step
    )
    return text % {"number": step}
