"""The site map for readers: every kind of page, grouped, from what the other menus are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from events.addresses import chronicle_address
from events.overview import ToldPartnership, by_home, told_partnerships
from partners.models import Partnership, Place
from twinning.site.context import BESIDE, DIRECTORIES
from twinning.site.law.frame import FootLink, foot_links

Links = Sequence[tuple[str | Promise, str]]


@dataclass(frozen=True, slots=True)
class SiteMap:
    """`cities` lists partnerships, each with the address of its chronicle where there is one."""

    cities: Sequence[tuple[Place, Sequence[tuple[Partnership, str]]]]
    directories: Links
    beside: Links
    about: Sequence[FootLink]


def whole_site() -> SiteMap:
    """What is public now, in the active language. One query."""
    here = reverse("site_map")
    return SiteMap(
        cities=[
            (home, [(each.partnership, _chronicle(each)) for each in told])
            for home, told in by_home(told_partnerships())
        ],
        directories=_addresses(DIRECTORIES),
        beside=_addresses(BESIDE),
        about=[each for each in foot_links() if each.url != here],
    )


def _chronicle(told: ToldPartnership) -> str:
    return chronicle_address(told.partnership) if told.entries else ""


def _addresses(named: Links) -> Links:
    return [(label, reverse(name)) for label, name in named]
