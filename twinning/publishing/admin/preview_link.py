from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from twinning.publishing.admin.read_only import ReadOnly
from twinning.publishing.admin.sharing import Sharing
from twinning.publishing.models import PreviewLink, Publishable
from twinning.publishing.sharing import withdraw_link


@admin.register(PreviewLink)
class PreviewLinkAdmin(ReadOnly, admin.ModelAdmin[PreviewLink]):
    """All links, for those who publish. They are made on the page of each preview."""

    list_display = ["entry", "note", "made_by", "created_at", "expires_at", "opened", "standing"]
    list_display_links = None
    list_filter = ["withdrawn_at", "expires_at"]
    list_select_related = ["maker", "content_type"]
    search_fields = ["title", "note"]
    actions = None
    list_per_page = 50

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return any(
            request.user.has_perm(f"{opts.app_label}.{get_permission_codename('publish', opts)}")
            for model in apps.get_models()
            if issubclass(model, Publishable)
            for opts in [model._meta]
        )

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.withdraw_view)
        name = "publishing_previewlink_withdraw"
        return [path("<int:pk>/withdraw/", view, name=name), *super().get_urls()]

    @method_decorator(require_POST)
    def withdraw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        link = get_object_or_404(PreviewLink.objects.select_related("content_type"), pk=pk)
        page = self._page_of(link)
        if page is None or not page.may_withdraw(request, link):
            raise PermissionDenied
        record = link.record
        withdraw_link(link, record and page.whole_of(record), user=request.user)
        text = _("The link no longer works: %(link)s.") % {"link": link}
        self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(self._back(request))

    def _page_of(self, link: PreviewLink) -> Sharing | None:
        model = link.content_type.model_class()
        if model is None or not self.admin_site.is_registered(model):
            return None
        page = self.admin_site.get_model_admin(model)
        return page if isinstance(page, Sharing) else None

    def _back(self, request: HttpRequest) -> str:
        target = request.POST.get("back", "")
        if url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
            return target
        return reverse("admin:publishing_previewlink_changelist")

    # The list

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    @admin.display(description=gettext_lazy("entry"), ordering="title")
    def entry(self, obj: PreviewLink) -> str:
        page = self._page_of(obj)
        if page is None or obj.object_id is None:
            return obj.title
        return format_html(
            '<a href="{}">{}</a>', page.admin_url("preview", obj.object_id), obj.title
        )

    @admin.display(description=gettext_lazy("made by"), ordering="maker__last_name")
    def made_by(self, obj: PreviewLink) -> str:
        return obj.maker.get_full_name() or obj.maker.get_username()

    @admin.display(description=gettext_lazy("opened"), ordering="opened_at")
    def opened(self, obj: PreviewLink) -> str:
        return render_to_string("admin/includes/preview_link_opened.html", {"link": obj})

    @admin.display(description=gettext_lazy("state"), ordering="withdrawn_at")
    def standing(self, obj: PreviewLink) -> str:
        return render_to_string("admin/includes/preview_link_standing.html", {"link": obj})
