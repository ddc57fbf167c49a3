from collections.abc import Callable

from django.conf import settings

from events.legacy.composing import Composer
from events.legacy.documents import Document
from events.legacy.names import Names
from events.legacy.proposing import Proposer
from events.legacy.values import Reading
from twinning.search.words import is_function_word, words_of

LOOKED_AT = 20_000  # characters that tell the language
EVERY = 50  # entries between two reports of progress

Progress = Callable[[int, int], None]


def read(document: Document, names: Names, *, progress: Progress | None = None) -> Reading:
    """The entries that a document proposes. `progress` hears how many of how many are done."""
    language = language_of(document.text)
    composer = Composer(document)
    passages = composer.compose()
    proposer = Proposer(document.text, language, names)
    entries = []
    for number in range(len(composer.drafts)):
        entries.append(proposer.entry(composer.drafts, number))
        if progress and len(entries) % EVERY == 0:
            progress(len(entries), len(composer.drafts))
    return Reading(document.text, language, document.blocks, tuple(passages), tuple(entries))


def language_of(text: str) -> str:
    """The site's language whose little words the text has most of; the first if it has none."""
    words = [word.text for word in words_of(text[:LOOKED_AT])]
    counts = {
        code: sum(is_function_word(word, code) for word in words)
        for code, _name in settings.LANGUAGES
    }
    return max(counts, key=lambda code: counts[code])
