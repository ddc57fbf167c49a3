from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.http import HttpRequest
from django.utils.translation import override

from twinning.publishing.previewing import page_as_public
from twinning.site.law.checker import faults
from twinning.site.law.headings import headings
from twinning.site.models import Declaration


class Command(BaseCommand):
    help = "Checks the published accessibility declaration in every language, element by element."

    def handle(self, *args: Any, **options: Any) -> None:
        record = Declaration.objects.published().first()
        if record is None:
            raise CommandError("No accessibility declaration is published.")
        found = [
            fault for code, _name in settings.LANGUAGES for fault in self._faults(record, code)
        ]
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write(self.style.SUCCESS("The accessibility declaration is complete."))

    def _faults(self, record: Declaration, code: str) -> list[str]:
        html = page_as_public(_asking(), record, code, {}).decode()
        with override(code):
            return [f"{code}: {fault}" for fault in faults(html, headings(record))]


def _asking() -> HttpRequest:
    """A request for a host that the site answers to."""
    request = HttpRequest()
    host = settings.ALLOWED_HOSTS[0].lstrip(".")
    request.META = {"SERVER_NAME": "localhost" if host == "*" else host, "SERVER_PORT": "80"}
    return request
