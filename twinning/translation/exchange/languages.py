"""Which language a text seems to be in, by its small words: an honest guess and no more.

Names tell nothing, so a text of names, or one of a few words, is left undecided.
"""

import re
from collections.abc import Iterable
from enum import Enum
from html import unescape

_SMALL_WORDS = {
    "pl": """ale aby był była było były być dla do gdzie gdy go ich im jak jako jego jej jest już
        która które którego której których który którzy lub ma mają między może na nad nie nim
        niż o od oraz po pod podczas przed przez przy są się swoje także tam te tej ten tego
        też tych tylko tym w we więc wraz wśród wszystkie z za ze został została zostały że""",
    "en": """about after also an and are as at be been before between both but by can during each
        first for from had has have he her his if in into is it its more most not of on one or
        other our over she so some such than that the their them then there these they this those
        through to under until was we were what when where which while who will with would""",
    "fr": """après au aux avec ce ces cette dans de des du elle elles en entre est et était
        été être il ils la le les leur leurs lors mais ne nos notre nous ont ou où par pas pour
        plus qu que qui sa sans se ses son sont sous sur un une vers vous""",
    "de": """als am an auch auf aus bei bis das dem den der des die durch ein eine einem einen
        einer es für hat im in ist mit nach nicht noch oder sich sie sind über um und unter
        vom von vor war waren wird wurde wurden zu zum zur zwischen""",
}
_KNOWN = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
# Letters of Polish alone; in a word that begins small they are no name's.
_OWN_LETTERS = {"pl": frozenset("ąćęłńśźż")}

_PHRASE = re.compile(r"<span\b[^>]*\blang=[^>]*>.*?</span>", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]")
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 4
_ENOUGH_HITS = 2
_CLEAR = 2  # how many times as many words must speak for another language


class Finding(Enum):
    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "can't be told"


def language_finding(text: str, language: str) -> Finding:
    """Whether the text is in the language. Quotations and what is marked as another don't count."""
    words = _words(text)
    if language not in _KNOWN or len(words) < _ENOUGH_WORDS:
        return Finding.UNKNOWN
    scores = {code: _score(words, code) for code in _KNOWN}
    own = scores.pop(language)
    other = max(scores.values())
    if other >= _ENOUGH_HITS and other > _CLEAR * own:
        return Finding.WRONG
    return Finding.RIGHT if own else Finding.UNKNOWN


def _words(text: str) -> list[str]:
    plain = unescape(_TAG.sub(" ", _PHRASE.sub(" ", text)))
    return _WORD.findall(_QUOTED.sub(" ", plain))


def _score(words: Iterable[str], code: str) -> int:
    letters = _OWN_LETTERS.get(code, frozenset())
    return sum(
        word.lower() in _KNOWN[code] or (word[0].islower() and not letters.isdisjoint(word))
        for word in words
    )
