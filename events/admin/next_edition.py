from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.editions import next_edition, raised
from events.models import Event
from twinning.publishing.admin import RecordAdmin
from twinning.publishing.forms.copying import as_new
from twinning.publishing.languages import in_each_language
from twinning.publishing.working_copies import keep

# Who took part last time may well do so again; what they were then is asked anew.
ROWS = {"participations": in_each_language("function")}
# What is said of the one edition only.
LEFT_OPEN = ("date", "parent", "attendance", "publish_at", "unpublish_at")


class NextEdition(RecordAdmin):
    """Opens the form of a new entry filled in from an earlier edition of its series."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.next_edition_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_next_edition"
        return [path("<path:object_id>/next-edition/", view, name=name), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        obj = context["original"]
        if obj is not None and self._may_copy(request, obj):
            context["next_edition_url"] = self.admin_url("next_edition", obj.pk)
        return super().render_change_form(request, context, *args, **kwargs)

    def _may_copy(self, request: HttpRequest, obj: Any) -> bool:
        is_edition = obj.series_id is not None
        return is_edition and self.has_add_permission(request) and self.is_own(request, obj)

    @method_decorator(require_POST)
    def next_edition_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        if not self._may_copy(request, obj):
            raise PermissionDenied
        data = next_form(self.saved_form(request, obj), obj)
        with transaction.atomic():
            copy = keep(request.user, Event, None, data)  # type: ignore[arg-type]
        text = _("Filled in from “%(title)s”. Add the date and look over what has changed since.")
        self.message_user(request, text % {"title": obj}, messages.INFO)
        return HttpResponseRedirect(self.copy_url(copy))


def next_form(saved: QueryDict, event: Event) -> QueryDict:
    """The saved form of an edition as that of the next one: neither its day nor its sources."""
    data = as_new(saved, rows=ROWS, whole="event")
    following = next_edition(event)
    for column in in_each_language("title"):
        data[column] = raised(data.get(column, ""), event.edition, following)
    for name in (*in_each_language("slug"), *LEFT_OPEN):
        if name in data:
            data[name] = ""
    data["edition"] = str(following or "")
    return data
