"""A short title drawn from the words of an entry."""

import re

from events.legacy.sentences import sentences
from events.legacy.values import Confidence, Proposed, Span

LONGEST = 90  # characters; the field takes 160
SHORTEST = 8
# "… odbyła się konferencja": what happened stands behind.
HAPPENED = re.compile(
    r"(?<!która )(?<!który )(?<!które )\b(?:odby(?:ł|ła|ło|ły|wał|wała|wało|wały)\s+się"
    r"|miał[aoy]?\s+miejsce"
    r"|zorganizowano|zorganizowan[aey]\s+został[aoy]?|został[aoy]?\s+zorganizowan[aey]|otwarto"
    r"|zainaugurowano|przebywał[aoy]?|gościł[aoy]?|gościliśmy|przybył[aoy]?|podpisano|powołano"
    r"|took\s+place|was\s+held|were\s+held)\b\s*",
    re.IGNORECASE,
)
PLACED = re.compile(
    r"(?:w|we|in|at)\s+(?:mieście\s+)?[A-ZĄĆĘŁŃÓŚŹŻ][\w-]+,?\s+(?=[a-ząćęłńóśźż]|[IVX]+\b)"
    r"|z\s+(?:\w+ą\s+)?wizytą\s+(?:\w+ą\s+)?(?=\w{5,})"
)
STOPS = re.compile(
    r",?\s+(?:w\s+ramach|podczas|z\s+okazji|poświęcon\w+|zorganizowan\w+|w\s+celu|we\s+współpracy|z\s+udziałem"
    r"|którego|której|których|który|która|które|którzy|który|as\s+part\s+of|during|organised\s+by"
    r"|in\s+order\s+to|which|who|attended\s+by)\b|[;:](?<!nt:)(?<!pt:)\s|\s[–—-]\s|,\s"
)
# A clause that only leads to what happened.
LEADS_TO = re.compile(
    r"\W*(?:w\s+związku|podczas|aby|ponieważ|w\s+ramach|z\s+okazji|na\s+zaproszenie|as\s+part|during|at\s+the\s+invitation)\b",
    re.IGNORECASE,
)
AWAY = re.compile(r"(?:z|na|w|we|do|przy|podczas|by|aby|from|in|at|on|to|with)\s", re.IGNORECASE)
LOOSE = re.compile(
    r"[\s,]+(?:w|we|z|ze|o|i|a|na|do|przy|oraz|pt|nt|pn|ds|im|od|dla|pod|podczas|przez|of|in|at|the|and|to|for|with)\.?$",
    re.IGNORECASE,
)
EDGES = " \t\n\u00a0,;:–—-|•*.·"
CONNECTORS = re.compile(
    r"(?:(?:w\s+dni(?:u|ach)|dnia|natomiast|również|także|ponadto|następnie|już|also|then)\s+)+(?=\S)",
    re.IGNORECASE,
)


def title(text: str, offset: int, date: Span, edition: Span | None) -> Proposed[str]:
    """The title of an entry that begins the passage `text`; `date` is where it tells its day."""
    cut = Span(max(date.start - offset, 0), max(date.end - offset, 0))
    first = _first_sentence(text, cut)
    if (
        edition
        and edition.end - offset <= len(first)
        and first[edition.start - offset] in "IVXLC123456789"
    ):
        return _proposed(first, edition.start - offset, offset, Confidence.HIGH)
    if cut.start >= len(first) or cut.end <= 0:  # the date stands elsewhere: in a heading
        start, end = 0, len(first)
    elif _is_label(first[: cut.start]):
        start, end = cut.end, len(first)
    elif len(first[cut.end :].strip(EDGES)) < SHORTEST:
        start, end = 0, cut.start
    else:
        start, end = cut.end, len(first)
        before = first[: cut.start]
        if not (LEADS_TO.match(before) or HAPPENED.search(first, cut.end)):
            start, end = 0, cut.start
    happened = HAPPENED.search(first, start, end)
    sure = Confidence.LOW
    if (
        happened
        and _tells_what(first[happened.end() : end])
        and "," not in first[start : happened.start()].strip(EDGES)
    ):
        start, sure = happened.end(), Confidence.MEDIUM
    return _proposed(first[:end], start, offset, sure)


def _first_sentence(text: str, date: Span) -> str:
    """All up to the end of the sentence with the date, or of the first that says more than it."""
    for span in sentences(text):
        besides = text[: date.start] + text[date.end : span.end]
        if span.end >= date.end and len(besides.strip(EDGES)) >= SHORTEST:
            return text[: span.end]
    return text


def _tells_what(rest: str) -> bool:
    """Whether what follows the verb is what happened, and not where or how."""
    rest = PLACED.sub("", rest.lstrip(EDGES), count=1)
    return len(rest) >= SHORTEST and AWAY.match(rest) is None


def _is_label(before: str) -> bool:
    return len(before.strip(EDGES)) < SHORTEST


def _proposed(first: str, start: int, offset: int, sure: Confidence) -> Proposed[str]:
    rest = first[start:]
    skipped = len(rest) - len(rest.lstrip(EDGES))
    for pattern in (CONNECTORS, PLACED, PLACED):
        if (match := pattern.match(rest[skipped:])) and len(
            rest
        ) - skipped - match.end() >= SHORTEST:
            skipped += match.end()
    start += skipped
    rest = rest[skipped:]
    end = _end(rest)
    words = " ".join(rest[:end].split()).strip(EDGES)
    while loose := LOOSE.search(words):
        words = words[: loose.start()].rstrip(EDGES)
    words = words[:1].upper() + words[1:]
    return Proposed(_balanced(words), sure, Span(offset + start, offset + start + end))


def _end(rest: str) -> int:
    stop = next(
        (each.start() for each in STOPS.finditer(rest) if each.start() >= 3 * SHORTEST), len(rest)
    )
    if stop <= LONGEST:
        return stop
    space = rest.rfind(" ", SHORTEST, LONGEST)
    return space if space > 0 else LONGEST


def _balanced(words: str) -> str:
    """Without a quotation that is opened and never closed."""
    for opened, closed in (("„", '”"'), ("(", ")"), ("“", "”")):
        at = words.rfind(opened)
        if at > SHORTEST and not any(mark in words[at:] for mark in closed):
            words = words[:at].rstrip(EDGES)
    return words
