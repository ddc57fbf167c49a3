"""Nothing of a source is lost: every character is in an entry, ignored, or not understood."""

from hypothesis import given
from hypothesis import strategies as st

from events.legacy import Reading, read, read_plain
from events.legacy.report import as_json, lines
from events.legacy.values import Reason, State
from tests.legacy.facts import NOBODY

PHRASES = st.sampled_from(
    [
        "ROK 1997", "LATA 2000-2001", "2004 r.", "ROK 2014 ROKIEM OBCHODÓW", "Maj 2005", "HISTORIA",
        "12 maja 2005 r.", "W dniach 10-12 maja 2006 r.", "br.", "W sierpniu", "In June 2011",
        "13-15.06.2010", "odbył się III Turniej", "Sprawdź także", "© Urząd", "Data: 5 maja 2011",
        "Zjazd\n\nData: nieznana\n\n",
        "przyjechała delegacja z Mons.", "W drugim dniu zwiedzono muzeum.", "•", "W 1998 roku",
        "od 1994 roku", "na przełomie lat 2009 i 2010", "…", "„", "\u00a0", "\n", "\n\n", "\r\n",
    ]
)  # fmt: skip
TEXTS = st.text() | st.lists(PHRASES | st.text(max_size=8), max_size=25).map(" ".join)


def check(reading: Reading) -> None:
    at = 0
    for passage in reading.passages:
        assert passage.span.start == at
        assert passage.span.end > at
        assert (passage.entry is not None) == (passage.state is State.ENTRY)
        assert (passage.reason is not None) == (passage.state is not State.ENTRY)
        if passage.reason is Reason.BLANK:
            assert not reading.text[at : passage.span.end].strip()
        at = passage.span.end
    assert at == len(reading.text)
    told = {passage.entry for passage in reading.passages if passage.entry is not None}
    assert told == set(range(len(reading.entries)))


@given(TEXTS)
def test_the_passages_of_any_text_are_the_text(text: str) -> None:
    check(read(read_plain(text), NOBODY))


@given(TEXTS)
def test_an_entry_holds_only_words_of_its_source(text: str) -> None:
    """Nothing is invented: the date stands in the text, the title and the body are its words."""
    reading = read(read_plain(text), NOBODY)

    for number, entry in enumerate(reading.entries):
        inside = [p.span for p in reading.passages if p.entry == number]
        assert all(any(each.holds(span) for each in inside) for span in entry.spans)
        assert 0 <= entry.date.span.start < entry.date.span.end <= len(reading.text)
        source = "".join(reading.text.split()).lower()
        assert "".join(entry.title.value.split()).lower() in source
        for paragraph in entry.body.split("\n\n"):
            assert paragraph.strip() in reading.text
        for part in entry.parts:
            assert part.sentence.holds(part.date.span) or part.date.span.start < part.sentence.end


@given(TEXTS)
def test_any_reading_can_be_reported(text: str) -> None:
    reading = read(read_plain(text), NOBODY)

    assert list(lines(reading))
    assert as_json(reading)["text"] == reading.text
