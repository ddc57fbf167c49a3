"""The PDF as programs read it that know nothing of us: readers, screen readers, checkers."""

from pathlib import Path

import pikepdf
import pytest
from pdfua.validator import validate

from events.models import Event
from tests.booklet.printing import bookmarks, elements, made, opened
from tests.pages.records import Scene

pytestmark = pytest.mark.django_db


class TestIsAccessible:
    @pytest.fixture
    def pdf(self, scene: Scene) -> pikepdf.Pdf:
        return opened(made(scene.partnership))

    def test_says_that_it_is_pdf_ua(self, pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Kronika: Katowice – Kolonia, 1994"
            assert metadata["dc:creator"] == ["Miasto Katowice"]
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.Lang == "pl"

    def test_is_tagged_with_years_over_entries(self, pdf: pikepdf.Pdf) -> None:
        kinds = [element.kind for element in elements(pdf)]

        assert kinds[0] == "Document"
        assert kinds.count("H2") >= Event.objects.filter(date_earliest__year=1994).count() / 2
        assert {"Title", "TOC", "TOCI", "Link", "Figure", "Caption", "H1"} <= set(kinds)

    def test_every_figure_has_an_alternative_text(self, pdf: pikepdf.Pdf) -> None:
        figures = [element for element in elements(pdf) if element.kind == "Figure"]

        assert [figure.alt for figure in figures] == ["Most"]

    def test_all_typefaces_are_embedded_and_can_be_read_out(self, pdf: pikepdf.Pdf) -> None:
        fonts = {
            str(font.BaseFont): font
            for page in pdf.pages
            for font in page.Resources.get("/Font", pikepdf.Dictionary()).values()
        }
        assert {name.partition("+")[2][:8] for name in fonts} >= {"Brygada1", "Atkinson"}
        for name, font in fonts.items():
            described = font.DescendantFonts[0].FontDescriptor
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(described.keys()), name
            assert "/ToUnicode" in font, name

    def test_has_a_bookmark_for_each_year_and_part(self, pdf: pikepdf.Pdf) -> None:
        assert bookmarks(pdf) == ["Spis treści", "Wprowadzenie", "1994", "Źródła", "Indeks"]

    def test_numbers_its_pages_as_they_are_printed(self, pdf: pikepdf.Pdf) -> None:
        assert [each.label for each in pdf.pages][1:3] == ["ii", "iii"]
        assert "1" in [each.label for each in pdf.pages]

    def test_passes_an_independent_checker(self, scene: Scene, tmp_path: Path) -> None:
        path = tmp_path / "booklet.pdf"
        path.write_bytes(made(scene.partnership, language="pl-en"))

        assert list(validate(str(path)).findings) == []
