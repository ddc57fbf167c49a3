from django.utils.translation import gettext as _

from events.references.reference import Reference
from twinning.dates import HistoricalDate


def plain(reference: Reference) -> str:
    """As PN-ISO 690 and ISO 690 write a contribution to a website, in the reader's language."""
    told = _(
        "%(title)s [online]. %(site)s. %(edition)s [viewed %(viewed)s]. Available from: %(url)s"
    )
    described = told % {
        "title": reference.title,
        "site": reference.site,
        "edition": reference.edition,
        "viewed": HistoricalDate.of_day(reference.accessed).render(style="plain"),
        "url": reference.url,
    }
    author = reference.author.upper().removesuffix(".")
    return f"{author}. {described}" if author else described
