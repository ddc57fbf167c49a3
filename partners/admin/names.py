from django.utils.translation import gettext_lazy as _

from twinning.publishing.admin import StackedPart


class FormerNameInline(StackedPart):
    """Names used before the present one; a concrete model is set by each subclass."""

    verbose_name_plural = _("Former names")
    fieldsets = [(None, {"fields": ["name", "short_name", "used", "note"]})]
