"""Files of every kind as text in blocks, and what is refused, in words."""

import zipfile
from io import BytesIO

import pikepdf
import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from events.legacy import UnreadableDocumentError, read_document, read_plain
from events.legacy.documents import (
    EMPTY,
    OLD_WORD,
    RTF,
    TOO_LARGE,
    UNKNOWN_ARCHIVE,
    BlockKind,
    Document,
    archives,
    encodings,
    limits,
    office,
    pdf,
    xml,
)
from tests.legacy.files import docx, odt, packed, word_paragraph
from tests.legacy.files import pdf as pdf_of_text
from tests.media.files import new_pdf, saved


def blocks(document: Document) -> list[str]:
    return [document.text[each.start : each.end] for each in document.blocks]


def kinds(document: Document) -> list[str]:
    return [each.kind.value for each in document.blocks]


def refusal(data: bytes) -> object:
    with pytest.raises(UnreadableDocumentError) as refused:
        read_document(data)
    return refused.value.message


def said_or_read(data: bytes) -> Document | None:
    """The document, or None where its refusal has words."""
    try:
        return read_document(data)
    except UnreadableDocumentError as error:
        if not str(error):
            raise
        return None


class TestPlainText:
    def test_every_line_is_a_block_where_nothing_broke_the_lines(self) -> None:
        text = "Rok 1997\nOtwarto dom współpracy.\nZagrał chór.\n\nRok 1998"

        assert blocks(read_plain(text)) == text.replace("\n\n", "\n").split("\n")

    def test_lines_broken_by_a_program_become_one_block(self) -> None:
        text = (
            "W dniach 20-22 marca 2007 r. prezydent miasta odwiedził gospodarzy z miasta\n"
            "Partnerskiego i obejrzał tam przebudowane śródmieście, nowy dworzec kolejowy i\n"
            "Tereny dawnej fabryki, na których powstają mieszkania, szkoła oraz hale dla\n"
            "rzemiosła.\n\nDrugi akapit."
        )
        assert blocks(read_plain(text)) == text.split("\n\n")

    def test_a_heading_of_years_is_never_joined_to_a_line(self) -> None:
        assert blocks(read_plain("zakończenie prac\n2011\nkoncert")) == [
            "zakończenie prac",
            "2011",
            "koncert",
        ]

    def test_an_item_of_a_list_is_told_apart(self) -> None:
        assert kinds(read_plain("Plan:\n• koncert\n– wystawa\n1. bieg\n12 maja bieg")) == [
            "paragraph",
            *["item"] * 3,
            "paragraph",
        ]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859-2"])
    def test_polish_letters_are_read_in_any_encoding(self, encoding: str) -> None:
        text = "Święto źródeł: zażółć gęślą jaźń, ŚCIEŻKA"

        assert read_document(text.encode(encoding)).text == text

    def test_bytes_that_are_no_text_are_refused(self) -> None:
        assert refusal(bytes(range(32)) * 40) == encodings.NO_TEXT

    @pytest.mark.parametrize("data", [b"", b" \r\n\t"])
    def test_an_empty_file_is_refused(self, data: bytes) -> None:
        assert refusal(data) == EMPTY

    def test_a_file_beyond_the_limit_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("events.legacy.documents.MAX_BYTES", 10)

        assert refusal(b"12 maja 2005 r. koncert") == TOO_LARGE


class TestWebPages:
    def test_a_page_is_its_text_in_blocks(self) -> None:
        page = (
            "<!DOCTYPE html><html><head><title>x</title></head><body><h2>ROK 1997</h2><p>Otwarto"
            " <b>dom</b>&nbsp;współpracy.<br>Zagrał chór.</p><ul><li>bieg</li></ul></body>"
        )
        document = read_document(page.encode())

        assert blocks(document) == ["ROK 1997", "Otwarto dom współpracy.", "Zagrał chór.", "bieg"]
        assert kinds(document) == ["heading", "paragraph", "paragraph", "item"]

    def test_nothing_that_could_be_executed_is_kept(self) -> None:
        page = (
            "<html><body><script>alert(1)</script><style>p{}</style><p onclick='x()'>12 maja 2005"
            " r.<img src=x onerror=alert(1)></p><iframe src='//evil'>x</iframe>"
            "<svg><text>y</text></svg><template><p>z</p></template>"
        )
        assert read_document(page.encode()).text == "12 maja 2005 r."

    def test_menus_and_footers_are_told_as_furniture(self) -> None:
        page = (
            "<html><body><nav>Aktualności</nav><header>Miasto</header><main><header>Kronika</header>"
            "<p>12 maja 2005 r. koncert</p></main><div hidden>tajne</div><footer>Urząd</footer>"
        )
        document = read_document(page.encode())
        furniture = [document.text[b.start : b.end] for b in document.blocks if b.is_furniture]

        assert furniture == ["Aktualności", "Miasto", "tajne", "Urząd"]

    def test_a_row_of_a_table_is_one_block(self) -> None:
        page = (
            "<html><body><table><tr><td><p>1994</p></td><td>Umowa</td></tr>"
            "<tr><th>1996</th><td>Wizyta<br>radnych</td></tr></table>"
        )
        document = read_document(page.encode())

        assert blocks(document) == ["1994 | Umowa", "1996 | Wizyta radnych"]
        assert kinds(document) == ["row", "row"]

    def test_a_table_that_lays_out_a_page_is_not(self) -> None:
        page = "<html><table><tr><td><p>12 maja 2005 r.</p><p>Koncert</p></td></tr></table>"

        assert blocks(read_document(page.encode())) == ["12 maja 2005 r.", "Koncert"]

    def test_a_page_says_its_old_encoding(self) -> None:
        page = '<html><head><meta charset="windows-1250"></head><body><p>Święto źródeł</p>'

        assert blocks(read_document(page.encode("cp1250"))) == ["Święto źródeł"]

    def test_a_broken_page_gives_what_it_has(self) -> None:
        page = "<html><body></p><p>12 maja 2005 r.</span></div><p>koncert<p"

        assert blocks(read_document(page.encode())) == ["12 maja 2005 r.", "koncert"]

    def test_a_page_of_a_thousand_nested_elements_is_read_or_refused(self) -> None:
        said_or_read(("<html>" + "<div>" * 5000 + "x").encode())


class TestWord:
    def test_paragraphs_headings_and_items_are_told_apart(self) -> None:
        document = read_document(
            docx(
                word_paragraph("ROK 1997", '<w:pStyle w:val="Nagwek2"/>')
                + word_paragraph("Otwarto dom współpracy.")
                + word_paragraph("bieg uliczny", "<w:numPr/>")
            )
        )
        assert blocks(document) == ["ROK 1997", "Otwarto dom współpracy.", "bieg uliczny"]
        assert kinds(document) == ["heading", "paragraph", "item"]

    def test_deleted_words_and_codes_of_fields_are_left_out(self) -> None:
        document = read_document(
            docx(
                "<w:p><w:del><w:r><w:t>13 maja</w:t></w:r></w:del><w:r>"
                "<w:instrText>PAGE</w:instrText></w:r><w:r><w:t>12 maja</w:t><w:tab/>"
                "<w:t>2005</w:t></w:r></w:p>"
            )
        )
        assert document.text == "12 maja 2005"

    def test_a_row_of_a_table_is_one_block(self) -> None:
        cells = "".join(f"<w:tc>{word_paragraph(text)}</w:tc>" for text in ("1994", "Umowa"))
        document = read_document(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))

        assert blocks(document) == ["1994 | Umowa"]
        assert kinds(document) == [BlockKind.ROW.value]

    def test_entities_are_refused(self) -> None:
        bomb = (
            '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
            '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
        )
        body = "<w:p><w:r><w:t>&c;</w:t></w:r></w:p>"

        assert refusal(docx(body, bomb)) == xml.DOCTYPE

    def test_a_file_on_the_server_is_never_fetched(self) -> None:
        secret = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'

        assert refusal(docx("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", secret)) == xml.DOCTYPE

    def test_broken_markup_is_refused(self) -> None:
        assert refusal(docx("<w:p>")) == xml.DAMAGED


class TestOpenDocument:
    def test_paragraphs_headings_items_and_rows_are_told_apart(self) -> None:
        document = read_document(
            odt(
                "<text:h>ROK 1997</text:h><text:p>Otwarto <text:span>dom</text:span> współpracy"
                "<office:annotation><text:p>sprawdzić</text:p></office:annotation>.</text:p>"
                "<text:list><text:list-item><text:p>bieg</text:p></text:list-item></text:list>"
                "<table:table><table:table-row><table:table-cell><text:p>1994</text:p>"
                "</table:table-cell><table:table-cell><text:p>Umowa<text:s/>i<text:tab/>bal</text:p>"
                "</table:table-cell></table:table-row></table:table>"
            )
        )
        assert blocks(document) == [
            "ROK 1997",
            "Otwarto dom współpracy.",
            "bieg",
            "1994 | Umowa i bal",
        ]
        assert kinds(document) == ["heading", "paragraph", "item", "row"]


class TestArchives:
    def test_an_archive_that_explodes_is_refused(self) -> None:
        bomb = packed({"word/document.xml": b" " * (8 * 1024 * 1024)})

        assert refusal(bomb) == archives.EXPLODES

    def test_one_that_would_unpack_to_too_much_in_all_is_refused(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(archives, "MAX_UNPACKED", 1000)

        assert refusal(packed({"a": "x" * 600, "b": "y" * 600})) == archives.EXPLODES

    def test_one_with_too_many_members_is_refused(self) -> None:
        many = packed({f"{number}": "" for number in range(limits.MAX_MEMBERS + 1)})

        assert refusal(many) == archives.EXPLODES

    def test_one_that_lies_about_its_size_is_refused(self) -> None:
        honest = docx(word_paragraph("12 maja 2005 r. koncert " * 50))
        size = zipfile.ZipFile(BytesIO(honest)).getinfo("word/document.xml").file_size
        lying = honest.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))

        assert lying != honest
        assert refusal(lying) == archives.DAMAGED

    def test_one_that_is_cut_off_is_refused(self) -> None:
        whole = docx(word_paragraph("12 maja 2005 r. koncert"))

        assert refusal(whole[: len(whole) // 2]) == archives.DAMAGED

    def test_one_with_a_password_is_refused(self) -> None:
        whole = bytearray(docx(word_paragraph("12 maja 2005 r. koncert")))
        for signature, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
            at = whole.find(signature)
            while at >= 0:
                whole[at + flags] |= 1
                at = whole.find(signature, at + 4)

        assert refusal(bytes(whole)) == archives.ENCRYPTED

    def test_one_that_is_no_text_document_is_refused(self) -> None:
        assert refusal(packed({"xl/workbook.xml": "<x/>"})) == UNKNOWN_ARCHIVE

    def test_one_that_only_claims_to_be_one_is_refused(self) -> None:
        assert refusal(packed({office.DOCX_MEMBER: "12 maja 2005 r."})) == xml.DAMAGED


class TestPdf:
    def test_its_text_is_read_line_by_line(self) -> None:
        document = read_document(pdf_of_text("ROK 1997\n\n9 września otwarto dom współpracy."))

        assert blocks(document) == ["ROK 1997", "9 września otwarto dom współpracy."]

    def test_pages_without_text_are_refused_with_advice(self) -> None:
        assert refusal(saved(new_pdf(2))) == pdf.ONLY_PICTURES

    def test_one_with_a_password_is_refused(self) -> None:
        locked = saved(new_pdf(), encryption=pikepdf.Encryption(owner="a", user="b"))

        assert refusal(locked) == pdf.ENCRYPTED

    def test_one_with_too_many_pages_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pdf, "MAX_PAGES", 2)

        assert refusal(saved(new_pdf(3))) == pdf.TOO_MANY_PAGES

    @pytest.mark.parametrize(
        "data", [b"%PDF-", b"%PDF-1.7\n1 0 obj", b"%PDF-1.4 trailer<</Root 1 0 R>>"]
    )
    def test_a_broken_one_is_refused(self, data: bytes) -> None:
        assert refusal(data) == pdf.DAMAGED


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, OLD_WORD), (rb"{\rtf1 maj}", RTF)],
)
def test_a_document_of_an_old_kind_is_refused_with_advice(data: bytes, reason: object) -> None:
    assert refusal(data) == reason


def test_a_refusal_speaks_the_readers_language() -> None:
    with pytest.raises(UnreadableDocumentError) as refused:
        read_document(b"")

    with translation.override("en"):
        assert str(refused.value) == "The file is empty."
    with translation.override("pl"):
        assert str(refused.value) == "Plik jest pusty."


HEADS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"<html>",
    b"{\\rtf",
    b"\xff\xfe",
    b"\xef\xbb\xbf<p><p><p>",
]


@given(st.sampled_from(HEADS), st.binary(max_size=400))
def test_any_file_is_read_or_refused_in_words(head: bytes, rest: bytes) -> None:
    document = said_or_read(head + rest)

    if document:
        assert all(0 <= each.start < each.end <= len(document.text) for each in document.blocks)


WHOLE = {
    "docx": docx(word_paragraph("ROK 1997") + word_paragraph("9 września otwarto dom.")),
    "odt": odt("<text:h>ROK 1997</text:h><text:p>9 września otwarto dom.</text:p>"),
    "pdf": pdf_of_text("ROK 1997\n\n9 września otwarto dom."),
}


@pytest.mark.parametrize("kind", WHOLE)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_in_words(kind: str, data: st.DataObject) -> None:
    damaged = bytearray(WHOLE[kind])
    places = st.integers(0, len(damaged) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=12)):
        damaged[place] = data.draw(st.integers(0, 255))

    said_or_read(
        bytes(damaged[: data.draw(places) + 1]) if data.draw(st.booleans()) else bytes(damaged)
    )


@pytest.mark.parametrize("charset", ["idna", "undefined", "base64", "nonsense", "utf-8"])
def test_an_encoding_that_a_page_only_claims_is_passed_over(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>Święto</p>'.encode("cp1250")

    assert blocks(read_document(page)) == ["Święto"]
