"""The pages of the desk. The admin's site calls them, rights to enter already checked."""

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twinning.site.desk.declaration import may_review, record_review, reminder_for
from twinning.site.desk.figures import figures_for
from twinning.site.desk.page import desk_of, work_of
from twinning.site.desk.registry import SECTIONS
from twinning.site.desk.section import Work
from twinning.site.desk.worker import Worker

ROWS_ON_A_PAGE = 50
NOTE_LENGTH = 1000


def desk(request: HttpRequest, site: AdminSite) -> HttpResponse:
    worker = Worker.of(request, site)
    groups = desk_of(worker)
    context = {
        **site.each_context(request),
        "title": _("Desk"),
        "figures": figures_for(worker),
        "main": [each for each in groups if not each.group.in_margin],
        "margin": [each for each in groups if each.group.in_margin],
        "reminder": reminder_for(worker),
        "translates": bool(worker.translated_kinds()),
        "app_list": site.get_app_list(request),
    }
    return TemplateResponse(request, "admin/desk/index.html", context)


def section_page(request: HttpRequest, site: AdminSite, name: str) -> HttpResponse:
    """All rows of one section, page by page."""
    if name not in SECTIONS:
        raise Http404
    work = work_of(SECTIONS[name], Worker.of(request, site))
    page = _page_of(work, request.GET.get("page"))
    work.fetch(page.start_index() - 1 if work.total else 0, page.end_index())
    context = {
        **site.each_context(request),
        "title": work.section.heading,
        "work": work,
        "page": page,
    }
    return TemplateResponse(request, "admin/desk/section.html", context)


def _page_of(work: Work, number: str | None) -> "Page[int]":
    return Paginator(range(work.total), ROWS_ON_A_PAGE).get_page(number)


@require_POST
def accessibility_reviewed(request: HttpRequest, site: AdminSite) -> HttpResponse:
    worker = Worker.of(request, site)
    if not may_review(worker.user):
        raise PermissionDenied
    record_review(worker, request.POST.get("note", "").strip()[:NOTE_LENGTH])
    messages.success(request, _("The review of the accessibility declaration is recorded."))
    return redirect("admin:index")
