from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from events.loading import ChronicleError, load
from events.models import Event


class Command(BaseCommand):
    help = "Loads a chronicle kept as YAML files. Records that are there already are left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder",
            nargs="?",
            type=Path,
            default=settings.BASE_DIR / "fixtures" / "chronicle",
            help="folder with the .yaml files (default: fixtures/chronicle)",
        )
        parser.add_argument(
            "--update",
            action="store_true",
            help="rewrite records that are there already and that nobody has changed in the admin",
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing where there are events already"
        )

    def handle(self, *args: Any, folder: Path, update: bool, if_empty: bool, **_: Any) -> None:
        if if_empty and Event.objects.exists():
            self.stdout.write("The chronicle is there already; nothing to load.")
            return
        try:
            tally = load(folder, update=update, progress=self._say)
        except ChronicleError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            self.style.SUCCESS(
                f"{tally.added.total()} added, {tally.updated.total()} rewritten, "
                f"{tally.kept.total() + tally.theirs.total()} left as they were."
            )
        )
        if tally.theirs:
            self.stdout.write(f"{tally.theirs.total()} of them because staff have changed them.")

    def _say(self, subject: str, count: int) -> None:
        self.stdout.write(f"{subject.replace('_', ' ')}: {count}")
