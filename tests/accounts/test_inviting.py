"""An invitation that is written: who may write one, what it promises, how it is sent."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client

from partners.models import EditingRight, Invitation, Place
from tests import factories as make
from tests.accounts.letters import CHOSEN, address, letter
from tests.accounts.test_signing_in import is_signed_in, text
from tests.signing_in import code_now
from twinning.publishing.models import User

pytestmark = pytest.mark.django_db

LIST = "/pl/admin/partners/invitation/"
ADD = f"{LIST}add/"
OnCommit = Callable[..., Any]


def limited_inviter(*homes: Place, role: str = "editor") -> Client:
    user = make.make_user(role=role, homes=homes, second_factor=True)
    user.user_permissions.add(*Permission.objects.filter(codename__endswith="_invitation"))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("language", "subject", "path"),
    [
        ("pl", "Zaproszenie do współtworzenia kroniki", "http://testserver/pl/zaproszenie/"),
        ("en", "Invitation to write the chronicle", "http://testserver/en/invitation/"),
    ],
)
def test_the_letter_speaks_the_language_chosen_and_its_link_opens_an_account(
    inviter: Client,
    client: Client,
    homes: tuple[Place, Place],
    django_capture_on_commit_callbacks: OnCommit,
    language: str,
    subject: str,
    path: str,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        inviter.post(ADD, letter(language=language, role="publisher", homes=[homes[0].pk]))

    (sent,) = mail.outbox
    assert sent.to == ["nowa@katowice.example"]
    assert sent.subject.replace("\xa0", " ").startswith(subject)
    assert "Halina Przykładowa" in sent.body
    link = next(word for word in sent.body.split() if word.startswith(path))
    response = client.post(link, CHOSEN)

    user = User.objects.get(username="nowa.osoba")
    assert response["Location"] == f"/{language}/admin/"
    assert (user.email, user.is_staff, user.is_superuser) == ("nowa@katowice.example", True, False)
    assert [group.name for group in user.groups.all()] == ["publisher"]
    assert [right.home for right in EditingRight.objects.filter(user=user)] == [homes[0]]
    assert is_signed_in(client)
    # The role asks for a second factor, and the password just chosen isn't asked for again.
    setup = client.get(response["Location"])["Location"]
    add = client.get(setup + {"pl": "aplikacja/dodawanie/", "en": "app/add/"}[language])
    assert add.status_code == 200
    client.post(add.request["PATH_INFO"], {"code": code_now(client.session["mfa.totp.secret"])})
    assert client.get(response["Location"]).status_code == 200


def test_a_withdrawn_invitation_is_opened_again_by_a_new_letter_with_a_new_link(
    inviter: Client, client: Client, django_capture_on_commit_callbacks: OnCommit
) -> None:
    invitation, old = make.make_invitation()
    chosen = {"_selected_action": [invitation.pk]}
    page = inviter.post(LIST, {"action": "withdraw", **chosen}, follow=True)
    assert "Wycofano 1 zaproszenie." in text(page)
    assert client.get(address(old)).status_code == 410

    with django_capture_on_commit_callbacks(execute=True):
        inviter.post(LIST, {"action": "send_again", **chosen})

    assert client.get(address(old)).status_code == 404
    new = next(word for word in mail.outbox[0].body.split() if "/zaproszenie/" in word)
    assert client.get(new).status_code == 200
    assert LogEntry.objects.count() == 2


def test_an_accepted_invitation_is_neither_sent_again_nor_withdrawn(inviter: Client) -> None:
    invitation, _token = make.make_invitation()
    invitation.accept(User(username="nowa.osoba"))

    for action in ("send_again", "withdraw"):
        data = {"action": action, "_selected_action": [invitation.pk]}
        assert "Przyjętego zaproszenia" in text(inviter.post(LIST, data, follow=True))
    assert mail.outbox == []


@pytest.mark.parametrize("known", ["account", "invitation"])
def test_nobody_is_invited_twice(inviter: Client, known: str) -> None:
    if known == "account":
        make.make_user(email="nowa@katowice.example")
    else:
        make.make_invitation("nowa@katowice.example")

    response = inviter.post(ADD, letter(email="Nowa@Katowice.example"))

    assert response.status_code == 200
    assert "email" in response.context["adminform"].form.errors


def test_a_letter_that_cant_be_sent_leaves_the_invitation_and_says_so(
    inviter: Client, settings: Any, django_capture_on_commit_callbacks: OnCommit
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    with django_capture_on_commit_callbacks(execute=True):
        inviter.post(ADD, letter())

    assert Invitation.objects.open().count() == 1
    assert LogEntry.objects.count() == 1


def test_a_role_is_called_by_its_name_in_the_language_of_the_page(inviter: Client) -> None:
    make.make_invitation(role="publisher")

    assert "redaktor publikujący" in text(inviter.get(ADD))
    assert "redaktor publikujący" in text(inviter.get(LIST))
    assert "redaktor" not in text(inviter.get(ADD.replace("/pl/", "/en/")))


@pytest.mark.parametrize("role", ["editor", "publisher", "translator"])
def test_no_role_invites_by_itself(client: Client, role: str) -> None:
    client.force_login(make.make_user(role=role))

    assert client.get(LIST).status_code == 403
    assert client.post(ADD, letter()).status_code == 403


@pytest.mark.parametrize(
    ("wider", "field"),
    [
        ({"role": "publisher"}, "role"),
        ({"role": "translator"}, "role"),
        ({"homes": []}, "homes"),
        ({"homes": ["other"]}, "homes"),
        ({"homes": ["own", "other"]}, "homes"),
    ],
)
def test_an_invitation_promises_no_more_than_the_inviter_has(
    homes: tuple[Place, Place], wider: dict[str, Any], field: str
) -> None:
    own, other = homes
    known = {"own": own.pk, "other": other.pk}
    chosen = [known[name] for name in wider.pop("homes", ["own"])]

    response = limited_inviter(own).post(ADD, letter(homes=chosen, **wider))

    assert field in response.context["adminform"].form.errors
    assert not Invitation.objects.exists()


def test_somebody_limited_invites_for_the_own_city_and_sees_no_other_invitations(
    homes: tuple[Place, Place],
) -> None:
    own, other = homes
    for cities in ([], [other], [own, other]):
        make.make_invitation(homes=cities)
    client = limited_inviter(own)

    assert client.post(ADD, letter(homes=[own.pk])).status_code == 302

    rows = client.get(LIST).context["cl"].result_list
    assert [row.email for row in rows] == ["nowa@katowice.example"]
