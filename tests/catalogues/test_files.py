"""Catalogues as files: taken away, brought back, written into `locale/`; nothing is lost."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from tests.catalogues.small import FORMS, PAGES, address, save, soup, write
from twinning.translation.catalogues import problems_of
from twinning.translation.interface.texts import text_in
from twinning.translation.models import ChangedMessage, MessageEdit, key_of

UPLOAD = f"{PAGES}pl/upload/"
LAMP = 'msgid "%(count)s lamp"\nmsgid_plural "%(count)s lamps"\n'


def forms_now(message: str, context: str = "") -> list[str]:
    text = text_in("pl", key_of(message, context))
    assert text is not None
    return text.forms


def send(client: Client, content: bytes | str) -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(UPLOAD, {"file": SimpleUploadedFile("django.po", data)})


def po(messages: str, forms: str = FORMS, language: str = "pl") -> str:
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
    return head + '"Content-Type: text/plain; charset=utf-8\\n"\n' + forms + "\n" + messages


def tables(response: Any) -> dict[str, list[str]]:
    """The rows under each heading of the preview."""
    return {
        heading.get_text(strip=True).split(" ")[0]: [
            row.get_text(" ", strip=True)
            for row in heading.find_next("tbody").select("tr")  # type: ignore[union-attr]
        ]
        for heading in soup(response).select("#content-main h2")
    }


def confirm(client: Client, preview: Any) -> Any:
    box = soup(preview).select_one("input[name=sealed]")
    assert box is not None
    return client.post(UPLOAD, {"sealed": str(box["value"])}, follow=True)


def test_the_download_says_what_the_site_says(folder: Path, translator: Client) -> None:
    save(translator, address("Reading room"), form_0="Sala")
    save(translator, address("The bridges of Łódź"))

    response = translator.get(f"{PAGES}pl/file/")

    assert 'filename="django-pl.po"' in response["Content-Disposition"]
    path = write(folder / "other", "pl", "")
    path.write_bytes(response.content)
    with path.open("rb") as file:
        texts = {message.id: message.string for message in read_po(file, locale="pl")}
    assert texts["Reading room"] == "Sala"
    assert [each.what for each in problems_of(path, "pl")] == ["not translated: “Lantern”"]


def test_a_download_brought_back_changes_nothing(folder: Path, translator: Client) -> None:
    save(translator, address("Reading room"), form_0="Sala")
    edits = MessageEdit.objects.count()

    preview = send(translator, translator.get(f"{PAGES}pl/file/").content)

    assert tables(preview) == {}
    assert "nothing in the file to take over" in preview.content.decode()
    assert MessageEdit.objects.count() == edits


def test_a_file_shows_first_and_then_changes_and_twice_changes_nothing(
    folder: Path, translator: Client
) -> None:
    file = po('msgid "Lantern"\nmsgstr "Latarnia"\n\nmsgid "Reading room"\nmsgstr ""\n')

    preview = send(translator, file)
    assert tables(preview) == {"Would": ["Lantern – Latarnia"]}
    assert not ChangedMessage.objects.exists()

    done = confirm(translator, preview)
    assert "1 text is taken over" in done.content.decode()
    assert forms_now("Lantern") == ["Latarnia"]
    assert forms_now("Reading room") == ["Czytelnia"], "an empty text erases nothing"
    assert tables(send(translator, file)) == {}
    confirm(translator, preview)
    assert MessageEdit.objects.count() == 1


@pytest.mark.parametrize(
    ("messages", "reason"),
    [
        ('msgid "Gas lamp"\nmsgstr "Gazowa"\n', "no such source text"),
        ('#, fuzzy\nmsgid "Lantern"\nmsgstr "Latarnia"\n', "doubtful"),
        ('msgid "Lantern"\nmsgstr "Latarnia "\n', "same spaces"),
        ('msgid "Lantern"\nmsgstr "%(x)s"\n', "the source has none"),
        ('msgid "Lantern"\nmsgstr "<b>Latarnia</b>"\n', "HTML tags"),
        ('msgctxt "address"\nmsgid "lamps/"\nmsgstr "lampki/"\n', "its own page"),
        ('msgid "%(count)s lamp"\nmsgstr "%(count)s lampa"\n', "another in the file"),
        (LAMP + 'msgstr[0] "%(count)s lampka"\nmsgstr[1] ""\n', "every form"),
    ],
)
def test_what_would_break_a_page_is_refused_text_by_text(
    folder: Path, translator: Client, messages: str, reason: str
) -> None:
    good = 'msgid "Reading room"\nmsgstr "Sala"\n\n'

    preview = send(translator, po(good + messages))

    found = tables(preview)
    assert found["Would"] == ["Reading room Czytelnia Sala"]
    assert len(found["Refused"]) == 1
    assert reason in found["Refused"][0]
    confirm(translator, preview)
    assert ChangedMessage.objects.count() == 1


def test_a_file_with_another_number_of_plural_forms_is_refused_where_it_matters(
    folder: Path, translator: Client
) -> None:
    two = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    forms = 'msgstr[0] "%(count)s lampka"\nmsgstr[1] "%(count)s lampki"\n'

    found = tables(send(translator, po(LAMP + forms, two)))

    assert "more or fewer plural forms" in found["Refused"][0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "no PO file"),
        (b"a line of prose\n", "no PO file"),
        (po('msgid "Lantern"\nmsgstr "Lampion\n').encode(), "closing quotation mark"),
        (po("").encode(), "no texts"),
        (po('msgid "Lantern"\nmsgstr "Lanterne"\n', language="fr").encode(), "another language"),
        (po("", '"Plural-Forms: nonsense\\n"\n').encode(), ""),
        (b"x" * (2 * 1024 * 1024 + 1), "2 MB"),
    ],
)
def test_a_file_that_is_none_is_refused_whole(
    folder: Path, translator: Client, content: bytes, words: str
) -> None:
    response = send(translator, content)

    assert response.status_code == 422
    assert words in soup(response).select_one(".errorlist").get_text()  # type: ignore[union-attr]


def test_a_form_without_a_file_says_so(folder: Path, translator: Client) -> None:
    assert translator.post(UPLOAD, {}).status_code == 422


def test_what_somebody_changed_after_the_preview_is_left(folder: Path, translator: Client) -> None:
    file = po('msgid "Lantern"\nmsgstr "Latarnia"\n\nmsgid "Reading room"\nmsgstr "Sala"\n')
    preview = send(translator, file)
    save(translator, address("Lantern"), form_0="Lampion")

    done = confirm(translator, preview)

    assert "left: Lantern" in done.content.decode()
    assert (forms_now("Lantern"), forms_now("Reading room")) == (["Lampion"], ["Sala"])


def test_a_forged_preview_changes_nothing(folder: Path, translator: Client) -> None:
    done = translator.post(UPLOAD, {"sealed": "forged"}, follow=True)

    assert "too old" in done.content.decode()
    assert not ChangedMessage.objects.exists()


def export() -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("export_catalogue_changes", stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_changes_are_written_back_once_and_settled_by_the_next_deployment(
    folder: Path, translator: Client
) -> None:
    save(translator, address("Reading room"), form_0="Sala")
    save(translator, address("The bridges of Łódź"))
    path = folder / "pl" / "LC_MESSAGES" / "django.po"

    said, _left = export()
    assert "“Reading room” = “Sala”" in said
    assert [each.what for each in problems_of(path, "pl")] == ["not translated: “Lantern”"]
    written = path.read_bytes()
    assert export() == ("", "")
    assert path.read_bytes() == written

    call_command("migrate", verbosity=0)
    assert not ChangedMessage.objects.exists()
    assert MessageEdit.objects.count() == 2
    path.write_text(path.read_text("utf-8").replace("Sala", "Świetlica"), "utf-8")
    assert forms_now("Reading room") == ["Świetlica"], "a later wording of the file holds"


def test_what_can_not_be_written_back_is_named(folder: Path, translator: Client) -> None:
    save(translator, address("Reading room"), form_0="Sala")
    save(translator, address("Lantern"), form_0="Latarnia")
    path = folder / "pl" / "LC_MESSAGES" / "django.po"
    text = path.read_text("utf-8").replace("Czytelnia", "Świetlica").replace("Lantern", "Lamp")
    path.write_text(text, "utf-8")

    said, left = export()

    assert said == ""
    assert "no such source text any more: “Lantern” = “Latarnia”" in left
    assert "changed in the file as well: “Reading room” = “Sala”" in left


def test_the_desk_names_the_languages_with_something_to_put_right(
    folder: Path, translator: Client
) -> None:
    page: BeautifulSoup = soup(translator.get("/en/admin/"))

    row = page.select_one("[aria-labelledby=desk-catalogues] li")
    assert row is not None
    assert "Not translated: 1" in row.get_text()
    link: Any = row.select_one("a")
    assert [each.get_text(strip=True) for each in soup(translator.get(link["href"])).select(
        "tbody th")] == ["Lantern"]  # fmt: skip


def test_the_desk_is_silent_where_all_is_well(translator: Client) -> None:
    assert not soup(translator.get("/en/admin/")).select("[aria-labelledby=desk-catalogues]")
