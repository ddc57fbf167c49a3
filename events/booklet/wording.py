"""The booklet's own words, in the active language."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.booklet.rich import Line, Run, line_of
from events.presentation.people import phrase
from twinning.dates import HistoricalDate
from twinning.publishing.models import PublicBody
from twinning.translation.templatetags.translated import translated


def words() -> dict[str, str]:
    return {
        "chronicle": _("Chronicle"),
        "contents": _("Contents"),
        "introduction": _("Introduction"),
        "no_entries": _("no entries"),
        "crossing": _("signing of an agreement"),
        "sources": _("Sources"),
        "source": pgettext("before its number", "Source"),
        "index": _("Index"),
        "cover": _("Cover"),
        "about": _("About this booklet"),
        "accessibility": _(
            "Text that can be read aloud, with headings, contents and index as links. Photographs "
            "have alternative texts. Nothing is told by colour alone."
        ),
    }


def note_on(language_name: str) -> str:
    return _("This text is available only in %(language)s.") % {"language": language_name}


def colophon(
    *,
    home: str,
    partner: str,
    body: PublicBody,
    address: str,
    stand_ins_in: str,
    lost_photographs: int,
) -> Iterable[Line]:
    """`stand_ins_in` names the language of the texts that want a translation, if there are any."""
    key = _(
        "Every entry hangs on the ribbon of the city where it happened: on the left one for "
        "%(home)s, on the right one for %(partner)s, on both where it was held in both, online or "
        "elsewhere. The ribbons cross where an agreement was signed."
    )
    yield line_of(phrase(key, home=home, partner=partner))
    today = HistoricalDate.of_day(timezone.localdate()).render()
    if body.name:
        made = _("Published by %(publisher)s. The chronicle as it stood on %(date)s.")
        yield line_of(phrase(made, publisher=translated(body, "name"), date=today))
    else:
        yield line_of(_("The chronicle as it stood on %(date)s.") % {"date": today})
    if body.licence:
        name = body.get_licence_display()
        yield (Run(_("Texts:") + " "), Run(name, url=body.licence_address))
    if address:
        yield (Run(_("The chronicle goes on at") + " "), Run(address, url=address))
    if stand_ins_in:
        text = _("Some texts in this booklet are available only in %(language)s; each says so.")
        yield line_of(text % {"language": stand_ins_in})
    if lost_photographs:
        yield line_of(_("Photographs whose files are missing have been left out."))
    yield line_of(_("Set in Brygada 1918 and Atkinson Hyperlegible Next (SIL Open Font Licence)."))
