from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from twinning.site.law.loading import load


class Command(BaseCommand):
    help = (
        "Makes the pages of the law that aren’t there yet, from the texts that come with the site."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder",
            nargs="?",
            type=Path,
            default=settings.BASE_DIR / "fixtures" / "law",
            help="folder with the .yaml files (default: fixtures/law)",
        )
        parser.add_argument(
            "--drafts-only",
            action="store_true",
            help="for another city: name no public body and publish nothing",
        )

    def handle(self, *args: Any, folder: Path, drafts_only: bool, **_: Any) -> None:
        made = load(folder, drafts_only=drafts_only)
        self.stdout.write(self.style.SUCCESS(f"{len(made)} made: {', '.join(made) or '–'}."))
