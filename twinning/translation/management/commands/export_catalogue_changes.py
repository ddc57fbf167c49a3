"""Write what translators changed on the site back into `locale/`, to be committed."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from twinning.translation.interface.files import write_back
from twinning.translation.interface.overview import states


class Command(BaseCommand):
    help = (
        "Writes the interface texts that were changed in the admin into the catalogues in locale/. "
        "Changes that can't be written are named. A second run changes nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for code, _name in settings.LANGUAGES:
            for text in write_back(code):
                self.stdout.write(f"{code}: “{text.ids[0]}” = “{' | '.join(text.forms)}”")
        for state in states():
            for change in state.left:
                self._name(state.code, "no such source text any more", change.message, change.forms)
            for text in state.texts:
                if text.is_contested and text.change:
                    words = "changed in the file as well"
                    self._name(state.code, words, text.ids[0], text.change.forms)

    def _name(self, code: str, why: str, source: str, forms: list[str]) -> None:
        self.stderr.write(f"{code}: {why}: “{source}” = “{' | '.join(map(str, forms))}”")
