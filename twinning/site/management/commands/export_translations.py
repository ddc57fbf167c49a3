from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from partners.models import Partnership
from twinning.site.exchange.reach import Reach
from twinning.site.exchange.selection import Selection
from twinning.translation.coverage import other_languages
from twinning.translation.exchange.files import Format, write
from twinning.translation.states import State

STATES = {"missing": State.MISSING, "outdated": State.OUTDATED, "all": None}


class Command(BaseCommand):
    help = "Writes texts to be translated into a file for translators’ tools."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="file to write; .po for PO, else XLIFF 1.2")
        parser.add_argument("--language", choices=other_languages(), required=True)
        parser.add_argument("--state", choices=STATES, default="missing")
        parser.add_argument(
            "--kind", action="append", default=[], help="such as events.event; may be repeated"
        )
        parser.add_argument(
            "--partnership", help="the two Polish addresses, such as katowice/saint-etienne"
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        reach = Reach()
        kinds = {model._meta.label_lower: model for model in reach.kinds()}
        if unknown := set(options["kind"]) - kinds.keys():
            known = ", ".join(sorted(kinds))
            raise CommandError(f"No such kind: {', '.join(sorted(unknown))}. There are: {known}.")
        selection = Selection(
            language=options["language"],
            state=STATES[options["state"]],
            kinds=[kinds[label] for label in options["kind"]],
            partnership=_partnership(options["partnership"]),
        )
        units = list(selection.units(reach))
        form = Format.PO if file.suffix == ".po" else Format.XLIFF
        try:
            data = write(units, form, source=selection.source, target=selection.language)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        file.write_bytes(data)
        self.stdout.write(self.style.SUCCESS(f"{len(units)} texts written to {file}."))


def _partnership(address: str | None) -> Partnership | None:
    if not address:
        return None
    home, _slash, partner = address.partition("/")
    try:
        return Partnership.objects.get_by_natural_key(home, partner)
    except Partnership.DoesNotExist as error:
        raise CommandError(f"There is no partnership “{address}”.") from error
