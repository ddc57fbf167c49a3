"""What every page's frame needs beside what its view gives it. None of it asks the database."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from twinning.publishing.pages import language_links


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Navigation, and a language switch to the home page for pages without an own one."""
    return {
        "site_name": _("Partner cities"),
        "site_publisher": settings.SITE_PUBLISHER,
        "source_language": settings.LANGUAGE_CODE,
        "site_nav": [
            (label, reverse(name), request.path.startswith(reverse(name)))
            for label, name in (
                (_("Organisations"), "organisations"),
                (_("People"), "people"),
                (_("Agreements"), "agreements"),
                (_("Series"), "series_list"),
                (_("Networks"), "networks"),
            )
        ],
        "footer_links": [
            (_("Source documents"), reverse("sources")),
            (_("Open data"), reverse("data")),
        ],
        "language_switch": language_links(lambda: reverse("home")),
    }
