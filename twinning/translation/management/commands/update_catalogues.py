"""Bring the catalogues in `locale/` up to date with the code (`make messages`)."""

import shutil
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from twinning.translation.catalogues import bring_up_to_date
from twinning.translation.extraction import (
    SOURCE_LANGUAGE,
    catalogue_path,
    messages_of_the_code,
)


class Command(BaseCommand):
    help = "Adds the code's new messages to the catalogues and drops those no longer used."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if not shutil.which("xgettext"):
            raise CommandError("GNU gettext is needed to collect messages (Debian: gettext).")
        wanted = messages_of_the_code()
        for code, _ in settings.LANGUAGES:
            path = catalogue_path(code)
            bring_up_to_date(path, code, wanted, is_source=code == SOURCE_LANGUAGE)
            self.stdout.write(str(path))
