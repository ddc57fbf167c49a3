"""What a booklet holds, as plain values. Both writers, of PDF and of EPUB, set just this."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from events.booklet.rich import Block, Line, Run


@dataclass(frozen=True, slots=True)
class Photograph:
    """`image` is the picture's number; `file` its name in the folder of the booklet's files."""

    image: int
    file: str
    width: int
    height: int
    alt: Run
    caption: Line
    credit: Line


@dataclass(frozen=True, slots=True)
class Fact:
    """A term with what belongs to it, each line on its own: “Hosts”, with who they were."""

    term: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Where an entry rests on a source; `number` is that of the source in the booklet's list."""

    number: int
    details: Line


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` is the same in every edition; `side` the ribbon it hangs on: home, partner or both.

    `note` says that the text stands only in another language; empty where it doesn't.
    """

    key: str
    side: str
    is_crossing: bool
    date: str
    place: Line
    title: Line
    note: str
    summary: Line
    body: tuple[Block, ...]
    facts: tuple[Fact, ...]
    photographs: tuple[Photograph, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """Of a year, or of several: then `span` names them."""

    text: Line
    span: str
    lead: Line


@dataclass(frozen=True, slots=True)
class Year:
    """`gap` names the years before it of which nothing is told."""

    number: int
    gap: str
    headlines: tuple[Headline, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Indexed:
    """A name and the keys of the entries in which it comes up, in their order."""

    name: Line
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """One of the booklet's indexes: people, organisations, places."""

    heading: str
    names: tuple[Indexed, ...]


@dataclass(frozen=True, slots=True)
class ListedSource:
    number: int
    title: Line
    details: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The booklet in one language. `words` are those of the booklet itself, by their key."""

    language: str
    title: Run
    home: Line
    partner: Line
    publisher: Line
    span: str
    words: dict[str, str]
    summary: Line
    introduction: tuple[Block, ...]
    years: tuple[Year, ...]
    registers: tuple[Register, ...]
    sources: tuple[ListedSource, ...]
    colophon: tuple[Line, ...]

    @property
    def entries(self) -> Iterator[Entry]:
        for year in self.years:
            yield from year.entries


@dataclass(frozen=True, slots=True)
class Booklet:
    """One edition, or several that run side by side: their years and entries are the same.

    `identifier` is a URN; `made` the day as ISO 8601; `ribbon` the name of the partner's colour;
    `publisher` and `address` may be empty.
    """

    identifier: str
    made: str
    publisher: str
    address: str
    ribbon: str
    editions: tuple[Edition, ...]

    @property
    def title(self) -> str:
        return " · ".join(dict.fromkeys(edition.title.text for edition in self.editions))


def runs_in(value: object) -> Iterator[Run]:
    """Every run of text in a value of this module, however deep."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from runs_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from runs_in(getattr(value, field.name))
