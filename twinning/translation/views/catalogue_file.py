from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from twinning.translation.forms import CatalogueFileForm
from twinning.translation.interface.files import merged_file
from twinning.translation.interface.incoming import FileError, look_through, read_file, take
from twinning.translation.views.frame import for_translators, language_name, page


@require_safe
@for_translators
def download(request: HttpRequest, site: AdminSite, language: str) -> HttpResponse:
    """The catalogue as the site shows it now, changes included."""
    headers = {"Content-Disposition": f'attachment; filename="django-{language}.po"'}
    return HttpResponse(
        merged_file(language), content_type="text/x-gettext-translation", headers=headers
    )


@for_translators
def upload(request: HttpRequest, site: AdminSite, language: str) -> HttpResponse:
    """First a preview of what a file would change, then the change."""
    if "sealed" in request.POST:
        return _take(request, site, language)
    form = CatalogueFileForm()
    if request.method == "POST":
        form = CatalogueFileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            incoming = look_through(read_file(form.cleaned_data["file"], language), language)
            return _upload_page(request, site, language, form, incoming=incoming)
        except FileError as error:
            form.add_error("file", str(error))
    status = 422 if form.is_bound else 200
    return _upload_page(request, site, language, form, status=status)


def _take(request: HttpRequest, site: AdminSite, language: str) -> HttpResponse:
    try:
        count, stale = take(request.POST["sealed"], language, request.user)
    except FileError as error:
        messages.error(request, str(error))
        return redirect("admin:interface_upload", language=language)
    text = ngettext("%(count)d text is taken over.", "%(count)d texts are taken over.", count)
    messages.success(request, text % {"count": count})
    for source in stale:
        messages.warning(
            request, _("Changed by somebody meanwhile and left: %(source)s") % {"source": source}
        )
    return redirect("admin:interface_list", language=language)


def _upload_page(
    request: HttpRequest, site: AdminSite, language: str, form: CatalogueFileForm, **context: Any
) -> HttpResponse:
    return page(
        request,
        site,
        "upload",
        title=_("Interface texts from a file: %(language)s")
        % {"language": language_name(language)},
        language=language,
        form=form,
        **context,
    )
