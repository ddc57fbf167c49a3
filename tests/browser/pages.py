"""One public page of every type, at its address in each language."""

from dataclasses import dataclass
from typing import Any

LANGUAGES = ("pl", "en")


@dataclass(frozen=True, slots=True)
class PublicPage:
    """`addresses` are those of one and the same page, by language. Search engines are asked not to
    list one that is not `is_listed`.
    """

    name: str
    addresses: dict[str, str]
    status: int = 200
    is_listed: bool = True


def _page(name: str, polish: str, english: str, **given: Any) -> PublicPage:
    return PublicPage(name, {"pl": f"/pl/{polish}", "en": f"/en/{english}"}, **given)


KATOWICE = "katowice/saint-etienne/"

PAGES = [
    _page("home", "", ""),
    _page("home-city", "katowice/", "katowice/"),
    _page("partnership", KATOWICE, KATOWICE),
    _page("chronicle", f"{KATOWICE}historia/", f"{KATOWICE}history/"),
    _page(
        "chronicle-filtered",
        f"{KATOWICE}historia/?topic=kultura&place=partner",
        f"{KATOWICE}history/?topic=kultura&place=partner",
    ),
    _page("timeline", f"{KATOWICE}os-czasu/", f"{KATOWICE}timeline/"),
    _page("figures", f"{KATOWICE}w-liczbach/", f"{KATOWICE}in-figures/"),
    _page("booklet", f"{KATOWICE}broszura/", f"{KATOWICE}booklet/"),
    _page(
        "booklet-chosen",
        f"{KATOWICE}broszura/?first=1994&last=2014&language=pl-en&format=pdf",
        f"{KATOWICE}booklet/?first=1994&last=2014&language=pl-en&format=pdf",
    ),
    _page("year-1994", f"{KATOWICE}1994/", f"{KATOWICE}1994/"),
    _page("year-2014", f"{KATOWICE}2014/", f"{KATOWICE}2014/"),
    _page(
        "event",
        "wydarzenia/1994/potwierdzenie-umowy/",
        "events/1994/confirmation-of-the-agreement/",
    ),
    _page(
        "event-with-delegation",
        "wydarzenia/2007/konferencja-miast-w-iserlohn/",
        "events/2007/conference-of-cities-in-iserlohn/",
    ),
    _page(
        "event-with-disagreeing-sources",
        "wydarzenia/2011/misja-klastrowa-2011/",
        "events/2011/cluster-mission-2011/",
    ),
    _page(
        "event-version",
        "wydarzenia/1994/potwierdzenie-umowy/wersja/1/",
        "events/1994/confirmation-of-the-agreement/version/1/",
        is_listed=False,
    ),
    _page(
        "event-citation",
        "wydarzenia/1994/potwierdzenie-umowy/cytowanie/",
        "events/1994/confirmation-of-the-agreement/citation/",
        is_listed=False,
    ),
    _page(
        "year-citation", f"{KATOWICE}1994/cytowanie/", f"{KATOWICE}1994/citation/", is_listed=False
    ),
    _page("series", "cykle/turniej-petanque/", "series/petanque-tournament/"),
    _page("organisation", "organizacje/asemka/", "organisations/asemka/"),
    _page("person", "osoby/piotr-uszok/", "people/piotr-uszok/"),
    _page("agreement", "umowy/umowa-o-miastach-blizniaczych/", "agreements/twinning-agreement/"),
    _page("network", "sieci/fiped/", "networks/fiped/"),
    _page("source", "dokumenty/pismo-yingkou/", "documents/yingkou-letter/"),
    _page("directory-of-series", "cykle/", "series/"),
    _page("directory-of-organisations", "organizacje/", "organisations/"),
    _page("directory-of-people", "osoby/", "people/"),
    _page("directory-of-agreements", "umowy/", "agreements/"),
    _page("directory-of-networks", "sieci/", "networks/"),
    _page("directory-of-sources", "dokumenty/", "documents/"),
    _page("comparison", "porownanie/", "comparison/"),
    _page(
        "comparison-of-two",
        "porownanie/?first=katowice%2Fsaint-etienne&second=katowice%2Fkolonia",
        "comparison/?first=katowice%2Fsaint-etienne&second=katowice%2Fkolonia",
    ),
    _page("data", "dane/", "data/"),
    _page("data-for-programmers", "dane/api/", "data/api/"),
    _page("search", "szukaj/", "search/"),
    _page("search-results", "szukaj/?q=petanque", "search/?q=petanque", is_listed=False),
    _page("search-nothing", "szukaj/?q=qwxyz", "search/?q=qwxyz", is_listed=False),
    _page("subscriptions", "kanaly/", "feeds/"),
    _page("accessibility", "deklaracja-dostepnosci/", "accessibility-declaration/"),
    _page("privacy", "polityka-prywatnosci/", "privacy-policy/"),
    _page("reuse", "ponowne-wykorzystywanie/", "reuse-of-information/"),
    _page("contact", "kontakt/", "contact/"),
    _page("site-map", "mapa-strony/", "site-map/"),
    _page("not-found", "nie-ma-takiej-strony/", "no-such-page/", status=404),
]
