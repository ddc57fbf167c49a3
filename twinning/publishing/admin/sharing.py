from http import HTTPStatus
from typing import Any
from uuid import UUID

from csp.constants import SELF
from csp.decorators import csp_update
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from twinning.publishing.admin.imagining import acting_as
from twinning.publishing.admin.previews import Previews
from twinning.publishing.forms.preview_link import PreviewLinkForm
from twinning.publishing.models import PreviewLink
from twinning.publishing.pages import language_links
from twinning.publishing.previewing import Subject
from twinning.publishing.sharing import make_link


class Sharing(Previews):
    """Links to a preview for somebody without an account, made and listed beside it."""

    def preview_paths(self) -> list[Any]:
        return [
            *super().preview_paths(),
            *self.paths_of("preview/links/", self.share_view, "preview_links"),
        ]

    def may_share(self, request: HttpRequest, subject: Subject) -> bool:
        """Whoever may write it may show it; asked again each time a link is opened."""
        return self.may_preview(request, subject) and self.may_keep(request, subject.record)

    def may_share_as(self, user: Any, subject: Subject) -> bool:
        """The same of somebody who isn't there."""
        return user.is_active and user.is_staff and self.may_share(acting_as(user), subject)

    def may_withdraw(self, request: HttpRequest, link: PreviewLink) -> bool:
        """Who made the link, and whoever publishes, for whatever home city: it gives nothing."""
        return link.maker_id == request.user.pk or self.may_publish(request)

    @method_decorator(require_POST)
    @method_decorator(csp_update({"frame-src": [SELF]}))
    def share_view(
        self, request: HttpRequest, object_id: str | None = None, key: UUID | None = None
    ) -> HttpResponse:
        """Makes a link. The answer shows its secret, which no other page does."""
        subject = self.subject_of(request, object_id, key)
        if not self.may_share(request, subject):
            raise PermissionDenied
        form = PreviewLinkForm(request.POST)
        if not form.is_valid():
            answer = self.preview_page(request, subject, link_form=form)
            answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
            return answer
        link, token = make_link(
            subject,
            self._logged(subject.record),
            maker=request.user,
            expires_at=form.expires_at,
            note=form.cleaned_data["note"],
        )
        return self.preview_page(
            request, subject, new_link=link, new_addresses=_addresses(request, token)
        )

    def _logged(self, record: Any) -> Any:
        return None if record is None else self.whole_of(record)

    def _preview_context(self, request: HttpRequest, subject: Subject) -> dict[str, Any]:
        context = super()._preview_context(request, subject)
        if not self.may_share(request, subject):
            return context
        return {
            **context,
            "link_form": PreviewLinkForm(),
            "links_url": self.preview_url(subject, "preview_links"),
            "links": self._links(request, subject),
            "here": self.preview_url(subject),
        }

    def _links(self, request: HttpRequest, subject: Subject) -> list[tuple[PreviewLink, bool]]:
        """Those to the record and to its copies, each with whether the user may withdraw it."""
        every = PreviewLink.objects.select_related("maker")
        if subject.record is not None:
            found = every.of(subject.record)
        else:
            assert subject.copy is not None
            found = every.of_copy(subject.copy)
        return [(link, self.may_withdraw(request, link)) for link in found]


def _addresses(request: HttpRequest, token: str) -> list[dict[str, str]]:
    """The link in each language, whole, to be copied."""
    return [
        {"code": link.code, "name": link.name, "url": request.build_absolute_uri(link.url)}
        for link in language_links(lambda: reverse("preview_link", args=[token]))
    ]
