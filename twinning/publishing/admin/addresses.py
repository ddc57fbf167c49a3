from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from twinning.publishing.admin.working_copies import WorkingCopies
from twinning.publishing.forms.address import FormerAddressForm
from twinning.publishing.history import note_action
from twinning.publishing.models import Action, Addressed, FormerAddress
from twinning.publishing.models.former_address import leave


class AddressPages(WorkingCopies):
    """Shows the addresses that a record had before, and lets some be added or taken away.

    They hold at once and belong to no working copy or revision: they say nothing about the record.
    """

    def get_urls(self) -> list[Any]:
        if not issubclass(self.model, Addressed):
            return super().get_urls()
        name = f"{self.opts.app_label}_{self.opts.model_name}_addresses"
        view = self.admin_site.admin_view(self.addresses_view)
        return [path("<path:object_id>/addresses/", view, name=name), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        obj = context["original"]
        if isinstance(obj, Addressed):
            context["addresses_url"] = self.admin_url("addresses", obj.pk)
        return super().render_change_form(request, context, *args, **kwargs)

    @transaction.atomic
    def addresses_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        may_change = self.may_change(request, obj)
        if not (may_change or self.has_view_permission(request, obj)):
            raise PermissionDenied
        form = FormerAddressForm(obj)
        if request.method == "POST":
            if not may_change:
                raise PermissionDenied
            if "remove" in request.POST:
                return self._remove_address(request, obj)
            form = FormerAddressForm(obj, request.POST)
            if form.is_valid():
                return self._add_address(request, form)
        return self._addresses_page(request, form if may_change else None, obj)

    def _add_address(self, request: HttpRequest, form: FormerAddressForm) -> HttpResponse:
        added = leave(form.record, form.cleaned_data["language"], form.cleaned_data["slug"])
        text = _("The address “%(slug)s” leads here now.") % {"slug": added.slug}
        return self._addresses_changed(request, form.record, text)

    def _remove_address(self, request: HttpRequest, obj: Any) -> HttpResponse:
        key = request.POST["remove"]
        former = FormerAddress.objects.of(obj).filter(pk=int(key) if key.isdecimal() else 0).first()
        if former is None:
            return HttpResponseRedirect(self.admin_url("addresses", obj.pk))
        former.delete()
        text = _("The address “%(slug)s” no longer leads here.") % {"slug": former.slug}
        return self._addresses_changed(request, obj, text)

    def _addresses_changed(self, request: HttpRequest, obj: Any, text: str) -> HttpResponse:
        note_action(obj, Action.CHANGED, user=request.user, comment=text)
        self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(self.admin_url("addresses", obj.pk))

    def _addresses_page(
        self, request: HttpRequest, form: FormerAddressForm | None, obj: Any
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Earlier addresses"),
            "subtitle": str(obj),
            "opts": self.opts,
            "original": obj,
            "form": form,
            "former": FormerAddress.objects.of(obj),
        }
        return TemplateResponse(request, "admin/publishing/addresses.html", context)
