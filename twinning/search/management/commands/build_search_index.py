from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from twinning.search.building import build, is_current


class Command(BaseCommand):
    help = "Makes the search index anew. The site stays searchable; a build broken off goes on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="do nothing where the index is whole and made by the present analysers",
        )
        parser.add_argument(
            "--restart", action="store_true", help="begin anew, even after a build broken off"
        )

    def handle(self, *args: Any, if_needed: bool, restart: bool, **_: Any) -> None:
        if if_needed and is_current():
            self.stdout.write("The search index is up to date.")
            return
        count = build(restart=restart, progress=self._say)
        self.stdout.write(self.style.SUCCESS(f"The search index holds {count} entries."))

    def _say(self, kind: str, done: int, total: int) -> None:
        self.stdout.write(f"{kind}: {done} of {total}")
