from http import HTTPStatus
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from twinning.publishing.admin.working_copies import WorkingCopies
from twinning.publishing.models import Part
from twinning.publishing.usage import UsageGroup, grouped_usages


class Uses(WorkingCopies):
    """Shows where a record is used, and deletes none that is."""

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_used"
        view = self.admin_site.admin_view(self.used_view)
        return [path("<path:object_id>/used/", view, name=name), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        obj = context["original"]
        if obj is not None and not isinstance(obj, Part):
            context["used_url"] = self.admin_url("used", obj.pk)
        return super().render_change_form(request, context, *args, **kwargs)

    def used_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Used in"),
            "subtitle": str(obj),
            "opts": self.opts,
            "original": obj,
            "groups": grouped_usages([obj]).get(obj.pk, []),
        }
        return TemplateResponse(request, "admin/publishing/used.html", context)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Django stops before what the database protects; here, any use is a reason to stop."""
        records = list(objs)
        uses = grouped_usages(records)
        if not uses:
            return super().get_deleted_objects(objs, request)
        refused = [RefusedDeletion(each, uses[each.pk]) for each in records if each.pk in uses]
        return [], {}, set(), refused

    def render_delete_form(self, request: HttpRequest, context: dict[str, Any]) -> Any:
        response = super().render_delete_form(request, context)
        if request.method == "POST" and context["protected"]:
            response.status_code = HTTPStatus.CONFLICT
        return response


class RefusedDeletion:
    """A record that can't be deleted, with what uses it."""

    def __init__(self, record: Any, groups: list[UsageGroup]) -> None:
        self.record = record
        self.groups = groups

    def __str__(self) -> str:
        return str(self.record)
