"""Texts of the interface in the admin: what is refused, and that nothing typed is lost."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests import factories as make
from tests.catalogues.small import PAGES, address, errors, opened, save, soup
from twinning.translation.interface.texts import text_in
from twinning.translation.models import ChangedMessage, MessageEdit, key_of


def forms_now(message: str, context: str = "") -> list[str]:
    text = text_in("pl", key_of(message, context))
    assert text is not None
    return text.forms


def test_a_text_is_worded_anew_and_the_file_is_left_alone(folder: Path, translator: Client) -> None:
    before = (folder / "pl" / "LC_MESSAGES" / "django.po").read_bytes()

    response = save(translator, address("Reading room"), form_0="Sala lektury", note="jak w BN")

    assert response.status_code == 302
    assert forms_now("Reading room") == ["Sala lektury"]
    assert ChangedMessage.objects.get().note == "jak w BN"
    assert (folder / "pl" / "LC_MESSAGES" / "django.po").read_bytes() == before


def test_the_history_says_who_said_what_before(folder: Path, translator: Client) -> None:
    save(translator, address("Reading room"), form_0="Sala lektury")
    save(translator, address("Reading room"), form_0="Sala")

    page = soup(translator.get(address("Reading room")))

    rows = [[cell.get_text() for cell in row.select("td")] for row in page.select("tbody tr")]
    assert [row[1:] for row in rows] == [
        ["Halina Nowak", "Sala lektury", "Sala"],
        ["Halina Nowak", "Czytelnia", "Sala lektury"],
    ]


@pytest.mark.parametrize(
    ("message", "changes", "words"),
    [
        ("Reading room", {"form_0": ""}, "empty"),
        ("Reading room", {"form_0": "Czytelnia "}, "same spaces"),
        ("Reading room", {"form_0": "Sala %(room)s"}, "the source has none"),
        ("Reading room", {"form_0": "<script>alert(1)</script>"}, "HTML tags"),
        ("Reading room", {"form_0": 'x" onfocus=alert(1) x='}, "HTML tags"),
        ("Bring %(item)s <b>now</b>", {"form_0": "Przynieś <b>teraz</b>"}, "%(item)"),
        ("Bring %(item)s <b>now</b>", {"form_0": "Przynieś %(item)s teraz"}, "HTML tags"),
        ("%(count)s lamp", {"form_2": ""}, "every form"),
        ("%(count)s lamp", {"form_1": "lampy"}, "%(count)"),
    ],
)
def test_a_text_that_would_break_a_page_is_refused_in_words(
    folder: Path, translator: Client, message: str, changes: dict[str, str], words: str
) -> None:
    response = save(translator, address(message), **changes)

    assert response.status_code == 422
    assert words in errors(response)
    (name, typed), *_none = changes.items()
    box = soup(response).select_one(f"textarea[name={name}]")
    assert box is not None
    assert box.get_text().removeprefix("\n") == typed
    assert not ChangedMessage.objects.exists()


def test_each_plural_form_says_which_numbers_it_is_for(folder: Path, translator: Client) -> None:
    page = soup(translator.get(address("%(count)s lamp")))

    labels = [label.get_text() for label in page.select(".interface-box label")]
    assert labels[:4] == [
        "Form for 1",
        "Form for 2–4, 22–24, 32–34 …",
        "Form for 0, 5–21, 25–31 …",
        "Form for fractions (1.5)",
    ]


def test_a_source_with_line_breaks_keeps_those_of_the_browser_out(
    folder: Path, translator: Client
) -> None:
    save(translator, address("Reading room"), form_0="Sala\r\nlektury")

    assert forms_now("Reading room") == ["Sala\nlektury"]


def test_a_second_save_of_an_old_form_is_refused_and_then_deliberate(
    folder: Path, translator: Client
) -> None:
    url = address("Reading room")
    old = opened(translator, url)
    save(translator, url, form_0="Sala")

    refused = translator.post(url, {**old, "form_0": "Biblioteka"})

    page = soup(refused)
    assert refused.status_code == 409
    assert "Sala" in page.select_one(".interface-conflict").get_text()  # type: ignore[union-attr]
    assert forms_now("Reading room") == ["Sala"]
    again = {str(box["name"]): str(box["value"]) for box in page.select("input[name=token]")}
    translator.post(url, {**again, "form_0": "Biblioteka"})
    assert forms_now("Reading room") == ["Biblioteka"]


def test_a_form_opened_before_the_file_changed_is_old_too(folder: Path, translator: Client) -> None:
    url = address("Reading room")
    old = opened(translator, url)
    path = folder / "pl" / "LC_MESSAGES" / "django.po"
    path.write_text(path.read_text("utf-8").replace("Czytelnia", "Świetlica"), "utf-8")

    assert translator.post(url, {**old, "form_0": "Sala"}).status_code == 409


def test_what_the_file_says_anew_holds_and_the_change_is_asked_about(
    folder: Path, translator: Client
) -> None:
    save(translator, address("Reading room"), form_0="Sala")
    path = folder / "pl" / "LC_MESSAGES" / "django.po"
    path.write_text(path.read_text("utf-8").replace("Czytelnia", "Świetlica"), "utf-8")

    assert forms_now("Reading room") == ["Świetlica"]
    page = soup(translator.get(f"{PAGES}pl/?show=contested"))
    assert [row.get_text() for row in page.select("tbody th")] == ["\nReading room\n"]
    # Opened, the words from here stand in the box; saved, they hold.
    assert opened(translator, address("Reading room"))["form_0"] == "Sala"
    save(translator, address("Reading room"))
    assert forms_now("Reading room") == ["Sala"]


def test_a_doubtful_text_is_accepted_by_saving_it_as_it_is(
    folder: Path, translator: Client
) -> None:
    save(translator, address("The bridges of Łódź"))

    text = text_in("pl", key_of("The bridges of Łódź"))
    assert text is not None
    assert text.holds
    assert not text.is_doubtful


def test_saving_what_it_says_already_changes_nothing(folder: Path, translator: Client) -> None:
    save(translator, address("Reading room"))

    assert not MessageEdit.objects.exists()


def test_a_change_is_taken_back_and_stays_in_the_history(folder: Path, translator: Client) -> None:
    save(translator, address("Reading room"), form_0="Sala")

    translator.post(address("Reading room") + "take-back/")

    assert forms_now("Reading room") == ["Czytelnia"]
    assert MessageEdit.objects.first().before == ["Sala"]  # type: ignore[union-attr]


def test_a_change_whose_source_is_gone_is_listed_until_somebody_takes_it_back(
    folder: Path, translator: Client
) -> None:
    save(translator, address("Reading room"), form_0="Sala")
    path = folder / "pl" / "LC_MESSAGES" / "django.po"
    path.write_text(path.read_text("utf-8").replace("Reading room", "Library"), "utf-8")

    page = soup(translator.get(PAGES))
    assert "Reading room" in page.select_one(".interface-left").get_text()  # type: ignore[union-attr]
    form: Any = page.select_one(".interface-left form")
    translator.post(str(form["action"]))
    assert not soup(translator.get(PAGES)).select(".interface-left")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Lampy/", "small plain letters"),
        ("lampy uliczne/", "small plain letters"),
        ("łampy/", "small plain letters"),
        ("lampki", "ends in"),
        ("lampy/stare/", "small plain letters"),
        ("<slug:x>/", "HTML tags"),
        ("sale/", "called so already"),
        ("admin/", "stands at this address"),
        ("zabrze/", "stands at this address"),
    ],
)
def test_a_part_of_an_address_that_would_break_addresses_is_refused(
    folder: Path, translator: Client, typed: str, words: str
) -> None:
    make.make_place("zabrze", is_home=True)

    response = save(translator, address("lamps/", "address"), form_0=typed, confirmed="on")

    assert response.status_code == 422
    assert words in errors(response)
    assert not ChangedMessage.objects.exists()


def test_a_part_of_an_address_is_changed_only_when_that_is_confirmed(
    folder: Path, translator: Client
) -> None:
    url = address("lamps/", "address")

    refused = save(translator, url, form_0="lampki/")
    assert refused.status_code == 422
    assert "Confirm" in errors(refused)
    assert save(translator, url, form_0="lampki/", confirmed="on").status_code == 302
    assert forms_now("lamps/", "address") == ["lampki/"]


def test_an_address_is_changed_though_another_language_has_no_catalogue(
    folder: Path, translator: Client
) -> None:
    (folder / "en" / "LC_MESSAGES" / "django.po").unlink()

    save(translator, address("lamps/", "address"), form_0="lampki/", confirmed="on")

    assert forms_now("lamps/", "address") == ["lampki/"]


def test_a_catalogue_that_cannot_be_read_breaks_no_page(folder: Path, translator: Client) -> None:
    (folder / "pl" / "LC_MESSAGES" / "django.po").write_text("a line of prose\n")

    response = translator.get(address("Reading room"), follow=True)

    assert response.status_code == 200
    assert "can’t be read" in response.content.decode() or "can&#x27;t be read" in (
        response.content.decode()
    )
    assert "damaged" in response.content.decode()


def test_unknown_texts_and_languages_are_not_found(folder: Path, translator: Client) -> None:
    assert translator.get(address("nothing")).status_code == 404
    assert translator.get(f"{PAGES}xx/").status_code == 404


@pytest.mark.parametrize("role", ["editor", "publisher", ""])
def test_the_pages_are_closed_to_other_roles(folder: Path, db: None, role: str) -> None:
    client = Client()
    client.force_login(make.make_user(role=role))

    for url in (PAGES, f"{PAGES}pl/", address("Reading room")):
        assert client.get(url).status_code == 403, url
    url = address("Reading room")
    assert client.post(url, {"form_0": "Sala"}).status_code == 403
    assert client.post(f"{url}take-back/").status_code == 403
