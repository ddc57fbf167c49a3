"""Clean HTML as plain values, which a writer can set in any format without pasting code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import urlsplit

from django.utils.encoding import iri_to_uri

BREAK = "\n"
_SPACE = re.compile(r"[ \t\r\n\f]+")
# What XML can't hold, and no typeface shows.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LEADS_OUT = re.compile(r"(https?://[^\s/?#]+\S*|(mailto|tel):\S+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)

Kind = Literal["paragraph", "heading", "quote", "list", "numbered", "item"]

_BLOCKS = {"p", "h3", "h4", "div", "blockquote", "ul", "ol", "li"}
_CONTAINERS: dict[str, Kind] = {
    "blockquote": "quote",
    "ul": "list",
    "ol": "numbered",
    "li": "item",
}
_STYLES = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic"}


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a line. `language` is "" where it is that of the text around; `stands_in` for
    a translation that is missing. `BREAK` as text begins a new line.
    """

    text: str
    language: str = ""
    stands_in: bool = False
    bold: bool = False
    italic: bool = False
    url: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or small heading with its line; a quotation, list or item with blocks inside."""

    kind: Kind
    line: Line = ()
    blocks: tuple["Block", ...] = ()
    start: int = 1


def clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def line_of(text: str) -> Line:
    """Inline HTML, or a plain text that isn't marked as safe, as one line."""
    if not hasattr(text, "__html__"):
        words = clean(text).strip()
        return (Run(words),) if words else ()
    blocks = list(_leaves(blocks_of(text)))
    joined: list[Run] = []
    for block in blocks:
        joined += [Run(BREAK), *block.line] if joined else block.line
    return tuple(joined)


def blocks_of(html: str) -> tuple[Block, ...]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.result()


def words_of(line: Line) -> str:
    return "".join(run.text for run in line).replace(BREAK, " ")


def _leaves(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.line:
            yield block
        yield from _leaves(block.blocks)


@dataclass(slots=True)
class _Open:
    """A container whose end hasn't come yet."""

    kind: Kind | None
    start: int = 1
    blocks: list[Block] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_Open(None)]
        self._runs: list[Run] = []
        self._leaf: Kind = "paragraph"
        self._styles: list[str] = []
        self._links: list[str] = []
        self._marks: list[tuple[str, bool]] = []  # language and standing-in, span by span

    def result(self) -> tuple[Block, ...]:
        self._flush()
        while len(self._open) > 1:
            self._close()
        return tuple(self._open[0].blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self._flush()
        if tag in _CONTAINERS:
            start = given.get("start", "")
            number = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
            self._open.append(_Open(_CONTAINERS[tag], number))
        elif tag in _STYLES:
            self._styles.append(_STYLES[tag])
        elif tag in ("h3", "h4"):
            self._leaf = "heading"
        elif tag == "br":
            self._runs.append(Run(BREAK))
        elif tag == "a":
            self._links.append(_address(given.get("href", "")))
        elif tag in ("span", "div"):
            stands_in = "stand-in" in given.get("class", "").split()
            language = given.get("lang", "")
            known = language if _LANGUAGE.fullmatch(language) else ""
            self._marks.append((known, stands_in))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        if tag in _CONTAINERS:
            self._close()
        elif tag in _STYLES and _STYLES[tag] in self._styles:
            self._styles.remove(_STYLES[tag])
        elif tag == "a" and self._links:
            self._links.pop()
        elif tag in ("span", "div") and self._marks:
            self._marks.pop()

    def handle_data(self, data: str) -> None:
        words = _SPACE.sub(" ", clean(data))
        if words == " " and not self._runs:
            return
        url = self._links[-1] if self._links else ""
        self._runs.append(
            Run(
                words,
                language=next((code for code, _ in reversed(self._marks) if code), ""),
                stands_in=any(stands_in for _, stands_in in self._marks),
                bold="bold" in self._styles,
                italic="italic" in self._styles,
                url=url,
            )
        )

    def _close(self) -> None:
        if len(self._open) == 1:
            return
        done = self._open.pop()
        if done.kind and done.blocks:
            block = Block(done.kind, blocks=tuple(done.blocks), start=done.start)
            self._open[-1].blocks.append(block)

    def _flush(self) -> None:
        line = _trimmed(self._runs)
        if line:
            self._open[-1].blocks.append(Block(self._leaf, line))
        self._runs, self._leaf = [], "paragraph"


def _address(href: str) -> str:
    """Where a link leads, if it leads out of the site: a page of ours has no place on paper."""
    address = clean(href).strip()
    try:
        urlsplit(address)
    except ValueError:
        return ""
    return iri_to_uri(address) if _LEADS_OUT.fullmatch(address) else ""


def _trimmed(runs: list[Run]) -> Line:
    """Without blanks and breaks at both ends, and without blanks beside a break."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        if run.text != BREAK and (not kept or kept[-1].text.endswith((" ", BREAK))):
            text = text.lstrip(" ")
        if run.text == BREAK and kept:
            kept[-1] = _with(kept[-1], kept[-1].text.rstrip(" ") or kept[-1].text)
        if text and (kept or text != BREAK):
            kept.append(_with(run, text))
    while kept and not kept[-1].text.strip(f" {BREAK}"):
        kept.pop()
    if kept:
        kept[-1] = _with(kept[-1], kept[-1].text.rstrip(" "))
    return tuple(kept)


def _with(run: Run, text: str) -> Run:
    return Run(text, run.language, run.stands_in, run.bold, run.italic, run.url)
