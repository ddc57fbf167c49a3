"""The words of a text, each with the marks that a rich text puts on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

# A word or a sign, with the blanks after it on the same line; the end of a line; leading blanks.
_WORD = re.compile(r"\w+[^\S\n]*|[^\w\s][^\S\n]*|\n\s*|[^\S\n]+")
MARKS = {"strong": "strong", "em": "em", "h3": "heading", "h4": "heading"}
BLOCKS = {"p", "li", "h3", "h4", "blockquote"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word with the space after it. `key` stands in for the text when two are compared."""

    text: str
    marks: tuple[str, ...] = ()
    language: str = ""
    key: str = ""

    @property
    def identity(self) -> tuple[str, tuple[str, ...], str]:
        """Equal for the same word, whatever blanks follow."""
        return self.key or self.text.rstrip(" ") or " ", self.marks, self.language


def plain_pieces(text: str) -> Iterator[Piece]:
    return (Piece(word) for word in _WORD.findall(text))


def rich_pieces(html: str) -> Iterator[Piece]:
    """The words of a sanitised rich text. A block is a line; what has no letters gets a sign:
    an item of a list, a quotation, the target of a link, the language of a phrase.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return iter(reader.pieces)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._marks: list[str] = []
        self._languages: list[str] = []
        self._targets: list[str] = []
        self._numbers: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in BLOCKS:
            self._break_line()
        if tag in MARKS:
            self._marks.append(MARKS[tag])
        match tag:
            case "br":
                self._break_line()
            case "ul" | "ol":
                start = given.get("start") or "1"
                number = int(start) - 1 if start.isdigit() else 0
                self._numbers.append(number if tag == "ol" else None)
            case "li":
                self._begin_item()
            case "blockquote":
                self._sign("» ")
            case "a":
                self._targets.append(given.get("href") or "")
            case "span":
                language = given.get("lang") or ""
                self._languages.append(language)
                if language:
                    self._sign(f"[{language}] ")

    def handle_endtag(self, tag: str) -> None:
        if tag in MARKS and MARKS[tag] in self._marks:
            self._marks.remove(MARKS[tag])
        if tag in ("ul", "ol") and self._numbers:
            self._numbers.pop()
        if tag == "span" and self._languages:
            self._languages.pop()
        if tag == "a" and self._targets:
            self._sign(f" ({self._targets.pop()})")

    def handle_data(self, data: str) -> None:
        words = re.sub(r"[ \t\r\n]+", " ", data)
        language = next((each for each in reversed(self._languages) if each), "")
        for word in _WORD.findall(words):
            if word.isspace() and (not self.pieces or self.pieces[-1].text.endswith("\n")):
                continue
            self.pieces.append(Piece(word, tuple(self._marks), language))

    def _begin_item(self) -> None:
        number = self._numbers[-1] if self._numbers else None
        if number is None:
            self._sign("• ")
            return
        self._numbers[-1] = number + 1
        # The next items move up when one is taken out; that is no change of theirs.
        self._sign(f"{number + 1}. ", key="#")

    def _sign(self, text: str, key: str = "") -> None:
        self.pieces.append(Piece(text, key=key))

    def _break_line(self) -> None:
        last = self.pieces[-1] if self.pieces else None
        # A paragraph inside an item stands beside the item's sign.
        if last and last.text not in ("\n", "• ", "» ") and last.key != "#":
            self.pieces[-1] = replace(last, text=last.text.rstrip(" "))
            self.pieces.append(Piece("\n"))
