"""What the foot of every page says: kept in memory, see `twinning.publishing.kept`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from twinning.media.models import Image
from twinning.publishing.kept import Kept
from twinning.publishing.models import PublicBody, Publishable
from twinning.publishing.public_body import public_body
from twinning.site.models import (
    Declaration,
    FundingLogo,
    FundingNotice,
    PrivacyNotice,
    ReuseNotice,
)

NOTICES = (Declaration, PrivacyNotice, ReuseNotice)
NAMES: dict[type[Publishable], str] = {
    Declaration: "accessibility",
    PrivacyNotice: "privacy",
    ReuseNotice: "reuse",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """`pages` are whatever there is: whether one is public now is asked when a page is made."""

    pages: dict[type[Publishable], Publishable]
    funding: Sequence[FundingNotice]

    def has(self, model: type[Publishable]) -> bool:
        page = self.pages.get(model)
        return page is not None and page.is_published

    @property
    def funders(self) -> list[FundingNotice]:
        return [each for each in self.funding if each.is_published]


def _read() -> Frame:
    found = ((model, model.objects.first()) for model in NOTICES)
    pages: dict[type[Publishable], Publishable] = {
        model: record for model, record in found if record is not None
    }
    return Frame(pages, list(FundingNotice.objects.prefetch_related("logos__image")))


frame: Kept[Frame] = Kept(_read, *NOTICES, FundingNotice, FundingLogo, Image)


@dataclass(frozen=True, slots=True)
class FootLink:
    """`language` is what the page is in, where that isn't the language of the reader's page."""

    label: str | Promise
    url: str
    language: str = ""


def own_pages() -> list[tuple[str, datetime]]:
    """What of the pages about the site is public now: name of the address, and last change."""
    now, body = frame(), public_body()
    found = [(name, now.pages[model].updated_at) for model, name in NAMES.items() if now.has(model)]
    return [*found, ("contact", body.updated_at)] if body.has_contact else found


def foot_links() -> list[FootLink]:
    """In the order of the guidance for public bodies, without those that lead nowhere."""
    return list(_links(public_body(), frame()))


def _links(body: PublicBody, now: Frame) -> Iterator[FootLink]:
    if now.has(Declaration):
        yield FootLink(_("Accessibility declaration"), reverse("accessibility"))
    if now.has(PrivacyNotice):
        yield FootLink(_("Privacy policy"), reverse("privacy"))
    for label, url in (
        (_("Easy-to-read text (ETR)"), body.easy_text_url),
        (_("Polish Sign Language (PJM)"), body.sign_language_url),
        (_("Public Information Bulletin (BIP)"), body.bulletin_url),
    ):
        if url:
            yield FootLink(label, url, settings.LANGUAGE_CODE)
    yield FootLink(_("Site map"), reverse("site_map"))
    if now.has(ReuseNotice):
        yield FootLink(_("Reuse of information"), reverse("reuse"))
    if body.has_contact:
        yield FootLink(_("Contact"), reverse("contact"))
