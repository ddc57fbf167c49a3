"""All sections of the desk, in the order in which they stand on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from twinning.site.desk.section import Section
from twinning.site.desk.sections.alternative_texts import AlternativeTexts
from twinning.site.desk.sections.catalogues import Catalogues
from twinning.site.desk.sections.drafts import Drafts
from twinning.site.desk.sections.evidence import DoubtfulDates, WithoutSource
from twinning.site.desk.sections.jubilees import Jubilees
from twinning.site.desk.sections.law import PagesOfTheLaw
from twinning.site.desk.sections.log import Log
from twinning.site.desk.sections.returned import Returned
from twinning.site.desk.sections.review import Review
from twinning.site.desk.sections.scheduled import Scheduled
from twinning.site.desk.sections.translations import Missing, Outdated
from twinning.site.desk.sections.working_copies import OwnCopies
from twinning.translation.coverage import other_languages


@dataclass(frozen=True, slots=True)
class Group:
    """Sections under a common heading. Those of the margin stand beside the others."""

    name: str
    heading: str | Promise
    sections: Sequence[Section]
    in_margin: bool = False


WAITING = Group("waiting", _("Waiting for me"), (Review(), Returned(), OwnCopies(), Drafts()))
TRANSLATIONS = Group(
    "translations",
    _("To be translated"),
    [
        *(kind(code) for code in other_languages() for kind in (Missing, Outdated)),
        Catalogues(),
    ],
)
LACKING = Group(
    "lacking",
    _("To be completed"),
    (PagesOfTheLaw(), WithoutSource(), DoubtfulDates(), AlternativeTexts()),
)
AHEAD = Group("ahead", _("Ahead"), (Scheduled(), Jubilees()), in_margin=True)
BEHIND = Group("behind", _("Behind"), (Log(),), in_margin=True)

GROUPS = (WAITING, TRANSLATIONS, LACKING, AHEAD, BEHIND)
SECTIONS = {section.name: section for group in GROUPS for section in group.sections}


def groups_for(*, is_translator: bool) -> Sequence[Group]:
    """A translator's own work comes first."""
    if not is_translator:
        return GROUPS
    return (TRANSLATIONS, *(group for group in GROUPS if group is not TRANSLATIONS))
