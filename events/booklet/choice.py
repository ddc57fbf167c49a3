"""What somebody wants printed: which chronicle, which years, in which language, in which format."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from events.models import Event
from partners.models import Partnership

BESIDE = "-"  # joins the languages that run side by side


class Format(models.TextChoices):
    PDF = "pdf", _("PDF, for printing and reading")
    EPUB = "epub", _("EPUB, for phones and e-book readers")


@dataclass(frozen=True, slots=True)
class Choice:
    """`language` is the code of one language, or of several joined by `BESIDE`."""

    partnership: Partnership
    first_year: int
    last_year: int
    language: str
    format: str

    @property
    def languages(self) -> list[str]:
        return self.language.split(BESIDE)

    @property
    def span(self) -> str:
        return span(self.first_year, self.last_year)

    @property
    def language_name(self) -> str:
        return dict(language_choices())[self.language]

    @property
    def query(self) -> dict[str, str]:
        """As it stands in an address."""
        return {
            "first": str(self.first_year),
            "last": str(self.last_year),
            "language": self.language,
            "format": self.format,
        }

    @property
    def file_name(self) -> str:
        """“katowice-saint-etienne-1991-2023.pl-en.pdf”, in the languages' own address words."""
        code = self.languages[0]
        cities = (self.partnership.home, self.partnership.partner)
        slugs = "-".join(city.in_language("slug", code) for city in cities)
        years = span(self.first_year, self.last_year).replace("–", "-")
        return f"{slugs}-{years}.{self.language}.{self.format}"


def span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def language_choices() -> list[tuple[str, str]]:
    """Each language, then the source language beside each of the others, in their own names."""
    names = {code: own_name(code) for code, _name in settings.LANGUAGES}
    source = settings.LANGUAGE_CODE
    pairs = [
        (f"{source}{BESIDE}{code}", f"{names[source]} + {name}")
        for code, name in names.items()
        if code != source
    ]
    return [*names.items(), *pairs]


def own_name(code: str) -> str:
    """What a language calls itself."""
    return str(get_language_info(code)["name_local"]).capitalize()


def told_years(partnership: Partnership) -> list[int]:
    """The years of which the published chronicle tells something, in order."""
    begun = Event.objects.published().of_partnership(partnership).dates("date_earliest", "year")
    return [day.year for day in begun]
