"""Bring the catalogues in `locale/` up to date with the code (`make messages`)."""

import shutil
from typing import Any

from babel.messages.catalog import Catalog
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from twinning.translation.catalogues import bring_up_to_date, forget_obsolete, forms_of
from twinning.translation.extraction import (
    SOURCE_LANGUAGE,
    catalogue_path,
    messages_of_the_code,
)


class Command(BaseCommand):
    help = (
        "Adds the code's new messages to the catalogues. Translations whose message is gone are "
        "named and stay in the files as obsolete, until --forget-obsolete."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--forget-obsolete",
            action="store_true",
            help="drop the translations whose messages are gone; they are named once more",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not shutil.which("xgettext"):
            raise CommandError("GNU gettext is needed to collect messages (Debian: gettext).")
        wanted = messages_of_the_code()
        for code, _ in settings.LANGUAGES:
            path = catalogue_path(code)
            is_source = code == SOURCE_LANGUAGE
            self._report(code, bring_up_to_date(path, code, wanted, is_source=is_source))
            if options["forget_obsolete"]:
                forget_obsolete(path, code)
            self.stdout.write(str(path))

    def _report(self, code: str, catalog: Catalog) -> None:
        for message in catalog.obsolete.values():
            source, text = forms_of(message.id)[0], " | ".join(forms_of(message.string))
            self.stderr.write(f"{code}: no longer in the code: “{source}” = “{text}”")
