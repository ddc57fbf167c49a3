"""The words that public records hold, for suggestions.

The index counts those of records that are planned to be public later as well; each word is looked
for before it is offered.
"""

from collections.abc import Iterable, Mapping
from itertools import islice

from django.db import connection
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils import timezone

from twinning.search.distance import distance
from twinning.search.engines import Condition, engine
from twinning.search.models import VocabularyWord
from twinning.search.words import surface

BEGINNING, ENDING = 2, 2  # letters; a misspelt word keeps one of the two
SHORT = 4  # letters of a word in which only one may be wrong
SHORTEST = 3
LOOKED_AT = 2000
TRIED = 5  # times as many as are asked for

Key = tuple[str, str]


def count(changes: Mapping[Key, int], spellings: Mapping[Key, str]) -> None:
    """Count words, by language and folded, up or down. What no entry holds any more is gone."""
    more = sorted((key, number) for key, number in changes.items() if number > 0)
    fewer: dict[tuple[str, int], list[str]] = {}
    for (language, word), number in changes.items():
        if number < 0:
            fewer.setdefault((language, -number), []).append(word)
    if more:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_vocabularyword (language, folded, ending, written, count) "
                "VALUES (%s, %s, %s, %s, %s) ON CONFLICT (language, folded) "
                "DO UPDATE SET count = search_vocabularyword.count + excluded.count, "
                # “delegacja” rather than “delegacją”: plain letters come first.
                "written = CASE WHEN excluded.written < search_vocabularyword.written "
                "THEN excluded.written ELSE search_vocabularyword.written END",
                [
                    (language, word, word[-ENDING:], spellings[language, word], number)
                    for (language, word), number in more
                ],
            )
    for (language, number), words in fewer.items():
        counted = VocabularyWord.objects.filter(language=language, folded__in=words)
        counted.filter(count__lte=number).delete()
        counted.update(count=F("count") - number)


def suggestions(word: str, language: str, *, count: int = 3) -> list[str]:
    """Words of public records that were meant, perhaps, by a misspelt one, likeliest first.

    As they are written in the records, in small letters; none where the word itself occurs.
    """
    folded = surface(word)
    if len(folded) < SHORTEST or _is_public(folded):
        return []
    wrong = 1 if len(folded) <= SHORT else 2
    near = []
    for known in _resembling(folded, language, wrong):
        apart = distance(folded, known.folded, most=wrong)
        if apart is not None:
            near.append((apart, -known.count, known.folded, known.written))
    return _public([(key, written) for _, _, key, written in sorted(near)], count)


def completions(beginning: str, language: str, *, count: int = 8) -> list[str]:
    """Words of public records that begin so, the most frequent first."""
    folded = surface(beginning)
    if not folded:
        return []
    begun = VocabularyWord.objects.filter(language=language, folded__startswith=folded)
    words = begun.order_by("-count", "folded").values_list("folded", "written")
    return _public(words[: count * TRIED], count)


def _resembling(folded: str, language: str, wrong: int) -> Iterable[VocabularyWord]:
    same = Q(folded__startswith=folded[:BEGINNING]) | Q(ending=folded[-ENDING:])
    words = VocabularyWord.objects.filter(same, language=language)
    near = words.annotate(length=Length("folded")).filter(
        length__gte=len(folded) - wrong, length__lte=len(folded) + wrong
    )
    return near.order_by("-count", "folded")[:LOOKED_AT]


def _public(words: Iterable[tuple[str, str]], count: int) -> list[str]:
    return list(islice((written for key, written in words if _is_public(key)), count))


def _is_public(folded: str) -> bool:
    """Whether residents see a record now that holds the word as it is written."""
    condition = Condition(at=timezone.now(), alternatives=(frozenset({f"={folded}"}),))
    return bool(engine().rows(condition, 1))
