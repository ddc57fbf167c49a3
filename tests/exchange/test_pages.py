"""The pages of the exchange and its commands, as a translator and an operator meet them."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from events.models import Event
from tests import factories as make
from tests.exchange.sheets import exported, translated
from tests.exchange.test_refusals import BOMB, END
from tests.pages.reading import words
from twinning.publishing.redaction import Redaction
from twinning.site.models import Delivery
from twinning.site.models.delivery import KEPT_FOR
from twinning.translation.exchange import files
from twinning.translation.exchange.files import MAX_BYTES, Format, read
from twinning.translation.states import State

pytestmark = pytest.mark.django_db
PAGE = "/pl/admin/translations/files/"


def signed_in(role: str = "translator", **given: Any) -> Client:
    client = Client()
    client.force_login(make.make_user(role=role, **given))
    return client


def send(client: Client, data: bytes, name: str = "en.xlf", page: str = PAGE, **given: Any) -> Any:
    upload = SimpleUploadedFile(name, data)
    return client.post(page, {"in-file": upload, "in-language": "en", **given}, follow=True)


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def take(client: Client, preview: Any) -> Any:
    agreed = soup(preview).select_one("[name=agreed]")
    assert agreed is not None
    return client.post(preview.request["PATH_INFO"], {"agreed": agreed["value"]}, follow=True)


def work(count: int = 2) -> bytes:
    for number in range(count):
        make.make_event(f"Wizyta delegacji {number}", title_en="")
    data = exported(Format.XLIFF, kinds=[Event], state=State.MISSING)
    return translated(data, Format.XLIFF, lambda _source: "Delegation’s visit")


@pytest.mark.parametrize("role", ["translator", "editor", "publisher", "superuser"])
def test_the_desk_leads_to_the_files(role: str) -> None:
    desk = soup(signed_in(role).get("/pl/admin/"))
    assert desk.select(f".desk-jump a[href='{PAGE}']")


@pytest.mark.parametrize("path", ["", "export/", "1/", "1/discard/"])
def test_who_translates_nothing_has_no_files(path: str) -> None:
    assert signed_in("").post(PAGE + path).status_code in (403, 404)
    assert signed_in("").get(PAGE + path).status_code in (403, 405)
    assert Client().get(PAGE + path).status_code == 302


@pytest.mark.parametrize(("name", "form"), [("xliff", Format.XLIFF), ("po", Format.PO)])
def test_a_choice_comes_as_a_file(name: str, form: Format) -> None:
    work(1)
    query = {"language": "en", "state": "missing", "format": name, "kinds": "events.event"}
    response = signed_in().get(f"{PAGE}export/", query)

    assert response["Content-Type"] == form.media_type
    assert f'filename="en-missing{form.ending}"' in response["Content-Disposition"]
    assert len(read(response.content).units) == 1


def test_a_choice_without_texts_says_so() -> None:
    query = {"language": "en", "state": "missing", "format": "po"}
    response = signed_in().get(f"{PAGE}export/", query, follow=True)
    assert "Nie ma takich tekstów" in words(soup(response).select_one(".messagelist"))


@pytest.mark.parametrize(
    "wrong", [{"language": "xx"}, {"state": "x"}, {"kinds": "auth.group"}, {"partnership": "0"}]
)
def test_a_choice_that_is_not_offered_is_refused(wrong: dict[str, str]) -> None:
    query = {"language": "en", "state": "all", "format": "po", **wrong}
    response = signed_in().get(f"{PAGE}export/", query)

    assert response.status_code == 400
    assert soup(response).select(".errorlist")


@pytest.mark.parametrize(("limit", "most"), [("MAX_BYTES", 1000), ("MAX_UNITS", 1)])
def test_what_could_not_be_read_back_is_not_exported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, limit: str, most: int
) -> None:
    work()
    monkeypatch.setattr(files, limit, most)
    query = {"language": "en", "state": "missing", "format": "xliff"}
    response = signed_in().get(f"{PAGE}export/", query)

    assert response.status_code == 400
    assert "naraz" in words(soup(response).select_one(".errorlist"))
    with pytest.raises(CommandError):
        call_command("export_translations", str(tmp_path / "en.xlf"), language="en")


def test_a_translator_of_one_city_is_not_offered_partnerships_of_another() -> None:
    own, other = make.make_partnership(), make.make_partnership()
    client = signed_in(homes=[own.home])
    offered = words(soup(client.get(PAGE)).select_one("#id_partnership"))
    query = {"language": "en", "state": "all", "format": "po", "partnership": str(other.pk)}

    assert str(own) in offered
    assert str(other) not in offered
    assert client.get(f"{PAGE}export/", query).status_code == 400


def test_the_preview_shows_each_change_and_saves_nothing() -> None:
    data = work()
    Event.objects.filter(title_pl="Wizyta delegacji 0").update(title_pl="Po zmianie")
    client = signed_in()
    response = send(client, data)
    page = soup(response)

    figures = [words(each) for each in page.select(".exchange-figures dd")]
    assert figures == ["1", "1", "0"]
    refused = page.select_one(".exchange-refused")
    assert "Tekst źródłowy zmienił się" in words(refused)
    assert "Delegation’s visit" in words(page.select_one(".exchange-taken ins"))
    assert not Event.objects.exclude(title_en="").exists()


def test_what_was_looked_at_is_taken_over_once() -> None:
    data = work()
    client = signed_in()
    done = take(client, send(client, data))

    assert "Przejęto 2 teksty" in words(soup(done).select_one(".messagelist"))
    assert not soup(done).select("[name=agreed]")
    assert set(Event.objects.values_list("title_en", "version")) == {("Delegation’s visit", 2)}


def test_a_form_opened_before_is_stale_after() -> None:
    data = work(1)
    client = signed_in("publisher")
    event = Event.objects.get()
    take(client, send(client, data))
    address = f"/pl/admin/events/event/{event.pk}/change/"

    assert client.post(address, {"version": "1"}).status_code == 409


def test_a_preview_that_is_not_true_any_more_is_shown_anew() -> None:
    data = work()
    client = signed_in()
    preview = send(client, data)
    Event.objects.filter(title_pl="Wizyta delegacji 0").update(title_pl="Po zmianie")
    response = take(client, preview)

    assert response.status_code == 409
    assert "Niczego nie zapisano" in words(soup(response).select_one("[role=alert]"))
    assert not Event.objects.exclude(title_en="").exists()
    take(client, response)
    assert Event.objects.exclude(title_en="").count() == 1


@pytest.mark.parametrize(
    ("data", "language", "text"),
    [
        ((BOMB + END).encode(), "pl", "deklarację typu dokumentu"),
        ((BOMB + END).encode(), "en", "declares a document type"),
        (b"%PDF-1.7", "pl", "ani XLIFF 1.2, ani PO"),
        (b"", "pl", "pusty"),
        (b" " * (MAX_BYTES + 1), "pl", "10 MB"),
    ],
)
def test_a_bad_file_is_refused_beside_its_field(data: bytes, language: str, text: str) -> None:
    page = PAGE.replace("/pl/", f"/{language}/")
    response = send(signed_in(), data, "en.xlf", page)

    assert response.status_code == 400
    assert text in words(soup(response).select_one(".errorlist"))
    assert not Delivery.objects.exists()


def test_a_file_of_another_language_is_refused() -> None:
    data = work().replace(b'target-language="en"', b'target-language="fr"')
    response = send(signed_in(), data)

    assert response.status_code == 400
    assert "fr" in words(soup(response).select_one(".errorlist"))


def test_a_country_that_a_tool_adds_makes_no_other_language() -> None:
    data = work().replace(b'target-language="en"', b'target-language="en-GB"')
    assert send(signed_in(), data).status_code == 200


def test_nobody_sees_the_files_of_others() -> None:
    send(signed_in(), work())
    address = f"{PAGE}{Delivery.objects.get().pk}/"
    other = signed_in("superuser")

    assert other.get(address).status_code == 404
    assert other.post(address, {"agreed": ""}).status_code == 404
    assert other.post(f"{address}discard/").status_code == 404
    assert address not in other.get(PAGE).content.decode()


def test_a_file_is_discarded_or_forgotten_in_time() -> None:
    client = signed_in()
    data = work()
    send(client, data)
    client.post(f"{PAGE}{Delivery.objects.get().pk}/discard/")
    assert not Delivery.objects.exists()

    send(client, data)
    Delivery.objects.update(moment=timezone.now() - KEPT_FOR)
    send(client, data)
    assert Delivery.objects.count() == 1


def test_a_redaction_reaches_the_files() -> None:
    data = work().replace("Delegation’s visit".encode(), b"Jan Prywatny")
    send(signed_in(), data)
    Redaction("Jan Prywatny", "▒").apply()

    assert "Prywatny" not in Delivery.objects.get().content


def test_many_changes_are_shown_page_by_page() -> None:
    client = signed_in()
    response = send(client, work(103))
    address = response.request["PATH_INFO"]

    assert len(soup(response).select(".exchange-line")) == 100
    assert len(soup(client.get(f"{address}?page=2")).select(".exchange-line")) == 3


def test_markup_in_a_file_is_shown_and_never_run() -> None:
    data = work(1).replace("Delegation’s visit".encode(), b"&lt;script&gt;x()&lt;/script&gt;")
    html = send(signed_in(), data).content.decode()

    assert "&lt;script&gt;" in html
    assert "<script>x()" not in html


# Commands


def test_the_commands_export_show_and_save(tmp_path: Path, capsys: Any) -> None:
    work(3)
    path = tmp_path / "en.xlf"
    call_command("export_translations", str(path), language="en", kind=["events.event"])
    path.write_bytes(translated(path.read_bytes(), Format.XLIFF, lambda _text: "Visit"))
    call_command("import_translations", str(path), language="en")
    shown = capsys.readouterr().out

    assert "3 to take over, 0 unchanged, 0 refused." in shown
    assert not Event.objects.exclude(title_en="").exists()
    call_command("import_translations", str(path), language="en", save=True)
    assert Event.objects.filter(title_en="Visit").count() == 3


def test_a_command_in_somebodys_name_has_their_rights(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "en.xlf"
    path.write_bytes(work(1))
    make.make_user(username="anna", role="translator", homes=[make.make_place(is_home=True)])
    call_command("import_translations", str(path), language="en", user="anna", save=True)

    assert "1 refused" in capsys.readouterr().out
    assert not Event.objects.exclude(title_en="").exists()


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("export_translations", {"kind": ["events.nothing"]}),
        ("export_translations", {"partnership": "katowice/nigdzie"}),
        ("import_translations", {}),
        ("import_translations", {"user": "nobody"}),
    ],
)
def test_a_command_says_what_is_wrong(
    tmp_path: Path, command: str, options: dict[str, Any]
) -> None:
    with pytest.raises(CommandError):
        call_command(command, str(tmp_path / "none.po"), language="en", **options)
