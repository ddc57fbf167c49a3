"""What the pages of the interface's texts have in common."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from twinning.translation.interface.texts import CatalogueError

RIGHT = "translation.change_changedmessage"
OVERVIEW = "admin:translation_changedmessage_changelist"

View = Callable[..., HttpResponse]


def for_translators(view: View) -> View:
    """Closed to others. A catalogue that can't be read leads to the overview, which says why."""

    @wraps(view)
    def answer(request: HttpRequest, site: AdminSite, *args: Any, **kwargs: Any) -> HttpResponse:
        if not getattr(request.user, "has_perm", lambda right: False)(RIGHT):
            raise PermissionDenied
        if kwargs.get("language", settings.LANGUAGE_CODE) not in dict(settings.LANGUAGES):
            raise Http404
        try:
            return view(request, site, *args, **kwargs)
        except CatalogueError:
            messages.error(request, _("The catalogue can't be read, so nothing can be changed."))
            return redirect(OVERVIEW)

    return answer


def page(
    request: HttpRequest, site: AdminSite, template: str, *, status: int = 200, **context: Any
) -> TemplateResponse:
    frame = {**site.each_context(request), **context}
    return TemplateResponse(request, f"admin/translation/{template}.html", frame, status=status)


def language_name(code: str) -> str:
    return str(dict(settings.LANGUAGES)[code])
