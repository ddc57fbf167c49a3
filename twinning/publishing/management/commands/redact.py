"""Take a phrase out of records, old versions, log and working copies."""

import logging
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction

from twinning.publishing.redaction import Redaction

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Replaces a phrase in all records, in all kept revisions, in the log and in working "
        "copies. Shows only what it would do, unless --apply is given."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("phrase", help="what to take out; capitals and blanks don't matter")
        parser.add_argument(
            "--with", dest="replacement", required=True, help="what stands there from now on"
        )
        how = parser.add_mutually_exclusive_group()
        how.add_argument(
            "--dry-run", action="store_true", help="only show what would be done (as without it)"
        )
        how.add_argument("--apply", action="store_true", help="do it")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            redaction = Redaction(options["phrase"], options["replacement"])
            with transaction.atomic():
                done = redaction.apply()
                if not options["apply"]:
                    transaction.set_rollback(True)
        except ValueError as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(f"Nothing was changed: {' '.join(error.messages)}") from error
        except IntegrityError as error:
            raise CommandError(f"Nothing was changed: {error}") from error
        for each in done:
            self.stdout.write(f"{each.model._meta.label} {each.pk}: {', '.join(each.fields)}")
        self._sum_up(Counter(each.model._meta.label for each in done), options["apply"])

    def _sum_up(self, counts: Counter[str], applied: bool) -> None:
        if not counts:
            self.stdout.write("The phrase stands nowhere.")
            return
        rows = ", ".join(f"{label}: {count}" for label, count in sorted(counts.items()))
        if applied:
            self.stdout.write(f"Replaced. {rows}")
            # What was taken out must not live on in the server's log.
            logger.warning("A phrase has been redacted. %s", rows)
        else:
            self.stdout.write(f"Would be replaced; --apply does it. {rows}")
