from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from partners.models import EditingRight
from twinning.publishing.models import User


class EditingRightInline(admin.TabularInline[EditingRight, User]):
    model = EditingRight
    autocomplete_fields = ["home"]
    extra = 0
    verbose_name_plural = _("Home cities: none means all of them")


@admin.register(User)
class StaffAdmin(UserAdmin[User]):
    inlines = [EditingRightInline]
