from typing import Any

from django.http import HttpRequest

from partners.models import EditingRight
from twinning.publishing.admin import RecordAdmin


def is_limited(request: HttpRequest) -> bool:
    """Whether the user edits for some home cities only. Asked of the database once in a request."""
    if request.user.is_superuser:
        return False
    known = request.__dict__
    if "_limited_to_homes" not in known:
        rights = EditingRight.objects.filter(user=request.user.pk)
        known["_limited_to_homes"] = rights.exists()
    return bool(known["_limited_to_homes"])


class HomeCityLimits(RecordAdmin):
    """For records that belong to a home city by way of `owner_fields`.

    Somebody limited to home cities must choose, and finds, only what is theirs in these fields.
    """

    owner_fields: tuple[str, ...] = ()

    def is_own(self, request: HttpRequest, obj: Any) -> bool:
        return not is_limited(request) or super().is_own(request, obj)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name in self.owner_fields and is_limited(request):
            field.queryset = field.queryset.editable_by(request.user)
            field.required = True
        return field
