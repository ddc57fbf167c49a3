"""Citations as other programs read them, whatever stands in a title."""

import json
import re
from datetime import date
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from django.test import Client
from django.utils.translation import override
from hypothesis import example, given
from hypothesis import strategies as st

from events.addresses import version_address
from events.references import FORMATS, Reference, as_html, as_text, plain
from events.references.bibtex import bibtex
from events.references.csl import csl
from events.references.marks import clean, marked
from events.references.ris import ris
from tests import factories as make
from tests.citing.reading import reference as taken
from tests.history.records import keep, save
from twinning.dates import HistoricalDate
from twinning.translation.texts import Text

LATEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{each}": each for each in "#$%&_"},
}
IN_LATEX = re.compile("|".join(map(re.escape, LATEX)))
URL = "https://partnerzy.example/pl/wydarzenia/1994/umowa/wersja/3/"
NASTY = (
    '{ \\ } "quoted" #1 100 % & $x$ a_b ~ ^',
    "}{",
    "\\",
    "line\nbreak\r\nTY  - BOOK\u2028ER  - ",
    "Żółć – „Gęś” 10×10",
    "\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c",
    "</pre><script>alert(1)</script>",
    "\ue000\uf8ff\x00\x1b",
)


def reference(title: str = "Umowa", **given: Any) -> Reference:
    values = {
        "key": "umowa-3",
        "author": "Urząd Miasta",
        "title": clean(title),
        "site": "Miasta partnerskie",
        "version": "3",
        "edition": "Wersja 3, 24 listopada 2026",
        "published": date(2026, 11, 24),
        "accessed": date(2026, 12, 1),
        "told": HistoricalDate("1994-06"),
        "language": "pl",
        "url": URL,
    }
    return Reference(**{**values, **given})


def nasty(test: Any) -> Any:
    for text in NASTY:
        test = example(text)(test)
    return given(st.text(max_size=120))(test)


class TestBibtex:
    @nasty
    def test_is_read_back_as_it_was_meant(self, title: str) -> None:
        written = bibtex(reference(title, author=clean(title)))
        library = parse_string(written)

        assert not library.failed_blocks
        [entry] = library.entries
        assert (entry.entry_type, entry.key) == ("online", "umowa-3")
        fields = {name: field.value for name, field in entry.fields_dict.items()}
        if clean(title):
            for name in ("title", "author"):
                assert (fields[name][0], fields[name][-1]) == ("{", "}")
                read = IN_LATEX.sub(lambda found: LATEX[found[0]], fields[name][1:-1])
                assert read == clean(title)
        assert fields["url"] == URL
        assert (fields["date"], fields["urldate"]) == ("2026-11-24", "2026-12-01")
        assert (fields["version"], fields["langid"]) == ("3", "polish")

    @nasty
    def test_balances_its_braces_even_for_who_does_not_know_backslashes(self, title: str) -> None:
        written = bibtex(reference(title))

        assert written.count("{") == written.count("}")
        bare = re.sub(r"\\[#$%&_]", "", written)
        assert not re.search(r"[#$%&~^]", bare.replace(URL, ""))

    def test_leaves_out_an_author_that_nobody_has_named(self) -> None:
        assert "author" not in bibtex(reference(author=""))


class TestRis:
    @nasty
    def test_is_read_back_as_it_was_meant(self, title: str) -> None:
        [entry] = rispy.loads(ris(reference(title)))

        assert entry["type_of_reference"] == "ELEC"
        assert entry.get("title", "") == clean(title)
        assert entry["authors"] == ["Urząd Miasta"]
        assert entry["urls"] == [URL]
        assert (entry["year"], entry["access_date"]) == ("2026", "2026/12/01/")
        assert entry["language"] == "pl"

    @nasty
    def test_has_lines_of_a_tag_two_spaces_and_a_hyphen(self, title: str) -> None:
        written = ris(reference(title))

        lines = written.split("\r\n")
        assert lines.pop() == ""
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
        assert (lines[0], lines[-1]) == ("TY  - ELEC", "ER  - ")
        assert not re.search(r"(?<!\r)\n|\r(?!\n)", written)


class TestCslJson:
    @nasty
    def test_is_one_item_of_the_shape_that_processors_take(self, title: str) -> None:
        [item] = json.loads(csl(reference(title)))

        names = {
            *("id", "type", "title", "container-title", "publisher", "version", "language", "URL"),
            *("author", "issued", "accessed", "event-date"),
        }
        assert item.keys() == names
        assert item["title"] == clean(title)
        assert item["type"] == "webpage"
        assert item["author"] == [{"literal": "Urząd Miasta"}]
        assert item["issued"] == {"date-parts": [[2026, 11, 24]]}
        assert item["accessed"] == {"date-parts": [[2026, 12, 1]]}

    @pytest.mark.parametrize(
        ("edtf", "written"),
        [
            ("1994", {"date-parts": [[1994]]}),
            ("1994-06", {"date-parts": [[1994, 6]]}),
            ("2014-09-12", {"date-parts": [[2014, 9, 12]]}),
            ("2014-09-12/2014-09-14", {"date-parts": [[2014, 9, 12], [2014, 9, 14]]}),
            ("1994/1996-05", {"date-parts": [[1994], [1996, 5]]}),
            ("1991~", {"literal": ...}),
            ("199X", {"literal": ...}),
            ("1998/..", {"literal": ...}),
            ("1994?/1995", {"literal": ...}),
            ("2014-21", {"literal": ...}),
        ],
    )
    def test_tells_when_it_happened_no_more_precisely_than_known(
        self, edtf: str, written: dict[str, Any]
    ) -> None:
        [item] = json.loads(csl(reference(told=HistoricalDate(edtf))))

        known = item["event-date"]
        assert known.keys() == written.keys()
        if "date-parts" in written:
            assert known == written
        else:
            assert known["literal"] == HistoricalDate(edtf).render(style="plain")


class TestPlain:
    def test_is_written_as_the_polish_standard_has_it(self) -> None:
        assert plain(reference("Umowa (czerwiec 1994)")) == (
            "URZĄD MIASTA. Umowa (czerwiec 1994) [online]. Miasta partnerskie. Wersja 3, "
            f"24 listopada 2026 [dostęp 1 grudnia 2026]. Dostępny w: {URL}"
        )

    def test_is_written_as_the_international_one_has_it(self) -> None:
        with override("en"):
            told = reference(
                "Agreement (June 1994)",
                author="City Hall",
                site="Partner cities",
                edition="Version 3, 24 November 2026",
            )
            assert plain(told) == (
                "CITY HALL. Agreement (June 1994) [online]. Partner cities. Version 3, "
                f"24 November 2026 [viewed 1 December 2026]. Available from: {URL}"
            )

    def test_begins_with_the_title_where_no_author_is_named(self) -> None:
        assert plain(reference(author="")).startswith("Umowa [online].")


class TestMarks:
    @nasty
    def test_a_fallback_says_its_language_and_nothing_else_does(self, title: str) -> None:
        written = f"{marked(Text(title, 'pl', is_fallback=True))} ({clean(title)})"

        assert as_text(written) == f"{clean(title)} ({clean(title)})"
        html = as_html(written)
        assert html.count("<span") == html.count("</span>") == 1
        assert html.startswith('<span class="stand-in" lang="pl">')
        assert "<script" not in html


@pytest.mark.django_db
class TestAsDownloads:
    @pytest.fixture
    def event(self) -> Any:
        make.make_public_body()
        event = make.make_event("Dawny {tytuł}", slug_pl="umowa", date="1994-06~")
        keep(event)
        save(event, title_pl="Nowy")
        return event

    @pytest.mark.parametrize(
        ("name", "media_type", "extension"),
        [
            ("bibtex", "application/x-bibtex; charset=utf-8", "bib"),
            ("ris", "application/x-research-info-systems; charset=utf-8", "ris"),
            ("csl-json", "application/vnd.citationstyles.csl+json", "json"),
        ],
    )
    def test_are_files_of_their_kind(
        self, client: Client, event: Any, name: str, media_type: str, extension: str
    ) -> None:
        response = client.get(f"{version_address(event, 1)}{name}/")

        assert response["Content-Type"] == media_type
        disposition = f'attachment; filename="umowa-1.{extension}"'
        assert response["Content-Disposition"] == disposition
        assert response["X-Robots-Tag"] == "noindex"
        assert not response.cookies

    @pytest.mark.parametrize("name", FORMATS)
    def test_cite_the_version_that_was_asked_for(
        self, client: Client, event: Any, name: str
    ) -> None:
        old, new = (taken(client, event, number, name) for number in (1, 2))

        assert "Dawny" in old
        assert "około czerwca 1994" in old
        assert f"http://testserver{version_address(event, 1)}" in old
        assert "Urząd Miasta Przykładowo" in old
        assert "Nowy" in new

    @pytest.mark.parametrize("name", ["endnote", "bib", "", "BIBTEX"])
    def test_of_no_such_format_are_not_found(self, client: Client, event: Any, name: str) -> None:
        assert client.get(f"{version_address(event, 1)}{name}//").status_code == 404

    def test_say_the_language_of_the_title(self, client: Client, event: Any) -> None:
        event.title_en = ""
        save(event)

        with override("en"):
            [entry] = parse_string(taken(client, event, 3, "bibtex")).entries
            assert entry.fields_dict["langid"].value == "polish"
            assert entry.fields_dict["organization"].value == "Partner cities"
            [entry] = parse_string(taken(client, event, 2, "bibtex")).entries
            assert entry.fields_dict["langid"].value == "english"
