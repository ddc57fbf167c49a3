from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from events.finding.answer import Answer, answer
from events.finding.examples import examples
from events.finding.narrowing import Narrowing, address
from events.finding.wording import in_short, reading
from twinning.publishing.pages import public_page
from twinning.search.completing import completed
from twinning.search.grammar import LONGEST, TooLongError, Typed, one_line, typed


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The field; for a question what was found, how it was understood and ways on."""
    text, narrowing = request.GET.get("q", ""), Narrowing(request.GET)
    try:
        question = typed(text)
    except TooLongError as error:
        page = _page(request, Typed(one_line(text[:LONGEST])), length=error.length)
        page.status_code = 400
        return page
    if not question and not narrowing.chosen:
        return _page(request, question)
    found = answer(question, narrowing, _page_number(request))
    if found.page > found.pages:
        raise Http404
    asked = found.instead or question.text
    return _page(
        request,
        question,
        found,
        query={"q": question.text, **narrowing.chosen},
        kept=list(narrowing.chosen.items()),
        previous=_turn(found, -1, narrowing.address(asked, found.page - 1)),
        next=_turn(found, 1, narrowing.address(asked, found.page + 1)),
        all_url=address(asked, {}) if narrowing.chosen else "",
        instead_url=narrowing.address(asked),
    )


def _page(
    request: HttpRequest, question: Typed, found: Answer | None = None, **more: Any
) -> TemplateResponse:
    shows_examples = not (found and found.total)
    return public_page(
        request,
        "events/search.html",
        address=lambda: reverse("search"),
        trail=[(_("Search"), None)],
        description=_("Search all records of the chronicle in every language of the site."),
        question=question,
        found=found,
        in_short=in_short(found) if found else "",
        readings=reading(question),
        examples=[(each, address(each.question, {})) for each in examples()]
        if shows_examples
        else [],
        longest=LONGEST,
        **more,
    )


def _turn(found: Answer, step: int, url: str) -> tuple[str, str] | None:
    number = found.page + step
    if not 1 <= number <= found.pages:
        return None
    return _("Page %(number)s") % {"number": number}, url


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text)):
        raise Http404
    return int(text)


@require_safe
@cache_control(max_age=3600, public=True)
def search_description(request: HttpRequest) -> HttpResponse:
    """How browsers may offer the search in their own field (OpenSearch 1.1)."""
    addresses = {
        "search_url": request.build_absolute_uri(reverse("search")),
        "suggestions_url": request.build_absolute_uri(reverse("search_suggestions")),
        "description_url": request.build_absolute_uri(reverse("search_description")),
        "icon_url": request.build_absolute_uri(static("site/img/favicon.ico")),
    }
    return render(
        request,
        "events/opensearch.xml",
        addresses,
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )


@require_safe
@cache_control(max_age=300, public=True)
def search_suggestions(request: HttpRequest) -> JsonResponse:
    """The question and what it may become, as OpenSearch's extension for suggestions has it."""
    try:
        question = typed(request.GET.get("q", ""), is_unfinished=True)
    except TooLongError:
        return JsonResponse(["", []], safe=False, status=400)
    return JsonResponse(
        [question.text, completed(question, get_language() or "")],
        safe=False,
        content_type="application/x-suggestions+json; charset=utf-8",
    )
