"""Fail when a catalogue in `locale/` is incomplete or would break a page."""

import os
import shutil
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from twinning.translation.catalogues import problems_of
from twinning.translation.extraction import catalogue_path, messages_of_the_code


class Command(BaseCommand):
    help = (
        "Checks the interface catalogues: fuzzy, missing and obsolete messages, placeholders, "
        "plural forms, white space, and (with GNU gettext) messages that only the code has."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        wanted = None
        if shutil.which("xgettext"):
            wanted = messages_of_the_code()
        elif os.environ.get("CI") == "true":
            raise CommandError("GNU gettext is not installed, and CI must check with it.")
        else:
            self.stderr.write("Without GNU gettext the messages of the code go unchecked.")
        problems = [
            problem
            for code, _ in settings.LANGUAGES
            for problem in problems_of(catalogue_path(code), code, wanted)
        ]
        for problem in problems:
            self.stderr.write(str(problem))
        if problems:
            raise CommandError(f"{len(problems)} problems in the catalogues; see `make messages`.")
        self.stdout.write("The catalogues are complete.")
