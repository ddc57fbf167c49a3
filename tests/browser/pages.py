"""One public page of every type, at its address in each language."""

from dataclasses import dataclass

LANGUAGES = ("pl", "en")


@dataclass(frozen=True, slots=True)
class PublicPage:
    """`addresses` are those of one and the same page, by language."""

    name: str
    addresses: dict[str, str]
    status: int = 200


def _page(name: str, polish: str, english: str, *, status: int = 200) -> PublicPage:
    return PublicPage(name, {"pl": f"/pl/{polish}", "en": f"/en/{english}"}, status)


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
    _page("data", "dane/", "data/"),
    _page("not-found", "nie-ma-takiej-strony/", "no-such-page/", status=404),
]
