"""Documents made for the test: whole ones, and what only claims to be one."""

import zipfile
from io import BytesIO

import typst

WORD_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)
OPEN_MIMETYPE = "application/vnd.oasis.opendocument.text"


def packed(members: dict[str, str | bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: str, prologue: str = "") -> bytes:
    """A DOCX whose body is this XML."""
    xml = f"{prologue}<w:document {WORD_NAMES}><w:body>{body}</w:body></w:document>"
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def word_paragraph(text: str, properties: str = "") -> str:
    """A paragraph whose words are cut into runs, as Word cuts them."""
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{part}</w:t></w:r>' for part in text.partition(" ")
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def odt(body: str) -> bytes:
    xml = (
        f"<office:document-content {OPEN_NAMES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": OPEN_MIMETYPE, "content.xml": xml})


def pdf(text: str) -> bytes:
    """A PDF of this text, set as pages are."""
    made = typst.compile(f'#set text(lang: "pl")\n{text}'.encode())
    assert isinstance(made, bytes)
    return made
