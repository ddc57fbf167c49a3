"""Who runs the site is one record, kept in the memory of each process."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils.translation import override

from tests import factories as make
from tests.admin.forms import opened
from tests.pages.reading import read, words
from twinning.publishing.kept import forget_everything
from twinning.publishing.models import PublicBody, telephone_address
from twinning.publishing.previewing import undone
from twinning.publishing.public_body import public_body

pytestmark = pytest.mark.django_db
HOME, FORM = "/pl/", "/pl/admin/publishing/publicbody/"


def footer(client: Client, path: str = HOME) -> str:
    return words(read(client, path).find("footer"))


def test_nobody_is_named_where_nobody_is_filled_in(client: Client) -> None:
    assert "Wydawca" not in footer(client)
    assert not public_body().name


def test_a_second_public_body_is_refused() -> None:
    make.make_public_body()

    with pytest.raises(ValidationError, match="tylko jeden"):
        make.make_public_body(name="Drugi")
    with pytest.raises(DatabaseError), transaction.atomic():
        PublicBody(name_pl="Drugi").save()
    assert public_body().name == "Urząd Miasta Przykładowo"


def test_every_page_names_it_in_its_own_language(client: Client) -> None:
    make.make_public_body()

    assert "Urząd Miasta Przykładowo" in footer(client)
    assert "Przykładowo City Hall" in footer(client, "/en/")


def test_a_name_without_a_translation_says_that_it_is_polish(client: Client) -> None:
    make.make_public_body(name_pl="Urząd Miasta", name_en="")

    foot = read(client, "/en/").find("footer")
    assert foot
    assert words(foot.select_one("[lang=pl]")) == "Urząd Miasta"


class TestWhatAProcessKeeps:
    def test_costs_no_query_the_second_time(self, django_assert_num_queries: Any) -> None:
        make.make_public_body()
        public_body()

        with django_assert_num_queries(0):
            assert public_body().name

    def test_is_read_again_once_it_was_saved_here(self) -> None:
        body = make.make_public_body()
        assert public_body().phone
        body.phone = ""
        body.save()

        assert not public_body().phone
        body.delete()
        assert not public_body().name

    def test_is_read_again_after_a_while_for_what_others_have_saved(
        self, settings: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings.FRAME_CHECK_SECONDS = 3
        forget_everything()
        assert not public_body().name
        make_elsewhere()

        assert not public_body().name
        monkeypatch.setattr("twinning.publishing.kept.monotonic", lambda: float("inf"))
        assert public_body().name

    def test_holds_nothing_that_was_only_imagined(self) -> None:
        body: Any = make.make_public_body()

        def imagine() -> str:
            body.name_pl = "Tylko w podglądzie"
            body.save()
            return public_body().name

        assert undone(imagine) == "Tylko w podglądzie"
        assert public_body().name == "Urząd Miasta Przykładowo"

    def test_written_to_while_it_is_read_is_not_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        body = make.make_public_body()
        read_rows = public_body._read

        def slowly() -> PublicBody:
            found = read_rows()
            PublicBody.objects.update(phone="112112112")
            public_body.forget()
            return found

        monkeypatch.setattr(public_body, "_read", slowly)
        assert public_body().phone == body.phone
        monkeypatch.undo()
        assert public_body().phone == "112112112"


def make_elsewhere() -> None:
    """As another process would: this one gets no signal."""
    PublicBody.objects.bulk_create([PublicBody(pk=1, name_pl="Urząd")])


class TestTheForm:
    def test_is_where_the_list_leads(self) -> None:
        client = signed_in("publisher")
        assert client.get(FORM).headers["Location"] == f"{FORM}add/"
        make.make_public_body()

        assert client.get(FORM).headers["Location"] == f"{FORM}1/change/"

    def test_takes_no_second_one(self) -> None:
        make.make_public_body()

        assert signed_in("publisher").get(f"{FORM}add/").status_code == 403

    @pytest.mark.parametrize("role", ["editor", "translator"])
    def test_is_the_publishers_to_fill_in(self, role: str) -> None:
        client = signed_in(role)
        assert client.get(f"{FORM}add/").status_code == 403
        make.make_public_body()

        client.post(f"{FORM}1/change/", {"name_pl": "Inny", "version": "1", "_save": "1"})
        assert saved().name_pl == "Urząd Miasta Przykładowo"

    def test_lets_translators_word_it_in_their_language_alone(self) -> None:
        make.make_public_body()
        client = signed_in("translator")
        data = {**opened(client, f"{FORM}1/change/"), "name_en": "City Office", "name_pl": "Inny"}

        assert client.post(f"{FORM}1/change/", data).status_code == 302
        body = saved()
        assert (body.name_en, body.name_pl) == ("City Office", "Urząd Miasta Przykładowo")

    def test_saves_and_shows_at_once(self) -> None:
        client = signed_in("publisher")
        data = {
            "name_pl": "Miasto", "name_en": "City", "version": "", "phone": "32 000 00 00",
            "_save": "1",
        }  # fmt: skip
        answer = client.post(f"{FORM}add/", data)

        assert answer.status_code == 302, answer.content.decode()
        with override("pl"):
            assert "Miasto" in footer(Client())

    @pytest.mark.parametrize("number", ["12", "zadzwoń", "+48 32 <b>", "--------"])
    def test_refuses_what_nobody_can_call(self, number: str) -> None:
        with pytest.raises(ValidationError, match="cyframi"):
            make.make_public_body(phone=number)


def saved() -> Any:
    return PublicBody.objects.get()


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(make.make_user(role=role))
    return client


@pytest.mark.parametrize(
    ("written", "called"),
    [("+48 32 000 00 00", "tel:+48320000000"), ("(32) 000-00-00", "tel:320000000")],
)
def test_a_number_can_be_called(written: str, called: str) -> None:
    assert telephone_address(written) == called
