from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from partners.forms import InvitationForm
from partners.letters import send_invitation
from partners.models import Invitation
from partners.roles import role_name

State = Invitation.State


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin[Invitation]):
    """Invitations are written, sent again and withdrawn; what was sent isn't changed."""

    form = InvitationForm
    fieldsets = [
        (None, {"fields": ["email", "first_name", "last_name", "language"]}),
        (_("Rights"), {"fields": ["role", "homes"]}),
    ]
    list_display = ["email", "first_name", "last_name", "role_label", "city_names", "state_label"]
    list_display_links = ["email"]
    list_select_related = ["role"]
    search_fields = ["email", "first_name", "last_name"]
    actions = ["send_again", "withdraw"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Invitation]:
        queryset: Any = super().get_queryset(request)
        own: QuerySet[Invitation] = queryset.editable_by(request.user).prefetch_related("homes")
        return own

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.inviter = request.user
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        (person, rights) = fieldsets
        fieldsets = [person, (rights[0], {"fields": ["role_label", "city_names"]})]
        fate = ["state_label", "invited_by", "sent_at", "expires_at", "accepted_at", "withdrawn_at"]
        return [*fieldsets, (_("What became of it"), {"fields": fate})]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Without buttons that would add a role or a city by the way."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    @admin.display(description=_("role"), ordering="role__name")
    def role_label(self, obj: Invitation) -> str:
        return role_name(obj.role)

    @admin.display(description=_("home cities"))
    def city_names(self, obj: Invitation) -> str:
        return ", ".join(home.name for home in obj.homes.all()) or gettext("all")

    @admin.display(description=_("state"))
    def state_label(self, obj: Invitation) -> str:
        return format_html('<span class="status">{}</span>', obj.state.label)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.invited_by = request.user
        obj.is_limited = bool(form.cleaned_data["homes"])
        token = obj.issue()
        super().save_model(request, obj, form, change)
        transaction.on_commit(partial(self._send, request, obj, token))

    def _send(self, request: HttpRequest, invitation: Invitation, token: str) -> None:
        """After the invitation is safe: a letter with a link that leads nowhere helps nobody."""
        if send_invitation(request, invitation, token):
            text = gettext("The letter to %(address)s has been sent.")
            messages.success(request, text % {"address": invitation.email})
        else:
            text = gettext(
                "The letter to %(address)s could not be sent. The invitation is kept: have the "
                "settings of e-mail checked, then send it again."
            )
            messages.error(request, text % {"address": invitation.email})

    @admin.action(description=_("Send the letter again"), permissions=["add"])
    def send_again(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        """With a new link and its whole time; the old link stops working."""
        for invitation in self._unused(request, queryset):
            token = invitation.issue()
            invitation.save()
            self.log_change(request, invitation, gettext("Sent again."))
            transaction.on_commit(partial(self._send, request, invitation, token))

    @admin.action(description=_("Withdraw the invitation"), permissions=["add"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        unused = self._unused(request, queryset)
        for invitation in unused:
            invitation.withdraw()
            self.log_change(request, invitation, gettext("Withdrawn."))
        if unused:
            text = ngettext(
                "%(count)s invitation was withdrawn.",
                "%(count)s invitations were withdrawn.",
                len(unused),
            )
            messages.success(request, text % {"count": len(unused)})

    def _unused(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> list[Invitation]:
        unused = [each for each in queryset if each.state != State.ACCEPTED]
        if len(unused) < len(queryset):
            messages.warning(
                request, gettext("What has been accepted is neither sent again nor withdrawn.")
            )
        return unused
