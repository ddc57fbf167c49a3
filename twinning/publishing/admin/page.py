from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst

from twinning.publishing.admin.rights import RecordRights


class RecordPage(RecordRights):
    """What the pages around a record have in common."""

    if TYPE_CHECKING:  # as RecordAdmin has them

        def comment(self, request: HttpRequest) -> str: ...

    def page_name(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def page_url(self, name: str, *args: Any) -> str:
        return reverse(f"admin:{self.page_name(name)}", args=args)

    def history_page(
        self, request: HttpRequest, template: str, title: str, *, status: int = 200, **context: Any
    ) -> TemplateResponse:
        frame = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "plural": capfirst(str(self.opts.verbose_name_plural)),
            "list_url": self.page_url("changelist"),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(
            request, f"admin/publishing/{template}", {**frame, **context}, status=status
        )

    def is_theirs_now(self, request: HttpRequest, record: Any) -> bool:
        """Whether the record, as it has just been saved, belongs to what the user is limited to."""
        request.__dict__.pop("_own_records", None)
        return self.is_own(request, record)
