import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from events.booklet import orders
from events.booklet.choice import BESIDE, Choice, Format, language_choices, told_years
from events.booklet.gather import NothingToTellError
from events.booklet.make import Step, make
from events.booklet.pdf.writer import TypesettingError
from events.booklet.process import be_modest
from partners.models import Partnership

BOTH = "both"
_YEARS = re.compile(r"(\d{4})(?:[-–](\d{4}))?")


class Command(BaseCommand):
    help = "Makes the booklet of a chronicle, as residents can see it, and writes it to a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--partnership",
            help="the two addresses in the source language, such as katowice/saint-etienne",
        )
        parser.add_argument("--years", help="such as 1991-2023, or one year; all unless given")
        parser.add_argument(
            "--language",
            default=settings.LANGUAGE_CODE,
            help=f"{', '.join(dict(language_choices()))} or {BOTH}: side by side",
        )
        parser.add_argument("--format", choices=Format.values, default=Format.PDF.value)
        parser.add_argument("--output", type=Path, help="file to write; it has a name of its own")
        parser.add_argument("--site", default="", help="https://…: the site to print and link to")
        parser.add_argument(
            "--waiting", action="store_true", help="make what visitors have asked for, and end"
        )
        parser.add_argument(
            "--clean", action="store_true", help="remove files that no longer hold, and end"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["clean"]:
            self.stdout.write(f"{orders.clear_away()} removed.")
        elif options["waiting"]:
            be_modest()
            self.stdout.write(f"{orders.work()} made.")
        elif options["partnership"]:
            self._make(**options)
        else:
            raise CommandError("Say which partnership: --partnership katowice/saint-etienne.")

    def _make(self, *, output: Path | None, site: str, **options: Any) -> None:
        partnership = _partnership(options["partnership"])
        first, last = _years(options["years"], partnership)
        language = _language(options["language"])
        choice = Choice(partnership, first, last, language, options["format"])
        target = output or Path(choice.file_name)
        if not target.parent.is_dir():
            raise CommandError(f"There is no folder {target.parent}.")
        try:
            data = make(choice, site=site.rstrip("/"), progress=self._say).data or b""
        except NothingToTellError as error:
            raise CommandError(f"Nothing is published of {choice.span}.") from error
        except TypesettingError as error:
            raise CommandError(f"The pages can’t be set: {error}") from error
        target.write_bytes(data)
        self.stdout.write(self.style.SUCCESS(f"{target}, {len(data):,} bytes"))

    def _say(self, step: Step) -> None:
        with override(None):
            self.stdout.write(f"{step.label} …")
            self.stdout.flush()


def _partnership(address: str) -> Partnership:
    home, _slash, partner = address.strip("/").partition("/")
    found = Partnership.objects.published().with_places()
    slug = f"slug_{settings.LANGUAGE_CODE}"
    named = {f"home__{slug}": home, f"partner__{slug}": partner}
    try:
        return found.get(**named)
    except Partnership.DoesNotExist as error:
        raise CommandError(f"No partnership is published at {address}.") from error


def _years(given: str | None, partnership: Partnership) -> tuple[int, int]:
    if given is None:
        told = told_years(partnership)
        if not told:
            raise CommandError("Nothing is published of this partnership.")
        return told[0], told[-1]
    match = _YEARS.fullmatch(given.strip())
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, -1)
    if not 1000 <= first <= last:
        raise CommandError(f"“{given}” are no years: write 1991-2023, or one year.")
    return first, last


def _language(given: str) -> str:
    choices = [code for code, _name in language_choices()]
    pairs = [code for code in choices if BESIDE in code]
    if given == BOTH and len(pairs) == 1:
        return pairs[0]
    if given not in choices:
        raise CommandError(f"There is no language “{given}”. There are: {', '.join(choices)}.")
    return given
