from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from twinning.publishing.admin.working_copies import WorkingCopies
from twinning.publishing.forms import Rival, VersionedForm, base_data, differences, merged
from twinning.publishing.models import AuditEntry
from twinning.publishing.working_copies import keep

CHOICE = "merge-"


class Conflicts(WorkingCopies):
    """What happens when two have written: both versions shown, put together field by field."""

    def conflict_context(
        self, request: HttpRequest, form: VersionedForm[Any], inlines: Any
    ) -> dict[str, Any]:
        other_tab = form.other_tab
        formsets = [inline.formset for inline in inlines]
        saved = self.saved_form(request, form.instance)
        if other_tab is not None:
            rival = Rival(other_tab.posted, base=saved)
        else:
            record, number = form.versioned_record, str(form.data.get("version", ""))
            rival = Rival(saved, base_data(record, number, form, formsets))
        return {
            "differences": differences(form, formsets, rival),
            "other_tab": other_tab,
            "last_change": None if other_tab else self._last_change(form.versioned_record),
        }

    def _last_change(self, obj: Any) -> AuditEntry | None:
        if obj is None:
            return None
        return AuditEntry.objects.of(obj).select_related("user").newest_first().first()

    def merge_and_return(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Keep the posted form with the chosen fields of the other version, and come back to it."""
        other_tab = self.copy_of_another_tab(request, obj)
        theirs = other_tab.posted if other_tab else self.saved_form(request, obj)
        chosen = [
            name.removeprefix(CHOICE)
            for name, choice in request.POST.items()
            if name.startswith(CHOICE) and choice == "theirs"
        ]
        data = merged(request.POST, theirs, chosen)
        if other_tab is not None:
            data["copy"], data["sequence"] = str(other_tab.key), str(other_tab.sequence)
        else:
            data["version"] = str(theirs["version"])
        user: Any = request.user
        copy = keep(user, self.model, obj, data)
        text = _("Both versions are put together in the form below. Look it over, then save it.")
        self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(self.copy_url(copy))

    # Deleted meanwhile

    def deleted_meanwhile(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None
    ) -> HttpResponse:
        """The posted form as one for a new record; for whom may add none, the texts to copy."""
        if self.has_add_permission(request):
            setattr(request, "record_was_deleted", True)  # noqa: B010 — no field of HttpRequest
            response: HttpResponse = super().changeform_view(
                request, None, self.admin_url("add"), extra_context
            )
            return response
        typed = {
            name: text
            for name, text in request.POST.items()
            if text and not name.startswith(("csrf", "_")) and not name.endswith("_FORMS")
        }
        context = {
            **self.admin_site.each_context(request),
            "title": _("This record has been deleted"),
            "opts": self.opts,
            "typed": typed,
        }
        return TemplateResponse(request, "admin/deleted.html", context, status=HTTPStatus.CONFLICT)
