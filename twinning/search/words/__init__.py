"""What is one word in a text, and when two words are the same to somebody who looks for them.

`words_of` finds the words of a text and where they stand; `terms` gives what a word of a text is
kept under, `terms_sought` what is looked for when somebody types it. Two words meet where they
share a term. A term is one of

- `=katowicach` — the word as it is written, folded: letters without case and diacritics;
- `katowice` — a base form it may come from, folded;
- `~katowic` — its stem, where the base form isn't known.
"""

from twinning.search.words.analysis import (
    analysers,
    is_function_word,
    terms,
    terms_sought,
)
from twinning.search.words.tokens import LONGEST, Word, surface, words_of

__all__ = [
    "LONGEST",
    "Word",
    "analysers",
    "is_function_word",
    "surface",
    "terms",
    "terms_sought",
    "words_of",
]
