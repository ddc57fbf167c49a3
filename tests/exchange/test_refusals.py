"""Files that aren't read: too large, of another kind, or made to do harm."""

import time

import pytest
from django.core.exceptions import ValidationError

from tests.exchange.sheets import FORMATS, file_of
from tests.exchange.test_formats import UNITS
from twinning.translation.exchange.files import MAX_BYTES, Format, read
from twinning.translation.exchange.xliff import NAMESPACE

ROOT = f'<xliff version="1.2" xmlns="{NAMESPACE}">'
FILE = '<file original="x" source-language="pl" target-language="en" datatype="plaintext"><body>'
END = "</body></file></xliff>"
LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>{ROOT}{FILE}'
UNIT = '<trans-unit id="partners.place.1.name"><source>a</source><target>{}</target></trans-unit>'


def refusal(data: bytes) -> str:
    with pytest.raises(ValidationError) as caught:
        read(data)
    return str(caught.value.code)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_billion_laughs_are_refused_at_once(encoding: str) -> None:
    data = (BOMB + UNIT.format("&l11;") + END).replace('"1.0"', f'"1.0" encoding="{encoding}"', 1)
    start = time.monotonic()

    assert refusal(data.encode(encoding)) == "doctype"
    assert time.monotonic() - start < 1


def test_entities_in_attributes_are_refused_too() -> None:
    data = BOMB + UNIT.replace('id="', 'id="&l11;').format("x") + END
    assert refusal(data.encode()) == "doctype"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
        "<!DOCTYPE x>",
    ],
)
def test_a_document_type_is_refused_and_nothing_is_fetched(declaration: str) -> None:
    assert refusal(f"{declaration}{ROOT}{FILE}{UNIT.format('&f;')}{END}".encode()) == "doctype"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<html/>", "kind"),
        (f"{ROOT}{FILE}".encode(), "xml"),
        (f"{ROOT}{FILE}{END}".encode(), "empty"),
        (f"{ROOT}</xliff>".encode(), "kind"),
        (f"{ROOT}<file/></xliff>".encode(), "empty"),
        (b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', "kind"),
        (f"{ROOT}{FILE}{UNIT.format('&nbsp;')}{END}".encode(), "xml"),
        (b'<?xml version="1.0" encoding="nonsense"?><xliff/>', "xml"),
        (b"PK\x03\x04\x14\x00", "kind"),
        (b"%PDF-1.7 a document", "kind"),
        ('msgid "a"\nmsgstr "zażółć"'.encode("iso-8859-2"), "encoding"),
        (b'msgid "a', "kind"),
        (b"title,text\na,b\n", "kind"),
        (b'msgid "a"\nmsgstr "\x00"', "kind"),
    ],
)
def test_what_is_no_translators_file_is_refused_in_words(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_file_that_is_too_large_is_refused() -> None:
    assert refusal(b" " * (MAX_BYTES + 1)) == "size"


@pytest.mark.parametrize("form", FORMATS)
def test_the_kind_is_told_by_the_content_whatever_stands_before_it(form: Format) -> None:
    data = b"\xef\xbb\xbf" + file_of(UNITS, form)
    assert [each.place for each in read(data).units] == [unit.place for unit in UNITS]


def test_xliff_in_another_encoding_is_read() -> None:
    text = file_of(UNITS).decode().replace("UTF-8", "UTF-16").replace("utf-8", "UTF-16")
    parcel = read(text.encode("utf-16"))

    assert [each.target for each in parcel.units] == [unit.target for unit in UNITS]
    assert read(parcel.text.encode()).units == parcel.units
