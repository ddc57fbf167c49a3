"""A booklet as EPUB 3.3: pages of XHTML, made from templates that escape what they are given."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from events.booklet.content import Booklet, Edition
from events.booklet.pdf.writer import cover_picture
from events.booklet.rich import Line, Run, line_of

HERE = Path(__file__).parent
FONTS = settings.BASE_DIR / "static" / "site" / "fonts"
_TEMPLATES = "events/booklet/epub"
_TYPES = {
    ".css": "text/css",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
}


Labels = tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the publication. With `labels`, by language, it is a chapter of the contents."""

    name: str
    data: bytes
    labels: Labels = ()
    properties: str = ""

    @property
    def id(self) -> str:
        return "f-" + "".join(sign if sign.isalnum() else "-" for sign in self.name)

    @property
    def type(self) -> str:
        return _TYPES[Path(self.name).suffix]

    @property
    def is_read(self) -> bool:
        return self.name.endswith(".xhtml")


def write_epub(booklet: Booklet, photographs: Path) -> bytes:
    """`photographs` is the folder with the files of the pictures."""
    pages = list(_Pages(booklet).all())
    items = [*pages, *_files(booklet, photographs)]
    package = _rendered("package.opf", booklet, items=items)
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        # The first entry, not compressed, tells what the file is.
        _add(archive, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _add(archive, "META-INF/container.xml", _rendered("container.xml", booklet))
        _add(archive, "EPUB/package.opf", package)
        for item in items:
            _add(archive, f"EPUB/{item.name}", item.data)
    return target.getvalue()


def _add(
    archive: zipfile.ZipFile, name: str, data: bytes, compression: int = zipfile.ZIP_DEFLATED
) -> None:
    """Without the moment, so that the same booklet is the same file."""
    archive.writestr(zipfile.ZipInfo(name), data, compression)


def _rendered(template: str, booklet: Booklet, **values: Any) -> bytes:
    context = {"booklet": booklet, "first": booklet.editions[0], **values}
    return render_to_string(f"{_TEMPLATES}/{template}", context).encode()


def _files(booklet: Booklet, photographs: Path) -> Iterator[Item]:
    yield Item("cover.png", cover_picture(booklet), properties="cover-image")
    yield Item("booklet.css", (HERE / "booklet.css").read_bytes())
    for font in sorted(FONTS.glob("*.woff2")):
        yield Item(f"fonts/{font.name}", font.read_bytes())
    used = {
        photograph.file
        for edition in booklet.editions
        for entry in edition.entries
        for photograph in entry.photographs
    }
    for name in sorted(used):
        yield Item(f"images/{name}", (photographs / name).read_bytes())


class _Pages:
    def __init__(self, booklet: Booklet) -> None:
        self.booklet = booklet
        self.first = booklet.editions[0]

    def all(self) -> Iterator[Item]:
        """In the order in which they are read."""
        chapters = list(self._chapters())
        body = next(each for each in chapters if each.name.startswith("year-"))
        yield self._page("cover", self.first.words["cover"])
        yield self._page(
            "nav", self.first.words["contents"], properties="nav", chapters=chapters, body=body
        )
        yield from chapters

    def _chapters(self) -> Iterator[Item]:
        yield self._part("about")
        if any(each.introduction or each.summary for each in self.booklet.editions):
            yield self._part("introduction")
        for place in range(len(self.first.years)):
            yield self._year(place)
        yield self._part("sources")
        for edition in self.booklet.editions:
            if edition.registers:
                yield self._index(edition)

    def _part(self, name: str) -> Item:
        labels = {each.words[name]: each.language for each in self.booklet.editions[::-1]}
        return self._page(
            name,
            self.first.words[name],
            labels=tuple((code, line_of(word)) for word, code in reversed(labels.items())),
        )

    def _year(self, place: int) -> Item:
        told = [(edition, edition.years[place]) for edition in self.booklet.editions]
        number = told[0][1].number
        entries = [
            [(edition, year.entries[position]) for edition, year in told]
            for position in range(len(told[0][1].entries))
        ]
        headlines = (
            (edition.language, headline.text)
            for edition, year in told
            for headline in year.headlines
        )
        return self._page(
            "year",
            str(number),
            labels=((self.first.language, (Run(str(number)),)), *headlines),
            name=f"year-{number}.xhtml",
            number=number,
            told=told,
            entries=entries,
        )

    def _index(self, edition: Edition) -> Item:
        where = {
            entry.key: (f"year-{year.number}.xhtml#{entry.key}", entry)
            for year in edition.years
            for entry in year.entries
        }
        registers = [
            (
                register.heading,
                [(each.name, [where[key] for key in each.entries]) for each in register.names],
            )
            for register in edition.registers
        ]
        label = edition.words["index"]
        return self._page(
            "index",
            label,
            labels=((edition.language, line_of(label)),),
            name=f"index-{edition.language}.xhtml",
            edition=edition,
            registers=registers,
        )

    def _page(
        self,
        template: str,
        title: str,
        *,
        name: str = "",
        labels: Labels = (),
        properties: str = "",
        **values: Any,
    ) -> Item:
        data = _rendered(f"{template}.xhtml", self.booklet, title=title, **values)
        return Item(name or f"{template}.xhtml", data, labels, properties)
