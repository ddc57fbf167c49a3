from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.publishing import lifecycle
from twinning.publishing.admin.record import RecordAdmin
from twinning.publishing.forms import StepForm

# Those that don't save a form; each has a page that asks and says what follows.
ASKED = {
    "return": gettext_lazy("It is a draft again, and the author sees what you write here."),
    "withdraw": gettext_lazy(
        "Residents no longer see it, and its address leads nowhere until it is published again."
    ),
    "archive": gettext_lazy(
        "Residents no longer see it. It stays in the archive, with its history, and can come back."
    ),
    "reopen": gettext_lazy("It is a draft again; residents don't see it yet."),
}


class StepPages(RecordAdmin):
    """A page for each step in a record's life that doesn't save its form."""

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_step"
        view = self.admin_site.admin_view(self.step_view)
        return [path("<path:object_id>/step/<slug:step>/", view, name=name), *super().get_urls()]

    def steps_asked(self, request: HttpRequest, obj: Any) -> list[dict[str, str]]:
        """The steps open to the user, with their addresses."""
        if obj is None:
            return []
        return [
            {"label": str(step.label), "url": self.admin_url("step", obj.pk, step.name)}
            for step in lifecycle.steps_from(obj.status)
            if step.name in ASKED and self.may_take(request, step, obj)
        ]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        obj = context["original"]
        context["status_label"] = obj.status_label if obj is not None else ""
        context["steps"] = self.steps_asked(request, obj)
        return super().render_change_form(request, context, *args, **kwargs)

    @transaction.atomic
    def step_view(self, request: HttpRequest, object_id: str, step: str) -> HttpResponse:
        chosen = lifecycle.STEPS.get(step)
        obj = self.get_object(request, unquote(object_id))
        if chosen is None or step not in ASKED or obj is None:
            raise Http404
        if not self.may_take(request, chosen, obj):
            raise PermissionDenied
        form = StepForm(obj, chosen, *([request.POST] if request.method == "POST" else []))
        if form.is_bound and form.is_valid() and self._done(request, form):
            text = _("“%(record)s”: done.") % {"record": obj}
            self.message_user(request, text, messages.SUCCESS)
            return HttpResponseRedirect(self.admin_url("change", obj.pk))
        return self._step_page(request, form)

    def _done(self, request: HttpRequest, form: StepForm) -> bool:
        comment = form.cleaned_data["comment"]
        try:
            lifecycle.take(form.step, form.record, user=request.user, comment=comment)
        except ValidationError as error:
            form.add_error(None, error)
            return False
        return True

    def _step_page(self, request: HttpRequest, form: StepForm) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": form.step.label,
            "subtitle": str(form.record),
            "opts": self.opts,
            "original": form.record,
            "form": form,
            "consequence": ASKED[form.step.name],
            "back_url": self.admin_url("change", form.record.pk),
        }
        status = HTTPStatus.CONFLICT if form.is_bound and form.is_stale else HTTPStatus.OK
        return TemplateResponse(request, "admin/publishing/step.html", context, status=status)
