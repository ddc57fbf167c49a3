from typing import Any

from django.http import HttpRequest

from partners.models import homes_of
from twinning.publishing.admin import RecordAdmin


def is_limited(request: HttpRequest) -> bool:
    """Whether the user edits for some home cities only."""
    return homes_of(request.user) is not None  # type: ignore[arg-type]


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
