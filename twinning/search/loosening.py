"""What to look for where no text holds all the words of a question."""

from dataclasses import replace

from twinning.search.query_values import Query
from twinning.search.searching import is_answered

MOST_TRIED = 6  # words left out in turn; each costs a look into the index


def loosened(query: Query) -> tuple[Query, str] | None:
    """The query without one of its words, and that word; None where that helps nothing either.

    Short words go first, since they say least. Phrases, dates and choices are kept.
    """
    if len(query.words) < 2:
        return None
    for left_out in sorted(query.words, key=lambda word: len(word.text))[:MOST_TRIED]:
        rest = tuple(word for word in query.words if word is not left_out)
        looser = replace(query, words=rest, row=())
        if is_answered(looser):
            return looser, left_out.text
    return None
