"""Privacy, reuse and contact: told as a whole, by what is filled in and nothing else."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client

from tests import factories as make
from tests.pages.reading import attribute, main, read, words
from twinning.publishing.models import AuditEntry, PublicBody, Status
from twinning.site.models import Declaration, PrivacyNotice, ReuseNotice

pytestmark = pytest.mark.django_db

PRIVACY, REUSE = "/pl/polityka-prywatnosci/", "/pl/ponowne-wykorzystywanie/"
CONTACT = "/pl/kontakt/"
HEADINGS = [
    "Administrator danych", "Inspektor ochrony danych", "Cele przetwarzania", "Podstawy prawne",
    "Kategorie danych", "Odbiorcy danych", "Okres przechowywania danych",
    "Pliki cookie i dzienniki serwera", "Prawa osób, których dane dotyczą",
    "Skarga do organu nadzorczego",
]  # fmt: skip


def headings(client: Client, path: str) -> list[str]:
    return [words(each) for each in read(client, path).select("main h2")]


def test_the_privacy_policy_tells_all_that_the_gdpr_asks_for(client: Client) -> None:
    make.make_public_body()
    make.make_privacy_notice(more="")

    assert headings(client, PRIVACY) == HEADINGS
    text = main(read(client, PRIVACY))
    for each in ("Urząd Miasta Przykładowo", "iod@przykladowo.example", "5 lutego 2027 r."):
        assert each in text


@pytest.mark.parametrize("field", sorted(PrivacyNotice.needed))
def test_without_one_of_its_parts_it_is_refused(field: str) -> None:
    make.make_public_body()

    with pytest.raises(ValidationError, match="nie może być publiczna"):
        make.make_privacy_notice(**{field: None if field == "updated" else ""})


def test_without_an_officer_or_an_address_it_is_refused() -> None:
    make.make_public_body(officer_email="", address="", email="")

    with pytest.raises(ValidationError) as refusal:
        make.make_privacy_notice()
    assert len(refusal.value.messages) == 2


def test_the_reuse_page_names_the_licence_that_is_set(client: Client) -> None:
    body: Any = make.make_public_body(licence="")
    make.make_reuse_notice()
    assert "Licencja" not in headings(client, REUSE)
    body.licence = "cc-by"
    body.save()

    link = read(client, REUSE).select_one("main a[href*=creativecommons]")
    assert words(link) == "CC BY 4.0"
    assert attribute(link, "href") == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("field", ["scope", "conditions"])
def test_reuse_without_scope_or_conditions_is_refused(field: str) -> None:
    make.make_public_body()

    with pytest.raises(ValidationError, match="nie może być publiczna"):
        make.make_reuse_notice(**{field: ""})


class TestContact:
    def test_shows_only_what_is_known(self, client: Client) -> None:
        make.make_public_body(phone="")

        text = main(read(client, CONTACT))
        assert "partnerzy@przykladowo.example" in text
        assert "Telefon" not in text
        assert "Godziny" not in text

    def test_is_not_there_without_a_way_to_be_reached(self, client: Client) -> None:
        make.make_public_body(address="", email="", phone="")

        assert client.get(CONTACT).status_code == 404


class TestTheTextsThatComeWithTheSite:
    def test_are_made_once(self, capsys: Any) -> None:
        call_command("load_legal_pages")
        call_command("load_legal_pages")

        assert capsys.readouterr().out.splitlines()[-1].startswith("0 made")
        assert Declaration.objects.get().status == Status.DRAFT
        assert PrivacyNotice.objects.get().status == Status.DRAFT
        assert AuditEntry.objects.count() == 4

    def test_show_no_page_with_a_gap(self, client: Client) -> None:
        call_command("load_legal_pages")

        links = read(client, "/pl/").select("footer nav:last-of-type a")
        assert [words(each) for each in links] == [
            "Mapa strony", "Ponowne wykorzystywanie informacji",
        ]  # fmt: skip
        for each in links:
            read(client, attribute(each, "href"))

    def test_name_nobody_and_publish_nothing_for_another_city(self) -> None:
        call_command("load_legal_pages", drafts_only=True)

        assert not PublicBody.objects.exists()
        assert ReuseNotice.objects.get().status == Status.DRAFT

    def test_leave_what_the_city_has_written(self) -> None:
        make.make_public_body()
        make.make_reuse_notice(scope="<p>Nasze.</p>")
        call_command("load_legal_pages")

        assert ReuseNotice.objects.get().scope == "<p>Nasze.</p>"

    @pytest.mark.parametrize("model", [Declaration, PrivacyNotice, ReuseNotice])
    def test_are_there_in_both_languages(self, model: Any) -> None:
        call_command("load_legal_pages")
        record = model.objects.get()

        for field in record._meta.concrete_fields:
            if field.name.endswith("_pl"):
                english = getattr(record, f"{field.name[:-3]}_en")
                assert bool(getattr(record, field.name)) is bool(english), field.name

    def test_hold_no_placeholder(self) -> None:
        texts = (settings.BASE_DIR / "fixtures" / "law").glob("*.yaml")
        for path in texts:
            assert not re.search(r"\[|\.\.\.|XXX|…", path.read_text(encoding="utf-8")), path
