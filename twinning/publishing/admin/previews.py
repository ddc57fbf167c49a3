from http import HTTPStatus
from typing import Any
from uuid import UUID

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from twinning.publishing.admin.imagining import GoneError, Imagining, NotWholeError
from twinning.publishing.models import WorkingCopy
from twinning.publishing.pages import LanguageLink
from twinning.publishing.previewing import NoPageError, Subject, has_page
from twinning.publishing.working_copies import keep, says_the_same

NOT_INDEXED = {"X-Robots-Tag": "noindex, nofollow"}


class Previews(Imagining):
    """The page on which an editor sees what residents would see, on a phone and on a desktop."""

    def get_urls(self) -> list[Any]:
        paths = self.preview_paths() if has_page(self.model) else []
        return [*paths, *super().get_urls()]

    def preview_paths(self) -> list[Any]:
        return [
            *self.paths_of("preview/", self.preview_view, "preview"),
            *self.paths_of(
                "preview/page/<slug:language>/", self.preview_frame_view, "preview_frame"
            ),
        ]

    def paths_of(self, route: str, view: Any, what: str) -> list[Any]:
        """The route below a working copy and below a record."""
        wrapped = self.admin_site.admin_view(view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_{what}"
        return [
            path(f"copy/<uuid:key>/{route}", wrapped, name=f"{name}_copy"),
            path(f"<path:object_id>/{route}", wrapped, name=name),
        ]

    # Where

    def subject_of(self, request: HttpRequest, object_id: str | None, key: UUID | None) -> Subject:
        """What is asked for, if it is there and its user may see it."""
        if key is not None:
            subject = self._copy(key)
        else:
            subject = Subject(self.get_object(request, unquote(object_id or "")))
        if subject.record is None and subject.copy is None:
            raise Http404
        if not self.may_preview(request, subject):
            raise PermissionDenied
        return subject

    def _copy(self, key: UUID) -> Subject:
        copies = WorkingCopy.objects.of_model(self.model).select_related("author")
        copy = get_object_or_404(copies, key=key)
        record = copy.record
        if copy.object_id is not None and record is None:
            raise Http404
        return Subject(record, copy)

    def preview_url(self, subject: Subject, what: str = "preview", *args: Any) -> str:
        if subject.copy is not None:
            return self.admin_url(f"{what}_copy", subject.copy.key, *args)
        return self.admin_url(what, subject.record.pk, *args)

    def saved_preview_url(self, obj: Any) -> str:
        """The preview of what is saved; none for a new record, or where there is no page."""
        is_shown = obj is not None and has_page(self.model)
        return self.admin_url("preview", obj.pk) if is_shown else ""

    def form_url(self, subject: Subject) -> str:
        """The form that shows what the preview shows."""
        if subject.copy is None:
            return self.admin_url("change", subject.record.pk)
        if subject.copy.object_id is None:
            return self.copy_url(subject.copy)
        return f"{self.copy_url(subject.copy)}?copy={subject.copy.key}"

    def keep_and_preview(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Keep what was posted, if it is new, and show what would come of it.

        Raises `KeptElsewhereError`.
        """
        if not has_page(self.model):
            return self.keep_and_return(request, obj)
        copy = self.copy_in_hand(request, obj)
        known = copy.posted if copy else self.saved_form(request, obj) if obj else None
        if known is None or not says_the_same(request.POST, known):
            copy = keep(request.user, self.model, obj, request.POST)  # type: ignore[arg-type]
        return HttpResponseRedirect(self.preview_url(Subject(obj, copy)))

    # The pages

    @method_decorator(require_safe)
    @method_decorator(csp_update({"frame-src": [SELF]}))
    def preview_view(
        self, request: HttpRequest, object_id: str | None = None, key: UUID | None = None
    ) -> HttpResponse:
        subject = self.subject_of(request, object_id, key)
        return self.preview_page(request, subject)

    def preview_page(self, request: HttpRequest, subject: Subject, **extra: Any) -> HttpResponse:
        """The preview; or, where nothing can be shown yet, what is missing."""
        context = {**self._preview_context(request, subject), **extra}
        try:
            self.page_of(request, subject, settings.LANGUAGE_CODE, {})
        except NotWholeError as error:
            return self._no_preview(request, {**context, "problems": error.problems})
        except NoPageError:
            return self._no_preview(request, {**context, "reason": _NO_PAGE})
        except PermissionDenied:
            return self._no_preview(request, {**context, "reason": _NO_AUTHOR})
        except GoneError as error:
            raise Http404 from error
        context["sections"] = self._sections(request, subject)
        return TemplateResponse(
            request, "admin/publishing/preview.html", context, headers=NOT_INDEXED
        )

    def _no_preview(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        return TemplateResponse(
            request,
            "admin/publishing/no_preview.html",
            context,
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
            headers=NOT_INDEXED,
        )

    def _preview_context(self, request: HttpRequest, subject: Subject) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": _("Preview"),
            "subtitle": str(subject),
            "opts": self.opts,
            "subject": subject,
            "form_url": self.form_url(subject),
            "tabs": self._tabs(request, subject),
        }

    def _languages_of(self, request: HttpRequest) -> list[str]:
        codes = [code for code, _name in settings.LANGUAGES]
        asked = request.GET.get("language")
        return [asked] if asked in codes else codes

    def _tabs(self, request: HttpRequest, subject: Subject) -> list[dict[str, Any]]:
        here, chosen = self.preview_url(subject), self._languages_of(request)
        every = {"label": _("All languages"), "url": here, "is_current": len(chosen) > 1}
        return [
            every,
            *(
                {
                    "label": _name_of(code),
                    "lang": code,
                    "url": f"{here}?language={code}",
                    "is_current": chosen == [code],
                }
                for code, _name in settings.LANGUAGES
            ),
        ]

    def _sections(self, request: HttpRequest, subject: Subject) -> list[dict[str, Any]]:
        return [
            {
                "code": code,
                "name": _name_of(code),
                "url": self.preview_url(subject, "preview_frame", code),
                "lacking": self._lacking(subject, code),
            }
            for code in self._languages_of(request)
        ]

    def _lacking(self, subject: Subject, code: str) -> list[str]:
        return [] if code == settings.LANGUAGE_CODE else self.lacking_in(subject, code)

    @method_decorator(require_safe)
    @method_decorator(xframe_options_sameorigin)
    @method_decorator(csp_replace({"frame-ancestors": [SELF]}))
    def preview_frame_view(
        self,
        request: HttpRequest,
        language: str,
        object_id: str | None = None,
        key: UUID | None = None,
    ) -> HttpResponse:
        """The page itself, to stand in a frame; its links lead out of it."""
        if language not in dict(settings.LANGUAGES):
            raise Http404
        subject = self.subject_of(request, object_id, key)
        context = {
            "preview": {"is_framed": True, "is_public": subject.is_public},
            "canonical_url": "",
            "printed_url": "",
            "alternates": [],
            "language_switch": self._switch(subject, language),
        }
        try:
            page = self.page_of(request, subject, language, context)
        except (NotWholeError, NoPageError, GoneError) as error:
            raise Http404 from error
        return HttpResponse(page, headers={**NOT_INDEXED, "Content-Language": language})

    def _switch(self, subject: Subject, language: str) -> list[LanguageLink]:
        here = self.preview_url(subject)
        return [
            LanguageLink(code, _name_of(code), f"{here}?language={code}", code == language)
            for code, _name in settings.LANGUAGES
        ]


def _name_of(code: str) -> str:
    return str(get_language_info(code)["name_local"]).capitalize()


_NO_PAGE = gettext_lazy(
    "Residents would find this on no page: it has none of its own, and what it belongs to isn’t "
    "public yet."
)
_NO_AUTHOR = gettext_lazy(
    "The author of this working copy may no longer change the record. Open the form and press "
    "“Preview” there: the copy then goes on as yours."
)
