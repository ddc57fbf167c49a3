"""The words by which a text tells what happened and what it was about, in both languages."""

from collections.abc import Mapping
from functools import cache

from events.models import EventKind
from twinning.search.words import terms

# The stronger names of a kind first: a conference during a visit is a conference, if the text
# begins with it.
STRONG: Mapping[str, Mapping[EventKind, str]] = {
    "pl": {
        EventKind.TOURNAMENT: """
            turniej zawody mistrzostwa rozgrywki regaty memoriał maraton bieg mecz
        """,
        EventKind.CONCERT: "koncert recital",
        EventKind.EXHIBITION: "wystawa wernisaż ekspozycja biennale",
        EventKind.CONFERENCE: "konferencja seminarium sympozjum kongres forum panel debata",
        EventKind.FESTIVAL: "festiwal święto piknik przegląd",
        EventKind.FAIR: "targi jarmark kiermasz",
        EventKind.AGREEMENT: "umowa porozumienie list deklaracja protokół",
        EventKind.MISSION: "misja",
        EventKind.COMPETITION: "konkurs olimpiada",
        EventKind.TRAINING: "szkolenie warsztaty trening kurs",
        EventKind.EXCHANGE: "staż obóz",
        EventKind.STUDY_VISIT: "studyjny",
        EventKind.VISIT: "wizyta rewizyta przebywać gościć przybyć przyjechać",
    },
    "en": {
        EventKind.TOURNAMENT: "tournament championship championships regatta race match cup",
        EventKind.CONCERT: "concert recital",
        EventKind.EXHIBITION: "exhibition vernissage biennale",
        EventKind.CONFERENCE: "conference seminar symposium congress forum panel debate",
        EventKind.FESTIVAL: "festival",
        EventKind.FAIR: "fair market",
        EventKind.AGREEMENT: "agreement declaration protocol memorandum charter treaty",
        EventKind.MISSION: "mission",
        EventKind.COMPETITION: "competition contest",
        EventKind.TRAINING: "training workshop workshops course",
        EventKind.EXCHANGE: "internship camp",
        EventKind.STUDY_VISIT: "study",
        EventKind.VISIT: "visit visited stayed hosted arrived",
    },
}
WEAK: Mapping[str, Mapping[EventKind, str]] = {
    "pl": {
        EventKind.OPENING: "otwarcie inauguracja zainaugurować otworzyć",
        EventKind.CELEBRATION: "jubileusz rocznica obchody uroczystość lecie",
        EventKind.MEETING: "spotkanie narada zebranie zgromadzenie rozmowa wideokonferencja",
        EventKind.FOUNDING: "założyć utworzyć powołać powstać założenie utworzenie powstanie",
        EventKind.DISTINCTION: "nagroda tytuł wyróżnić odznaczyć medal wyróżnienie",
        EventKind.AID: "pomoc dar transport zbiórka powódź",
        EventKind.PUBLICATION: "wydanie folder album książka publikacja",
        EventKind.CAMPAIGN: "kampania akcja",
        EventKind.PRESENTATION: "pokaz prezentacja",
        EventKind.CONCERT: "zagrać",
        EventKind.EXCHANGE: "wymiana",
        EventKind.VISIT: "delegacja wyjazd pobyt odwiedzić",
        EventKind.PROJECT: "projekt program",
    },
    "en": {
        EventKind.OPENING: "opening opened inauguration inaugurated",
        EventKind.CELEBRATION: "jubilee anniversary celebration celebrated ceremony",
        EventKind.MEETING: "meeting met talks",
        EventKind.FOUNDING: "founded founding established",
        EventKind.DISTINCTION: "award prize medal awarded honorary",
        EventKind.AID: "aid donation donated relief flood",
        EventKind.PUBLICATION: "published publication brochure album book",
        EventKind.CAMPAIGN: "campaign",
        EventKind.PRESENTATION: "show presentation presented",
        EventKind.CONCERT: "performed played",
        EventKind.EXCHANGE: "exchange",
        EventKind.VISIT: "delegation trip stay guests",
        EventKind.PROJECT: "project programme",
    },
}
# By the addresses of the topics that come with the site; one that a site lacks is never proposed.
TOPICS: Mapping[str, Mapping[str, str]] = {
    "kultura": {
        "pl": """
            kultura kulturalny koncert wystawa festiwal zespół teatr muzyka muzyczny artysta
            sztuka orkiestra chór film malarz galeria książka
        """,
        "en": """
            culture cultural concert exhibition festival theatre music artist art orchestra choir
            film gallery painter
        """,
    },
    "gospodarka": {
        "pl": """
            gospodarka gospodarczy przedsiębiorca przedsiębiorstwo przedsiębiorczość firma targi
            handlowy inwestycja inwestor klaster rzemiosło
        """,
        "en": """
            economy economic business company entrepreneur trade fair investment investor cluster
            chamber
        """,
    },
    "edukacja": {
        "pl": """
            szkoła szkolny uczeń nauczyciel liceum gimnazjum edukacja edukacyjny technikum
            kształcenie
        """,
        "en": "school pupil teacher education educational college",
    },
    "sport": {
        "pl": """
            sport sportowy turniej zawody mecz zawodnik drużyna pétanque petanque mistrzostwa
            piłka bieg
        """,
        "en": "sport tournament match player team pétanque petanque championship football race",
    },
    "urbanistyka": {
        "pl": """
            urbanistyka urbanistyczny architekt architektura rewitalizacja przebudowa śródmieście
            dzielnica
        """,
        "en": "urban architect architecture regeneration redevelopment district",
    },
    "srodowisko": {
        "pl": "środowisko ekologia ekologiczny klimat klimatyczny zieleń energia odnawialny",
        "en": "environment environmental ecology climate green energy renewable",
    },
    "mlodziez": {
        "pl": "młodzież młodzieżowy student dziecko harcerz uczeń",
        "en": "youth young student children scout pupil",
    },
    "solidarnosc": {
        "pl": "pomoc uchodźca dar humanitarny powódź wojna charytatywny powodzianin",
        "en": "aid refugee donation humanitarian flood war charity",
    },
    "nauka": {
        "pl": "nauka naukowy uniwersytet akademia politechnika naukowiec profesor",
        "en": "science scientific university academy scientist professor",
    },
    "samorzad": {
        "pl": "radny burmistrz samorząd samorządowy starosta wójt",
        "en": "councillor mayor council municipal government",
    },
}


@cache
def kinds_by_term(language: str, *, strong: bool) -> Mapping[str, EventKind]:
    words = (STRONG if strong else WEAK).get(language, {})
    return {
        term: kind
        for kind, text in words.items()
        for word in text.split()
        for term in terms(word, language)
    }


@cache
def topics_by_term(language: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for topic, words in TOPICS.items():
        for word in words.get(language, "").split():
            for term in terms(word, language):
                found.setdefault(term, set()).add(topic)
    return {term: frozenset(topics) for term, topics in found.items()}
