from typing import Any

from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from twinning.publishing.admin.fields import Rows
from twinning.publishing.admin.publishable import PublishableAdmin
from twinning.publishing.languages import side_by_side

NOTE = _("It is saved as a draft: residents see it once it is published. The rest can wait.")


class QuickAdding(PublishableAdmin):
    """Added from the form of another record, it asks for `quick_fields` alone."""

    quick_fields: Rows

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if not _is_quick(request, obj):
            return super().get_fieldsets(request, obj)
        rows = [side_by_side(self.model, row) for row in self.quick_fields]
        return [(None, {"fields": rows, "description": NOTE})]

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return [] if _is_quick(request, obj) else super().get_inlines(request, obj)


def _is_quick(request: HttpRequest, obj: Any) -> bool:
    given = request.POST if request.method == "POST" else request.GET
    return obj is None and IS_POPUP_VAR in given
