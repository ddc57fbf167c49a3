"""What the last word of a question, still being typed, may become."""

from twinning.search.grammar import Typed
from twinning.search.vocabulary import completions
from twinning.search.words import words_of

SHORTEST = 2  # letters: one letter begins too many words


def completed(typed: Typed, language: str, count: int = 8) -> list[str]:
    """The whole question with its last word completed, the most frequent words first."""
    last = typed.parts[-1] if typed.parts else None
    if last is None or not last.is_prefix or not typed.text.endswith(last.text):
        return []
    words = list(words_of(last.text))
    if not words or len(words[-1].text) < SHORTEST:
        return []
    before = typed.text[: len(typed.text) - len(last.text) + words[-1].start]
    return [before + word for word in completions(words[-1].text, language, count=count)]
