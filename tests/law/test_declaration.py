"""The accessibility declaration is public as a whole or not at all, the same in every language."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.translation import override

from tests import factories as make
from tests.admin.forms import opened
from tests.pages.reading import attribute, main, read, words
from tests.preview.reading import address, frames, main_of
from twinning.publishing import lifecycle
from twinning.publishing.models import PublicBody, Status
from twinning.site.law.checker import faults
from twinning.site.law.headings import headings
from twinning.site.models import AccessibilityReview, Declaration

pytestmark = pytest.mark.django_db

PATHS = {"pl": "/pl/deklaracja-dostepnosci/", "en": "/en/accessibility-declaration/"}
FORM = "/pl/admin/site/declaration/1/change/"
# Fewer elements than may be: no barriers, no applications, no links.
BARE: dict[str, Any] = {
    "conformance": "full",
    "basis": "self",
    **dict.fromkeys(
        ("not_conforming", "not_covered", "excessive_cost", "apps", "amenities", "shortcuts",
         "assessor", "procedure_more", "assessment"), ""
    ),
    "cost_assessment_url": "", "architecture_url": "", "interpreter_url": "",
    "has_interpreter": False,
}  # fmt: skip


@pytest.fixture
def body() -> PublicBody:
    return make.make_public_body()


@pytest.fixture
def publisher() -> Client:
    client = Client()
    client.force_login(make.make_user(role="publisher"))
    return client


def found_faults(client: Client, language: str) -> list[str]:
    record = Declaration.objects.get()
    with override(language):
        html = client.get(PATHS[language]).content.decode()
        return faults(html, headings(record))


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(
    "given",
    [
        {},
        BARE,
        {"conformance": "none"},
        {"cost_assessment_url": ""},
        {"basis": "contractor", "preparation_heading": "Przygotowanie i aktualizacja"},
        {"status_wording": "Strona jest częściowo zgodna z ustawą."},
    ],
    ids=["everything", "bare", "none", "cost-on-page", "own-heading", "own-sentence"],
)
def test_the_page_passes_the_checker(
    client: Client, body: PublicBody, given: dict[str, Any], language: str
) -> None:
    make.make_declaration(**given)
    AccessibilityReview.objects.create(day=date(2028, 3, 30), reviewer_name="Jan")

    assert found_faults(client, language) == []


@pytest.mark.parametrize("language", ["pl", "en"])
def test_without_english_texts_it_is_whole_and_says_what_is_polish(
    client: Client, body: PublicBody, language: str
) -> None:
    record = make.make_declaration()
    names = [field.name for field in record._meta.concrete_fields if field.name.endswith("_en")]
    Declaration.objects.update(**dict.fromkeys(names, ""))

    assert found_faults(client, language) == []
    stand_ins = read(client, PATHS[language]).select("main .stand-in[lang=pl]")
    assert bool(stand_ins) is (language == "en")


def test_both_languages_have_the_same_ids(client: Client, body: PublicBody) -> None:
    make.make_declaration()

    ids = [
        [each["id"] for each in read(client, path).select("[id^=a11y-]")] for path in PATHS.values()
    ]
    assert ids[0] == ids[1]
    assert len(ids[0]) == 17  # all but the review that hasn't been made


def test_it_tells_readers_how_long_it_may_take_and_where_to_complain(
    client: Client, body: PublicBody
) -> None:
    make.make_declaration()

    procedure = read(client, PATHS["pl"]).select_one("#a11y-procedura")
    text = words(procedure)
    assert "7 dni" in text
    assert "2 miesiące" in text
    assert "alternatywn" in text
    assert "skargę do kierownictwa" in text
    assert procedure
    assert attribute(procedure.select_one("a"), "href").startswith("https://bip.brpo.gov.pl")


def test_the_last_review_is_the_one_recorded_on_the_desk(client: Client, body: PublicBody) -> None:
    make.make_declaration()
    assert not read(client, PATHS["pl"]).select("#a11y-data-przeglad")
    AccessibilityReview.objects.create(day=date(2027, 3, 1), reviewer_name="Jan")
    AccessibilityReview.objects.create(day=date(2028, 3, 30), reviewer_name="Jan")

    day = read(client, PATHS["pl"]).select_one("#a11y-data-przeglad")
    assert (attribute(day, "datetime"), words(day)) == ("2028-03-30", "30 marca 2028 r.")


def test_its_own_contact_goes_before_that_of_the_public_body(
    client: Client, body: PublicBody
) -> None:
    make.make_declaration(contact="Koordynator", email="dostepnosc@example.pl")

    page = read(client, PATHS["pl"])
    assert words(page.select_one("#a11y-kontakt")) == "Koordynator"
    assert attribute(page.select_one("#a11y-email"), "href") == "mailto:dostepnosc@example.pl"
    assert attribute(page.select_one("#a11y-telefon"), "href") == "tel:+48320000000"


MISSING = [
    ({"conformance": ""}, "a11y-status"),
    ({"prepared": None}, "a11y-data-sporzadzenie"),
    ({"basis": ""}, "podstawa sporządzenia"),
    ({"architecture": ""}, "a11y-architektura"),
    ({"communication": ""}, "a11y-komunikacja"),
    ({"has_interpreter": None, "interpreter_url": ""}, "a11y-komunikacja"),
    ({"not_conforming": "", "not_covered": "", "excessive_cost": "", "cost_assessment_url": ""},
     "wykaz niedostępnych treści"),
    ({"excessive_cost": ""}, "a11y-ocena"),
    ({"assessor": ""}, "kto oceniał"),
    ({"has_interpreter": False}, "którego adres podano"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "told"), MISSING)
def test_an_incomplete_one_is_not_published_and_says_what_is_missing(
    client: Client, body: PublicBody, given: dict[str, Any], told: str
) -> None:
    record = make.make_declaration(**given, status=Status.DRAFT)

    with pytest.raises(ValidationError) as refusal:
        lifecycle.advance(lifecycle.PUBLISH, record)
    assert told in " ".join(refusal.value.messages)
    assert client.get(PATHS["pl"]).status_code == 404


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        ("site_published", "a11y-data-publikacja"),
        ("site_changed", "a11y-data-aktualizacja"),
        ("email", "a11y-email"),
        ("phone", "a11y-telefon"),
    ],
)
class TestWhatThePublicBodyAnswersFor:
    def test_is_missed(self, lost: str, told: str) -> None:
        make.make_public_body(**{lost: None if lost.startswith("site") else ""})

        with pytest.raises(ValidationError) as refusal:
            make.make_declaration()
        assert told in " ".join(refusal.value.messages)

    def test_can_not_be_taken_away_once_it_is_told(
        self, body: PublicBody, publisher: Client, lost: str, told: str
    ) -> None:
        make.make_declaration()
        page = "/pl/admin/publishing/publicbody/1/change/"
        answer = publisher.post(page, {**opened(publisher, page), lost: ""})

        assert answer.status_code == 200
        assert told in answer.content.decode()
        assert getattr(PublicBody.objects.get(), lost)


class TestTheForm:
    def test_keeps_an_incomplete_draft_and_does_not_publish_it(
        self, body: PublicBody, publisher: Client
    ) -> None:
        make.make_declaration(status=Status.DRAFT, architecture="", prepared=None)
        data = opened(publisher, FORM)

        answer = publisher.post(FORM, {**data, "_publish": "1"})
        page = BeautifulSoup(answer.content, "html.parser")
        assert answer.status_code == 200
        told = words(page.select_one("#content-main"))
        assert "a11y-architektura" in told
        assert "a11y-data-sporzadzenie" in told
        assert Declaration.objects.get().status == Status.DRAFT
        data = opened(publisher, FORM)
        assert publisher.post(FORM, {**data, "_save": "1"}).status_code == 302

    def test_publishes_a_whole_one(self, body: PublicBody, publisher: Client) -> None:
        make.make_declaration(status=Status.DRAFT)

        data = {**opened(publisher, FORM), "_publish": "1"}
        assert publisher.post(FORM, data).status_code == 302
        assert Client().get(PATHS["pl"]).status_code == 200

    def test_takes_no_needed_part_away_from_a_published_one(
        self, body: PublicBody, publisher: Client
    ) -> None:
        make.make_declaration()
        data = {**opened(publisher, FORM), "architecture_pl": ""}

        assert publisher.post(FORM, data).status_code == 200
        assert Declaration.objects.exclude(architecture_pl="").exists()

    @pytest.mark.parametrize("role", ["editor", "translator", ""])
    def test_is_the_publishers(self, body: PublicBody, role: str) -> None:
        make.make_declaration(status=Status.DRAFT)
        client = Client()
        client.force_login(make.make_user(role=role))

        client.post(FORM, {"version": "1", "_publish": "1"})
        assert Declaration.objects.get().status == Status.DRAFT

    def test_shows_an_unfinished_draft_as_the_page_that_it_would_be(
        self, publisher: Client
    ) -> None:
        record = make.make_declaration(
            status=Status.DRAFT, **{**BARE, "conformance": "", "basis": ""}
        )

        found = frames(publisher, address(record))
        assert main_of(found["pl"]).count("Deklaracja dostępności") == 2  # trail and heading
        assert "Accessibility declaration" in main_of(found["en"])


def test_a_draft_is_not_there_and_nothing_leads_to_it(client: Client, body: PublicBody) -> None:
    make.make_declaration(status=Status.DRAFT)

    assert client.get(PATHS["en"]).status_code == 404
    assert "Deklaracja dostępności" not in words(read(client, "/pl/").find("footer"))
    assert "Deklaracja dostępności" not in main(read(client, "/pl/mapa-strony/"))


class TestTheCommand:
    def test_is_content_with_a_whole_declaration(self, body: PublicBody, capsys: Any) -> None:
        make.make_declaration()

        call_command("check_declaration")
        assert "complete" in capsys.readouterr().out

    def test_says_what_is_missing_and_in_which_language(self, body: PublicBody) -> None:
        make.make_declaration()
        body.phone = ""
        body.save()

        with pytest.raises(CommandError, match=r"pl: .*a11y-telefon.*\n.*en: .*a11y-telefon"):
            call_command("check_declaration")

    def test_says_that_there_is_none(self) -> None:
        with pytest.raises(CommandError, match="No accessibility declaration"):
            call_command("check_declaration")
