"""Texts that mean something in Typst, in XML or to nobody at all come out as they were written."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.booklet.content import Booklet, Edition, Entry, Year
from events.booklet.pdf.glyphs import STAND_IN, printable
from events.booklet.pdf.writer import write_pdf
from events.booklet.rich import Run, clean, line_of
from events.booklet.wording import words
from tests import factories as make
from tests.booklet.printing import elements, made, opened, text_of_pdf, unzipped
from tests.booklet.test_epub import findings
from tests.fallbacks.marking import mark_every_text
from tests.pages.records import Scene

ODD = [
    "#set page(fill: red) #panic()",
    "$x^2$ *gruby* _pochyły_ `kod` @e1 <e1> ~ \\ \\u{41}",
    '"]) #read("/etc/passwd") //',
    "</title><script>alert(1)</script> &amp; &nbsp; ]]> <!--",
    "= Nagłówek - lista + numer / termin: --- ... // komentarz",
    "{{ booklet }} {% include 'x' %} %(count)s {0}",
    "Zażółć gęślą jaźń, Saint-Étienne, Київ, Αθήνα",
]
STRANGE = "Święto 🎉 w 营口"


@pytest.mark.django_db
class TestOddTitles:
    @pytest.fixture
    def scene(self, scene: Scene) -> Scene:
        for title in [*ODD, STRANGE]:
            make.make_event(
                date="1995", title_pl=title, title_en=title, summary_pl=title, summary_en=title,
                body_pl=f"<p>{title.replace('<', '&lt;')}</p>", partnerships=[scene.partnership],
            )  # fmt: skip
        return scene

    def test_stand_in_the_pdf_as_they_are(self, scene: Scene) -> None:
        text = text_of_pdf(made(scene.partnership)).replace("- ", "").replace("-", "")

        for title in ODD:
            assert "".join(title.split()).replace("-", "") in text.replace(" ", ""), title
        assert f"Święto {STAND_IN} w {STAND_IN}{STAND_IN}" in text

    def test_stand_in_the_epub_as_they_are(self, scene: Scene, tmp_path: Path) -> None:
        data = made(scene.partnership, format="epub")

        assert "<script" not in unzipped(data)["EPUB/year-1995.xhtml"]
        assert STRANGE in unzipped(data)["EPUB/year-1995.xhtml"].replace("\u00a0", " ")
        assert findings(data, tmp_path) == []


@pytest.mark.django_db
def test_the_pdf_says_where_a_text_stands_in_for_a_translation(scene: Scene) -> None:
    mark_every_text()
    own = {each.language for each in elements(opened(made(scene.partnership, language="en")))}
    mark_every_text(missing=1)
    pdf = opened(made(scene.partnership, language="en"))
    languages = [each.language for each in elements(pdf)]

    assert pdf.Root.Lang == "en"
    assert "pl" not in own
    assert languages.count("pl") > 30


@pytest.mark.django_db
def test_side_by_side_each_column_says_its_language(scene: Scene) -> None:
    pdf = opened(made(scene.partnership, language="pl-en"))

    assert pdf.Root.Lang == "pl"
    assert [each.language for each in elements(pdf)].count("en") > 20


def booklet_of(*lines: str) -> Booklet:
    entries = tuple(
        Entry(
            key=f"e{number}", side="both", is_crossing=False, date="1994", place=line_of(text),
            title=line_of(text), note=text, summary=line_of(text), body=(), facts=(),
            photographs=(), references=(),
        )
        for number, text in enumerate(map(clean, lines))
    )  # fmt: skip
    edition = Edition(
        language="pl", title=Run("Kronika"), home=line_of("A"), partner=line_of("B"), publisher=(),
        span="1994", words=words(), summary=entries[0].title, introduction=(),
        years=(Year(1994, "", (), entries),), registers=(), sources=(), colophon=(),
    )  # fmt: skip
    return Booklet("urn:x", "2026-11-24", "", "", "moss", (edition,))


def pdf_of(booklet: Booklet) -> bytes:
    with TemporaryDirectory() as name:
        pages, pictures = Path(name) / "pages", Path(name) / "pictures"
        pages.mkdir()
        pictures.mkdir()
        return write_pdf(booklet, pages, pictures)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_whatever_is_written_can_be_set(lines: list[str]) -> None:
    assert pdf_of(booklet_of(*lines)).startswith(b"%PDF")


def test_a_booklet_without_a_publisher_has_no_author() -> None:
    pdf = opened(pdf_of(booklet_of("a")))

    assert "/Author" not in pdf.docinfo


def test_an_unknown_ribbon_has_a_colour_too() -> None:
    assert pdf_of(replace(booklet_of("a"), ribbon="nowa"))


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("Zażółć № 5 – „tak” …", "Zażółć № 5 – „tak” …"),
        ("e\u0301", "é"),
        ("🎉", STAND_IN),
        ("Київ", "Київ"),
    ],
)
def test_only_what_no_typeface_has_is_replaced(text: str, set_as: str) -> None:
    assert printable(text) == set_as
