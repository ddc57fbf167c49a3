from django.contrib.admin import AdminSite
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twinning.translation.interface.listing import FILTERS, Narrowing
from twinning.translation.interface.overview import states
from twinning.translation.interface.texts import texts_of
from twinning.translation.views.frame import for_translators, language_name, page

ON_A_PAGE = 50


@for_translators
def overview(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """How complete each catalogue is, and what is left over in it."""
    labels = {name: label for name, (label, _is_so) in FILTERS.items()}
    return page(
        request,
        site,
        "overview",
        title=_("Interface texts"),
        states=[
            (state, [(name, labels[name], number) for name, number in state.counts.items()])
            for state in states()
        ],
        labels=[label for label, _is_so in FILTERS.values()],
    )


@for_translators
def interface_list(request: HttpRequest, site: AdminSite, language: str) -> HttpResponse:
    narrowing, texts = Narrowing.of(request.GET), texts_of(language)
    found = narrowing.narrowed(texts)
    filters = [
        (label, narrowing.address(show=name), name == narrowing.show)
        for name, (label, _is_so) in FILTERS.items()
    ]
    return page(
        request,
        site,
        "list",
        title=_("Interface texts: %(language)s") % {"language": language_name(language)},
        language=language,
        narrowing=narrowing,
        filters=filters,
        found=len(found),
        page=Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
    )
