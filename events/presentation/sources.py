"""Citations as the list of sources under a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events.models import Citation
from twinning.translation.templatetags.translated import translated


@dataclass(frozen=True, slots=True)
class CitedSource:
    """What `components/source_list.html` takes. Sources that disagree stand side by side."""

    title: str
    url: str
    details: str
    claim: str
    disagrees: bool


def cited(citations: Iterable[Citation]) -> list[CitedSource]:
    return [
        CitedSource(
            title=translated(citation.source, "title"),
            url=citation.source.get_absolute_url(),
            details=translated(citation, "locator"),
            claim=_claim(citation),
            disagrees=citation.disagrees,
        )
        for citation in citations
    ]


def _claim(citation: Citation) -> SafeString:
    parts = []
    told_elsewhere = citation.event is None or citation.event.date != citation.stated_date
    if citation.stated_date and told_elsewhere:
        parts.append(
            _("gives the date %(date)s") % {"date": citation.stated_date.render()},
        )
    if citation.claim:
        parts.append(translated(citation, "claim"))
    return format_html_join("; ", "{}", ((part,) for part in parts))
