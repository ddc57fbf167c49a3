from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from twinning.publishing.models import User
from twinning.site.desk.worker import Worker
from twinning.site.exchange.presentation import words_of
from twinning.site.exchange.reach import Reach
from twinning.site.exchange.review import Review, Verdict, review_of
from twinning.site.exchange.taking import take_over
from twinning.translation.coverage import other_languages
from twinning.translation.exchange.files import Parcel, read


class Command(BaseCommand):
    help = (
        "Shows what a translators’ file would change, and changes nothing. With --save it takes "
        "over what is right, all of it in one transaction."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", choices=other_languages(), required=True)
        parser.add_argument("--save", action="store_true", help="take it over")
        parser.add_argument(
            "--user", help="who does it: their rights count, and the history names them"
        )
        parser.add_argument(
            "--unfinished", action="store_true", help="take texts that are marked as unfinished too"
        )

    def handle(self, *args: Any, file: Path, language: str, **options: Any) -> None:
        reach = Reach(_worker(options["user"]))
        try:
            parcel = read(file.read_bytes())
            review = review_of(parcel, language, reach, unfinished=options["unfinished"])
        except OSError as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self._report(review)
        if options["save"]:
            self._save(parcel, review, reach, name=file.name, unfinished=options["unfinished"])
        else:
            self.stdout.write("Nothing was saved; --save takes over what is right.")

    def _report(self, review: Review) -> None:
        for line in review.of(Verdict.REFUSED):
            self.stdout.write(f"{line.returned.name}: {' '.join(words_of(line.reasons))}")
        counts = review.counts
        self.stdout.write(
            f"{counts['taken']} to take over, {counts['unchanged']} unchanged, "
            f"{counts['refused']} refused."
        )

    def _save(
        self, parcel: Parcel, review: Review, reach: Reach, *, name: str, unfinished: bool
    ) -> None:
        comment = _("Translations from the file %(name)s") % {"name": name}
        take_over(
            parcel,
            review.language,
            reach,
            agreed=review.fingerprint,
            comment=comment,
            unfinished=unfinished,
        )
        self.stdout.write(self.style.SUCCESS(f"{review.counts['taken']} texts taken over."))


def _worker(name: str | None) -> Worker | None:
    if not name:
        return None
    user = User.objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no user “{name}”.")
    return Worker(user, admin.site, timezone.now())
