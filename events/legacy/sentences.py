"""Where sentences end, in texts full of abbreviations."""

import re
from functools import lru_cache

from events.legacy.values import Span

END = re.compile(
    r"(?P<point>[.!?…]+[”\"»)]*)(?P<gap>\s+)(?=[„\"«(]?[^\W\d_])"  # any letter; see _ends
    r"|(?<=[a-ząćęłńóśźż]{3})(?P<glued>\.)(?=[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż])"  # "placówki.Kolejna"
    r"|(?P<numbered>\.\s+)(?=\d{1,2}(?:\.\d|\s*[-–]\s*\d|\s+[a-z]))"  # "… gości. 14 września"
)
_WRITTEN_SHORT = """
br ul im in tzw prof dr hab św nr np ds ok tj godz pt wg ww lic inż mgr płk gen ks al pl os tel fax
red dot ew itd itp m.in tys mln mld zł wiek nt pn st mr mrs ms vs no vol e.g i.e
"""
ABBREVIATED = frozenset(_WRITTEN_SHORT.split())
SHORT_DATE = (
    45  # characters: before it "r." ends no sentence ("31 stycznia – 2 lutego 2007 r. W …")
)
LONGEST_PAUSE = 3
LONGEST_WORD = 40  # characters of the word before a full stop, and the marks behind it
LAST_WORD = re.compile(r"([^\s(„\"]+)\.[”\"»)]*$")


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a passage, each with the space that follows it: together the whole."""
    spans: list[Span] = []
    start = 0
    for match in END.finditer(text):
        if not _ends(text, start, match):
            continue
        spans.append(Span(start, match.end()))
        start = match.end()
    if start < len(text):
        spans.append(Span(start, len(text)))
    return tuple(spans)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    if match["glued"]:
        return True
    if len(match["point"] or "") > LONGEST_PAUSE:
        return False  # a line to be filled in: "Data wpływu ......"
    end = match.end("point") if match["point"] else match.start() + 1
    word = LAST_WORD.search(text[max(start, end - LONGEST_WORD) : end])
    if word is None:
        return bool(match["point"])  # an exclamation or question mark
    last = word[1].lower()
    if last in {"r", "rr"}:
        return _begins(text, match) and end - start > SHORT_DATE
    if last in ABBREVIATED or len(last) == 1 or (last.isdigit() and len(last) < 3):
        return False
    return bool(match["numbered"]) or _begins(text, match)


def _begins(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() :].lstrip('„"«(')
    return following[:1].isupper() or bool(match["numbered"])
