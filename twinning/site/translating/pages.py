"""The pages of the translators' desk. The admin's site calls them, rights to enter checked."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from twinning.site.desk.row import day, noun_of
from twinning.site.desk.worker import Worker
from twinning.site.translating.addresses import sheet_url
from twinning.site.translating.choice import Choice
from twinning.site.translating.coverage import COUNTED, coverage_for
from twinning.site.translating.queue import Queue, Waiting
from twinning.translation.models import Assignment

ROWS_ON_A_PAGE = 50


def translating(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """The queue, narrowed down by the form above it."""
    worker = worker_of(request, site)
    choice = Choice.of(request, worker)
    queue = Queue(worker, choice)
    page = _page_of(queue.count(), request.GET.get("page"))
    rows = queue.rows(slice(max(page.start_index() - 1, 0), page.end_index()))
    context = {
        **site.each_context(request),
        "title": _("Translators’ desk"),
        "choice": choice,
        "page": page,
        "filters": filters_of(request),
        "rows": _listed(rows, choice.code, filters_of(request)),
        "may_change_interface": request.user.has_perm("translation.change_changedmessage"),
        "may_edit_terms": request.user.has_perm("translation.view_glossaryterm"),
    }
    return TemplateResponse(request, "admin/translating/queue.html", context)


def coverage(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """How much is translated, in figures and bars."""
    worker = worker_of(request, site)
    context = {
        **site.each_context(request),
        "title": _("How much is translated"),
        "languages": coverage_for(worker),
        "states": [state.label for state in COUNTED],
    }
    return TemplateResponse(request, "admin/translating/coverage.html", context)


def worker_of(request: HttpRequest, site: AdminSite) -> Worker:
    """Refuses whoever has nothing to translate."""
    worker = Worker.of(request, site)
    if not worker.translated_kinds():
        raise PermissionDenied
    return worker


def filters_of(request: HttpRequest) -> str:
    """The filters as they stand in the address, without the page."""
    given = request.GET.copy()
    for name in list(given):
        if name not in Choice.base_fields or not given[name]:
            del given[name]
    return given.urlencode()


def _listed(rows: Iterable[Waiting], code: str, filters: str) -> list[dict[str, Any]]:
    listed = list(rows)
    given = _assignments(listed, code)
    return [
        {
            "name": row.name or _("without a title yet"),
            "language": row.name_language,
            "url": sheet_url(row.whole_label, row.whole_key, code, filters)
            + f"#text-{row.label.split('.')[1].lower()}-{row.key}-{row.field}",
            "kind": noun_of(row.whole_model),
            "what": row.what,
            "state": row.state,
            "state_label": row.state_label,
            "since": day(row.moment),
            "assignment": given.get((row.whole_label, row.whole_key)),
        }
        for row in listed
    ]


def _assignments(rows: list[Waiting], code: str) -> dict[tuple[str, Any], Assignment]:
    """Who has the records of these rows. One query."""
    condition = Q(pk__in=[])
    labels = {}
    for model in {row.whole_model for row in rows}:
        kind = ContentType.objects.get_for_model(model)
        labels[kind.pk] = model._meta.label
        keys = {row.whole_key for row in rows if row.whole_model is model}
        condition |= Q(whole_type=kind, whole_id__in=keys)
    found = Assignment.objects.filter(condition).in_language(code).open()
    return {
        (labels[each.whole_type_id], each.whole_id): each
        for each in found.select_related("translator")
    }


def _page_of(total: int, number: str | None) -> "Page[int]":
    return Paginator(range(total), ROWS_ON_A_PAGE).get_page(number)
