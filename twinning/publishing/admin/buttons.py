"""The buttons below a form: what its user may do with the record as it stands."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from twinning.publishing.previewing import has_page

if TYPE_CHECKING:
    from twinning.publishing.admin.record import RecordAdmin

KEEP = "_keep"
MERGE = "_merge"
PREVIEW = "_preview"


@dataclass(frozen=True, slots=True)
class Button:
    """`name` is what the button posts; one of a row is the step that the user is likely to take."""

    name: str
    label: str
    is_likely: bool = False


def buttons_for(page: "RecordAdmin", request: HttpRequest, obj: Any) -> list[Button]:
    """The first is the one that Enter presses in any field: nothing goes public by it."""
    if not page.may_keep(request, obj):
        return []
    preview = [Button(PREVIEW, _("Preview"))] if has_page(page.model) else []
    if not page.may_stage(request, obj) and page.may_translate(request, obj):
        return [*_saving(), _keep(), *preview]
    if page.is_guarded(obj):
        publish = Button("_publish", _("Publish the changes"), is_likely=True)
        submit = Button("_submit", _("Send for review"), is_likely=True)
        return [_keep(), publish if page.may_change(request, obj) else submit, *preview]
    life = page.life_buttons(request, obj)
    return [*_saving(obj is None, is_likely=not life), *life, _keep(), *preview]


def _saving(is_new: bool = False, *, is_likely: bool = True) -> list[Button]:
    another = [Button("_addanother", _("Save and add another"))] if is_new else []
    return [
        Button("_save", _("Save"), is_likely),
        Button("_continue", _("Save and continue editing")),
        *another,
    ]


def _keep() -> Button:
    return Button(KEEP, _("Keep as working copy"))
