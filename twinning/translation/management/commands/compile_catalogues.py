"""Compile the catalogues in `locale/` without GNU gettext (`make compile-messages`)."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from twinning.translation.catalogues import compile_stale


class Command(BaseCommand):
    help = "Compiles the catalogues that changed since they were last compiled."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        for locale_dir in settings.LOCALE_PATHS:
            for path in compile_stale(Path(locale_dir)):
                self.stdout.write(str(path))
