"""What people ask of the chronicle, and what they mean.

Written from knowledge of the records in `fixtures/chronicle`, not from what the search answers. A
record is named by its kind and Polish slug, an event by the slug alone; of several, any one answers
the question.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    language: str  # of the page that it is asked on
    expected: frozenset[str]


def _pl(text: str, *expected: str) -> Asked:
    return Asked(text, "pl", _named(expected))


def _en(text: str, *expected: str) -> Asked:
    return Asked(text, "en", _named(expected))


def _named(records: Iterable[str]) -> frozenset[str]:
    return frozenset(each if ":" in each else f"event:{each}" for each in records)


TOURNAMENTS = (
    "series:turniej-petanque",
    *(
        f"{edition}-turniej-petanque"
        for edition in ("i", "iv", "vii", "ix", "x", "xi", "xii", "xiii", "xv")
    ),
)
SAINT_ETIENNE = "partnership:katowice/saint-etienne"
COLOGNE = "partnership:katowice/kolonia"
AGREEMENT_WITH_COLOGNE = ("umowa-partnerska-z-kolonia", "agreement:kolonia-1991")
FESTIVALS = (
    "series:festiwal-miast-partnerskich",
    "i-festiwal-miast-partnerskich",
    "ii-festiwal-miast-partnerskich",
    "iii-festiwal-miast-partnerskich",
)
BIENNALE = (
    "series:biennale-designu",
    "vi-biennale-designu",
    "inauguracja-viii-biennale-designu",
    "katowice-na-biennale-designu-2017",
    "prezydent-katowic-na-biennale-2019",
)
HOUSE = ("organisation:dom-miasta-saint-etienne", "otwarcie-domu-miasta-saint-etienne")
GREENERY = (
    "series:konferencja-zieleni-miejskiej",
    "konferencja-zieleni-miejskiej-2015",
    "konferencja-zieleni-miejskiej-2017",
    "konferencja-zieleni-miejskiej-2018",
    "konferencja-zielen-miejska-2019",
)
TWINNING = (
    "podpisanie-umowy-o-miastach-blizniaczych",
    "potwierdzenie-umowy",
    "agreement:umowa-o-miastach-blizniaczych",
)

INFLECTED = [
    _pl("turniej w bule w parku Kościuszki", *TOURNAMENTS),
    _pl(
        "delegacji katowickiej w Saint-Étienne",
        "dziesieciolecie-partnerstwa",
        "i-biennale-miasta",
        "blizniacze-klomby",
        "wizyta-studyjna-prezydenta-katowic",
        "wizyta-prezydenta-uszoka-w-saint-etienne-2013",
        "wizyta-prezydenta-krupy-w-saint-etienne",
        "obchody-20-lecia-partnerstwa-w-saint-etienne",
    ),
    _pl("uchodźcom z Ukrainy", "pomoc-dla-uchodzcow-z-ukrainy"),
    _pl("jarmark bożonarodzeniowy", "wizyta-w-sprawie-jarmarkow"),
    _pl("rewitalizacją Szopienic", "projekt-rewitalizacji-szopienic", "umowa-w-sprawie-szopienic"),
    _pl("bulodromem", "otwarcie-bulodromu", *TOURNAMENTS),
    _pl("szczytu klimatycznego", "saint-etienne-na-szczycie-cop24"),
    _pl(
        "szkołom gastronomicznym",
        "szkoly-gastronomiczne-online-czerwiec",
        "szkoly-gastronomiczne-online-pazdziernik",
        "gastronomik-w-saint-etienne",
        "organisation:zespol-szkol-gastronomicznych",
    ),
    _pl("kopalnię Barbara", "rozmowy-o-kopalni-barbara"),
    _pl("pokazy mody", "pokaz-mody-dziedzictwo"),
    _pl("wystawy młodych projektantów", "wystawa-mlodzi-projektanci-z-katowic"),
    _pl("Muzeum Górnicze", "potwierdzenie-umowy", "agreement:umowa-o-miastach-blizniaczych"),
    _pl(
        "honorowego obywatela Katowic",
        "honorowe-obywatelstwo-michela-thiolliere",
        "person:michel-thiolliere",
    ),
    _pl("parkingi podziemne", "rozmowy-o-parkingu-podziemnym"),
    _pl("partnerstwem z Opawą", "poczatek-partnerstwa-z-opawa", "partnership:katowice/opawa"),
    _pl("rocznicą przyłączenia Śląska", "obchody-90-rocznicy-przylaczenia-slaska"),
]

WITHOUT_DIACRITICS = [
    _pl(
        "saint etienne delegacja",
        "delegacja-saint-etienne-pazdziernik-2016",
        "rozmowy-o-kulturze-z-merostwem",
        "delegacja-wicemera-friedenberga-2013",
        "rewizyta-delegacji-z-saint-etienne",
        "dziesieciolecie-partnerstwa",
        "delegacja-federacji-budownictwa-loary",
        "delegacja-inkubatora-2018",
        "rzezbiarz-i-ogrodnik-z-saint-etienne",
        "malarz-i-ogrodnik-z-saint-etienne",
    ),
    _pl(
        "slaska",
        "organisation:slaska-izba-inzynierow-budownictwa",
        "organisation:park-slaski",
        "organisation:uniwersytet-slaski",
        "series:slaski-festiwal-nauki",
        "obchody-90-rocznicy-przylaczenia-slaska",
        "organisation:medsilesia",
        "organisation:dolina-lotnicza",
    ),
    _pl("park kosciuszki", "otwarcie-bulodromu", "treningi-petanque", *TOURNAMENTS),
    _pl("uniwersytet slaski", "organisation:uniwersytet-slaski"),
    _pl("jozef kocurek", "person:jozef-kocurek"),
    _pl("smialek", "person:jerzy-smialek", "prezydent-smialek-w-saint-etienne"),
    _pl("gael perdriau", "person:gael-perdriau"),
    _pl("lukaszewicz", "person:olgierd-lukaszewicz"),
    _pl("zlobinski petanque", "person:maciej-zlobinski"),
    _pl("laczy nas chleb", *FESTIVALS),
    _pl(
        "swieto muzyki",
        "series:swieto-muzyki",
        "ychtis-na-swiecie-muzyki",
        "max-bravura-na-swiecie-muzyki",
    ),
    _pl("chorzow iserlohn", "partnership:chorzow/iserlohn", "rozmowy-o-planach-na-2008"),
    _pl("frantisek knapik", "person:frantisek-knapik"),
]

MISSPELT = [
    _pl("turniey petanque", *TOURNAMENTS, "turniej-petanque-dni-saint-etienne"),
    _pl("festival miast partnerskich", *FESTIVALS),
    _pl("bienale dizajnu", *BIENNALE),
    _pl(
        "Saint Ettiene dom miasta",
        *HOUSE,
        "organisation:dmsek",
        "nowe-pietro-domu-miasta-saint-etienne",
    ),
    _pl("konferecja zieleń miejska", *GREENERY),
    _pl("Tiolliere", "person:michel-thiolliere", "honorowe-obywatelstwo-michela-thiolliere"),
    _pl(
        "flambirownie",
        "szkolenie-z-flambirowania",
        "wizyta-mistrza-gastronomii",
        "person:fabrice-portier",
    ),
    _pl("Nikiszowec", "mer-vincent-w-nikiszowcu-i-giszowcu"),
    _en("petanqe tournament", *TOURNAMENTS, "turniej-petanque-dni-saint-etienne"),
    _en("refuges from Ukraine", "pomoc-dla-uchodzcow-z-ukrainy"),
]

FORMER_NAMES = [
    _pl("ASEKA", "organisation:asemka", "zalozenie-aseka"),
    _pl("asemka", "organisation:asemka"),
    _pl("Stowarzyszenie Saint-Étienne – Katowice", "organisation:asemka"),
    _pl("Centrum Kultury Katowice", "organisation:katowice-miasto-ogrodow"),
    _pl(
        "Inkubator Przedsiębiorczości",
        "network:fiped",
        "delegacja-inkubatora-2018",
        "agreement:protokol-ustalen-2018",
    ),
    _en(
        "International Entrepreneurship Incubator",
        "network:fiped",
        "agreement:protokol-ustalen-2018",
        "delegacja-inkubatora-2018",
    ),
    _pl("FIPED", "network:fiped", "start-fabryki-fiped", "koniec-pilotazu-fiped"),
]

PLACES = [
    _pl("Kolonia", COLOGNE),
    _pl("Köln", COLOGNE),
    _pl("koeln", COLOGNE),
    _pl("koln", COLOGNE),
    _en("Cologne", COLOGNE),
    _pl("Cologne", COLOGNE),
    _pl("umowa z Kolonią", *AGREEMENT_WITH_COLOGNE),
    _pl("Košice", "partnership:katowice/koszyce"),
    _pl("kosice", "partnership:katowice/koszyce"),
    _pl(
        "Koszyc",
        "partnership:katowice/koszyce",
        "umowa-partnerska-z-koszycami",
        "agreement:koszyce-2009",
    ),
    _pl("Львів", "partnership:katowice/lwow"),
    _en("Lviv", "partnership:katowice/lwow"),
    _pl("St. Etienne", SAINT_ETIENNE),
    _pl("miszkolcem", "partnership:katowice/miszkolc", "poczatek-partnerstwa-z-miszkolcem"),
    _pl(
        "Tamatave",
        "forum-przedsiebiorczosci-2018",
        "podpisanie-protokolu-ustalen",
        "list-intencyjny-fiped",
        "network:fiped",
        "agreement:protokol-ustalen-2018",
        "delegacja-inkubatora-2018",
    ),
    _pl("yingkou", "partnership:chorzow/yingkou"),
    _pl("沈阳", "partnership:katowice/shenyang"),
    _pl("ostrava", "partnership:katowice/ostrawa"),
]

DATED = [
    _pl(
        "1999",
        "dni-saint-etienne-w-katowicach",
        "wystawa-victora-braunera",
        "turniej-petanque-dni-saint-etienne",
    ),
    _pl(
        "wrzesień 2014",
        "jubileusz-20-lecia-umowy",
        "dom-miasta-i-alliance-francaise-razem",
        "koncerty-na-urodzinach-miasta",
        "wizyta-w-lesnej-sali-edukacyjnej",
        "drzewko-przyjazni",
    ),
    _pl(
        "umowa lata 90.",
        *TWINNING,
        *AGREEMENT_WITH_COLOGNE,
        "umowa-w-sprawie-szopienic",
        "umowa-partnerska-z-ostrawa",
    ),
    _pl("koncert 2004", "koncert-wiednia-czar", "koncert-la-rouille"),
    _pl("umowa 1994", *TWINNING, "umowa-w-sprawie-szopienic", "agreement:umowa-szopienice"),
    _pl("biennale 2017", "katowice-na-biennale-designu-2017"),
    _pl("turniej petanque 2016", "x-turniej-petanque"),
    _pl("9 września 1998", "otwarcie-domu-miasta-saint-etienne"),
    _pl("nagroda europy 2008", "nagroda-europy-2008"),
    _en("tournament 2013", "vii-turniej-petanque"),
    _en(
        "concerts in the 2000s",
        "koncert-alie-sam",
        "koncert-wielcy-romantycy",
        "koncert-la-rouille",
        "koncert-wiednia-czar",
        "camerata-silesia-w-saint-etienne",
    ),
    _en("letter of intent 1991", "list-intencyjny", "agreement:list-intencyjny-1991"),
    _pl("GLOB 2002", "targi-glob-2002"),
    _pl("delegacja 2020-2021", "merostwo-w-katowicach-przed-wuf11"),
]

PEOPLE_AND_ORGANISATIONS = [
    _pl("Piotr Uszok", "person:piotr-uszok"),
    _pl("Uszok Piotr", "person:piotr-uszok"),
    _pl("prezydent Krupa", "person:marcin-krupa", "wizyta-prezydenta-krupy-w-saint-etienne"),
    _pl(
        "mer Vincent",
        "person:maurice-vincent",
        "wizyta-mera-vincenta",
        "mer-vincent-w-domu-miasta",
        "mer-vincent-w-nikiszowcu-i-giszowcu",
    ),
    _pl(
        "ambasador Francji",
        "person:pierre-buhler",
        "organisation:ambasada-francji",
        "dom-miasta-i-alliance-francaise-razem",
    ),
    _pl(
        "wicemer Saint-Étienne",
        "person:marie-therese-serodon",
        "person:andre-friedenberg",
        "person:denis-chambe",
    ),
    _en(
        "mayor of Katowice",
        "person:piotr-uszok",
        "person:marcin-krupa",
        "person:jerzy-smialek",
        "prezydent-smialek-w-saint-etienne",
        "wizyta-studyjna-prezydenta-katowic",
    ),
    _pl("Dubancheta", "person:francois-dubanchet", "zalozenie-aseka"),
    _pl("NOSPR", "organisation:nospr", "otwarcie-nowej-siedziby-nospr"),
    _pl("dom miasta saint-étienne", *HOUSE, "organisation:dmsek"),
    _pl("Maison de Saint-Étienne", "organisation:dom-miasta-saint-etienne"),
    _pl("ASP", "organisation:asp-katowice", "rozmowy-o-designie-w-asp"),
    _pl("Szyb Wilson", "organisation:galeria-szyb-wilson", "wystawa-w-galerii-szyb-wilson"),
    _pl("liceum Długosza", "organisation:lo-dlugosza"),
    _pl("ychtis", "organisation:ychtis", "ychtis-na-swiecie-muzyki"),
    _en("Jean Monnet University", "organisation:universite-jean-monnet"),
]

ENGLISH = [
    _en("boules tournament in Kosciuszko Park", *TOURNAMENTS),
    _en("twinning agreement", *TWINNING),
    _en("fashion shows", "pokaz-mody-dziedzictwo"),
    _en("climate summit", "saint-etienne-na-szczycie-cop24"),
    _en("sculptures", "rzezby-na-art-naif-festiwalu", "rzezbiarz-i-ogrodnik-z-saint-etienne"),
    _en("bread unites us", *FESTIVALS),
    _en("labour markets", "konferencja-o-rynku-pracy"),
    _en("trees of friendship", "drzewko-przyjazni"),
    _en("turniej pétanque", *TOURNAMENTS, "turniej-petanque-dni-saint-etienne"),
    _pl("design biennale", *BIENNALE),
]

ORDER_AND_PHRASES = [
    _pl("Kościuszki park w bule turniej", *TOURNAMENTS),
    _pl("„Miasta wczoraj i dziś”", "konferencja-miasta-wczoraj-i-dzis"),
    _pl('"list intencyjny" lwów', "list-intencyjny-z-lwowem", "agreement:lwow-2019"),
    _pl("«Młodzież w akcji»", "panel-mlodziez-w-akcji"),
    _pl("turniej -petanque -bule", "dni-saint-etienne-w-katowicach", "wymiana-sportowcow"),
    _pl("pokaz mody -online", "pokaz-mody-dziedzictwo"),
    _en('"Get to Know"', "kampania-poznaj-miasta-partnerskie"),
    _pl("Partnerskich Miast folder", "folder-poznaj-miasta-partnerskie"),
    _pl("jakie były koncerty na rynku w Katowicach", "koncert-la-rouille"),
]

QUESTIONS = [
    *INFLECTED,
    *WITHOUT_DIACRITICS,
    *MISSPELT,
    *FORMER_NAMES,
    *PLACES,
    *DATED,
    *PEOPLE_AND_ORGANISATIONS,
    *ENGLISH,
    *ORDER_AND_PHRASES,
]
