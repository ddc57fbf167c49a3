import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from events.legacy import Reading, UnreadableDocumentError, known_to, read, read_document
from events.legacy.documents.limits import MAX_BYTES
from events.legacy.report import as_json, lines
from partners.models import Partnership


class Command(BaseCommand):
    help = (
        "Reads a chronicle kept as one page or document (text, HTML, DOCX, ODT or PDF) and reports "
        "the dated entries that it proposes. Nothing is saved."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the file, or - for what is piped in")
        parser.add_argument(
            "--partnership",
            required=True,
            help="the two addresses in the source language, such as katowice/saint-etienne",
        )
        parser.add_argument("--json", action="store_true", help="print everything for programs")
        parser.add_argument(
            "--language",
            default=settings.LANGUAGE_CODE,
            choices=[code for code, _name in settings.LANGUAGES],
            help="of the report; a chronicle's own language is seen from its words",
        )

    def handle(
        self, *args: Any, file: Path, partnership: str, language: str, **options: Any
    ) -> None:
        with override(language):
            reading = self._reading(file, _partnership(partnership))
            if options["json"]:
                self.stdout.write(json.dumps(as_json(reading), ensure_ascii=False, indent=1))
                return
            for line in lines(reading):
                self.stdout.write(line)

    def _reading(self, file: Path, partnership: Partnership) -> Reading:
        try:
            document = read_document(_bytes(file))
        except UnreadableDocumentError as error:
            raise CommandError(str(error)) from error
        return read(document, known_to(partnership), progress=self._progress)

    def _progress(self, done: int, total: int) -> None:
        """To where errors go, so that the report can be piped on."""
        self.stderr.write(f"{done}/{total}")


def _bytes(file: Path) -> bytes:
    """No more than is read at all: the rest would only be refused."""
    try:
        if str(file) == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{file} can't be read: {error.strerror}.") from error


def _partnership(address: str) -> Partnership:
    home, _slash, partner = address.strip("/").partition("/")
    try:
        return Partnership.objects.with_places().get_by_natural_key(home, partner)
    except Partnership.DoesNotExist as error:
        raise CommandError(f"There is no partnership {address}.") from error
