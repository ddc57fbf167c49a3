from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.http import HttpRequest
from django.utils.text import capfirst

from twinning.letters import folded


def found_by(*paths: str) -> list[str]:
    """Lookups for `search_fields`, of the keys at the end of paths; "" is the record's own."""
    return [f"{path}__find_key__contains".removeprefix("__") for path in paths]


class Finding(BaseModelAdmin[Any]):
    """A list that is found in by any spelling: what is typed is folded as the keys are."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        title = {"title": capfirst(str(self.opts.verbose_name_plural))}
        return super().changelist_view(request, {**title, **(extra_context or {})})  # type: ignore[misc]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        return super().get_search_results(request, queryset, folded(search_term))  # type: ignore[misc]
