from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twinning.translation.forms import InterfaceTextForm
from twinning.translation.interface.keeping import StaleTextError, drop, keep
from twinning.translation.interface.listing import Narrowing, next_after
from twinning.translation.interface.texts import InterfaceText, text_among, texts_of
from twinning.translation.models import MessageEdit
from twinning.translation.views.frame import for_translators, language_name, page


@for_translators
def interface_text(request: HttpRequest, site: AdminSite, language: str, key: str) -> HttpResponse:
    """One text with what it is checked for; saving leads to the next of the list."""
    texts = texts_of(language)
    text = text_among(texts, key)
    if text is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = InterfaceTextForm(data, text=text, language=language, others=texts)
    if data is None or not form.is_valid():
        return _text_page(request, site, form, status=200 if data is None else 422)
    try:
        changed = _keep(request, form)
    except StaleTextError:
        return _stale_page(request, site, language, key)
    messages.success(request, _("The text is saved.") if changed else _("Nothing has changed."))
    return redirect(_address_after(request, language, key, texts))


def _keep(request: HttpRequest, form: InterfaceTextForm) -> bool:
    cleaned = form.cleaned_data
    return keep(
        form.language, form.text.key, form.texts,
        token=cleaned["token"], user=request.user, note=cleaned["note"].strip(),
    )  # fmt: skip


def _stale_page(request: HttpRequest, site: AdminSite, language: str, key: str) -> HttpResponse:
    """What was typed beside what the text says now; saving again replaces that."""
    texts = texts_of(language)
    text = text_among(texts, key)
    if text is None:
        raise Http404
    data: Any = request.POST.copy()
    fresh = InterfaceTextForm(text=text, language=language, others=texts)
    data["token"] = fresh["token"].value()
    form = InterfaceTextForm(data, text=text, language=language, others=texts)
    return _text_page(request, site, form, status=409)


def _text_page(
    request: HttpRequest, site: AdminSite, form: InterfaceTextForm, *, status: int
) -> HttpResponse:
    text, narrowing = form.text, Narrowing.of(request.GET)
    return page(
        request,
        site,
        "text",
        status=status,
        is_stale=status == 409,
        title=_("Interface text: %(language)s") % {"language": language_name(form.language)},
        form=form,
        text=text,
        language=form.language,
        list_url=_list_address(form.language, narrowing),
        edits=MessageEdit.objects.filter(language=form.language, key=text.key)[:50],
    )


@require_POST
@for_translators
def take_back(request: HttpRequest, site: AdminSite, language: str, key: str) -> HttpResponse:
    drop(language, key, user=request.user)
    messages.success(request, _("The change is taken back; it stays in the history."))
    return redirect(_list_address(language, Narrowing.of(request.GET)))


def _address_after(
    request: HttpRequest, language: str, key: str, texts: list[InterfaceText]
) -> str:
    narrowing = Narrowing.of(request.GET)
    following = next_after(key, texts, narrowing) if "_next" in request.POST else None
    if following is None:
        return _list_address(language, narrowing)
    address = reverse("admin:interface_text", args=[language, following])
    return address + narrowing.address()


def _list_address(language: str, narrowing: Narrowing) -> str:
    return reverse("admin:interface_list", args=[language]) + narrowing.address()
