"""What a question probably meant where a word of it is misspelt."""

import re
from collections.abc import Iterator
from itertools import islice

from django.conf import settings

from twinning.search.grammar import Typed
from twinning.search.vocabulary import suggestions
from twinning.search.words import is_function_word, words_of

MOST_TRIED = 6  # words; each that isn't known costs a few looks into the index


def corrected(typed: Typed, language: str) -> str:
    """The question with the likeliest words in place of unknown ones; "" if all are known.

    The reader's language goes first. What stands in quotation marks is meant as it stands.
    """
    text = typed.text
    for word in islice(_words(typed), MOST_TRIED):
        if meant := _meant(word, language):
            whole = rf"(?<!\w){re.escape(word)}(?!\w)"
            text = re.sub(whole, meant.replace("\\", ""), text, count=1)
    return text if text != typed.text else ""


def _words(typed: Typed) -> Iterator[str]:
    for part in typed.wanted:
        if not (part.is_phrase or part.is_prefix):
            yield from (word.text for word in words_of(part.text))


def _meant(word: str, language: str) -> str:
    codes = [language, *(code for code, _name in settings.LANGUAGES if code != language)]
    if any(is_function_word(word, code) for code in codes):
        return ""
    for code in codes:
        if words := suggestions(word, code, count=1):
            return words[0]
    return ""
