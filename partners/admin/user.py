from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.models import EditingRight
from twinning.accounts.second_factor import FACTORS, remove_second_factor
from twinning.publishing.models import User


class EditingRightInline(admin.TabularInline[EditingRight, User]):
    model = EditingRight
    autocomplete_fields = ["home"]
    extra = 0
    verbose_name_plural = _("Home cities: none means all of them")


@admin.register(User)
class StaffAdmin(UserAdmin[User]):
    """Accounts with their home cities; a superuser can take away a lost second factor."""

    inlines = [EditingRightInline]
    readonly_fields = ["second_factor"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        return [*fieldsets, (_("Second factor"), {"fields": ["second_factor"]})]

    @admin.display(description=_("second factor"))
    def second_factor(self, obj: User) -> str:
        kinds = Authenticator.objects.filter(user=obj, type__in=FACTORS)
        names = sorted({_name(each.type) for each in kinds})
        if not names:
            return gettext("none")
        address = reverse("admin:reset_second_factor", args=[obj.pk])
        return format_html(
            '{} · <a href="{}">{}</a>', ", ".join(names), address, gettext("Reset it")
        )

    def get_urls(self) -> list[URLPattern]:
        reset = self.admin_site.admin_view(self.reset_second_factor)
        own = path("<path:object_id>/second-factor/", reset, name="reset_second_factor")
        return [own, *super().get_urls()]

    def reset_second_factor(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Asks, then removes telephone, keys and codes and ends the person's sessions."""
        if not request.user.is_superuser:
            raise PermissionDenied
        person = get_object_or_404(User, pk=unquote(object_id))
        if request.method != "POST":
            context = {
                **self.admin_site.each_context(request),
                "title": gettext("Reset the second factor"),
                "opts": self.opts,
                "person": person,
            }
            return TemplateResponse(request, "admin/reset_second_factor.html", context)
        remove_second_factor(person)
        self.log_change(request, person, gettext("Second factor reset."))
        messages.success(
            request,
            gettext("The second factor of “%(name)s” has been reset.") % {"name": person},
        )
        return HttpResponseRedirect(reverse("admin:publishing_user_change", args=[person.pk]))


def _name(kind: str) -> str:
    app = kind == Authenticator.Type.TOTP
    return gettext("app on a telephone") if app else gettext("passkey")
