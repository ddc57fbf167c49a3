"""Signing in with a real browser: an app's codes, a passkey, and every page as it is looked at."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from playwright.sync_api import Browser, CDPSession, Page

from tests import factories as make
from tests.signing_in import code_now, sign_in
from tests.tools import Findings
from twinning.publishing.models import User

pytestmark = pytest.mark.browser

PASSWORD = "haslo-do-testow"
# One page of each kind, by its Polish address; the switch of the page leads to the English one.
OPEN = ["logowanie/", "nowe-haslo/", "nowe-haslo/wyslano/", "nieaktywne/", "nowe-haslo/1-a-b/"]
OWN = [
    "drugi-skladnik/",
    "drugi-skladnik/aplikacja/dodawanie/",
    "drugi-skladnik/kody-zapasowe/",
    "drugi-skladnik/kody-zapasowe/nowe/",
    "drugi-skladnik/klucze-dostepu/",
    "drugi-skladnik/klucze-dostepu/dodawanie/",
    "haslo/",
    "haslo/potwierdzenie/",
    "sesje/",
    "wylogowanie/",
]


def enter(page: Page, site: str, user: User) -> None:
    page.goto(f"{site}/pl/admin/")
    page.fill("#id_login", user.username)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")


@pytest.fixture
def key(page: Page, settings: Any) -> Iterator[CDPSession]:
    """A telephone or USB key that recognises its owner, as Chromium plays it for tests."""
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # http://localhost, as with DEBUG
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield session
    session.detach()


def sign_out(page: Page) -> None:
    page.click("nav a[href$='/wylogowanie/']")
    page.click("main button[type=submit]")
    page.wait_for_url("**/pl/")


def test_an_app_is_set_up_and_then_asked_for(page: Page, site: str) -> None:
    user = make.make_user(role="publisher", second_factor=False)
    enter(page, site, user)
    page.wait_for_url("**/pl/konto/drugi-skladnik/")
    page.click("text=Ustaw aplikację")
    secret = page.inner_text("code.key")
    page.fill("#id_code", code_now(secret))
    page.press("#id_code", "Enter")
    page.wait_for_url("**/kody-zapasowe/")
    assert page.locator(".codes code").count() == 10
    page.click("text=Kody są zapisane")
    page.wait_for_url("**/pl/admin/")
    page.click("#user-tools a >> text=Konto")
    sign_out(page)

    enter(page, site, user)
    page.fill("#id_code", code_now(secret))
    page.press("#id_code", "Enter")
    page.wait_for_url("**/pl/admin/")


def add_passkey(page: Page, *, alone: bool) -> None:
    page.click("text=Dodaj klucz dostępu")
    page.fill("#id_name", "laptop służbowy")
    page.set_checked("#id_passwordless", alone)
    page.click("#passkey_add")
    page.wait_for_url("**/kody-zapasowe/")


def test_a_passkey_alone_opens_the_account(page: Page, site: str, key: CDPSession) -> None:
    enter(page, site, make.make_user(role="publisher", second_factor=False))
    add_passkey(page, alone=True)
    sign_out(page)

    page.goto(f"{site}/pl/admin/events/event/")
    page.click("text=Zaloguj się kluczem dostępu")

    page.wait_for_url("**/pl/admin/events/event/")


def test_a_passkey_is_the_second_factor_after_the_password(
    page: Page, site: str, key: CDPSession
) -> None:
    user = make.make_user(role="publisher", second_factor=False)
    enter(page, site, user)
    add_passkey(page, alone=False)
    sign_out(page)

    enter(page, site, user)
    page.click("text=Użyj klucza dostępu")

    page.wait_for_url("**/pl/admin/")


def test_a_passkey_confirms_who_it_is_and_is_renamed_and_removed(
    page: Page, site: str, key: CDPSession
) -> None:
    user = make.make_user(role="publisher", second_factor=False)
    enter(page, site, user)
    add_passkey(page, alone=True)
    user.set_unusable_password()
    user.save()
    sign_in(page, site, user)  # an old session, in which nobody has shown a key

    page.goto(f"{site}/pl/konto/drugi-skladnik/klucze-dostepu/")
    page.click("text=Zmień nazwę")
    page.click("text=Klucz dostępu >> nth=-1")
    page.click("text=Użyj klucza dostępu")
    page.fill("#id_name", "telefon")
    page.press("#id_name", "Enter")
    page.locator("th", has_text="telefon").wait_for()
    page.click("text=Usuń")
    page.click("text=Usuń klucz dostępu")
    page.wait_for_url("**/klucze-dostepu/")

    assert not Authenticator.objects.exists()


def test_a_key_that_refuses_leaves_a_message_and_other_ways(
    page: Page, site: str, key: CDPSession
) -> None:
    page.goto(f"{site}/pl/konto/logowanie/")
    assert not page.is_visible("[data-passkey-failed]")

    page.click("text=Zaloguj się kluczem dostępu")

    page.wait_for_selector("[data-passkey-failed]:visible")
    assert page.is_enabled("#id_login")


def test_a_password_and_a_code_need_no_javascript(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    enter(page, site, make.make_user(role="publisher"))
    assert not page.is_visible("button >> text=Użyj klucza dostępu")
    page.fill("#id_code", code_now())
    page.press("#id_code", "Enter")
    page.wait_for_url("**/pl/admin/")
    context.close()


def pages(client: Client) -> Iterator[tuple[Client, str]]:
    """Every page in both languages, each with who may open it."""
    _invitation, token = make.make_invitation()
    stranger = Client()
    for own, addresses in ((False, OPEN), (True, OWN)):
        for address in addresses:
            path = f"/pl/konto/{address}"
            who = client if own else stranger
            yield who, path
            yield who, _english(who, path)
    for path in (f"/pl/zaproszenie/{token}/", f"/en/invitation/{token}/", "/pl/zaproszenie/x/"):
        yield stranger, path


def _english(client: Client, path: str) -> str:
    response: Any = client.get(path, follow=True)
    return str(next(each.url for each in response.context["language_switch"] if each.code == "en"))


@pytest.fixture
def halina(site: str, settings: Any) -> Client:
    """Signed in a moment ago, with codes and a key that is only a row in the database."""
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 3600
    user = make.make_user(role="publisher", username="halina", second_factor=False)
    client = Client()
    client.post("/pl/konto/logowanie/", {"login": "halina", "password": PASSWORD})
    RecoveryCodes.activate(user)
    return client


def test_every_page_is_valid_html(
    halina: Client, html_findings: Callable[[Mapping[str, str]], list[str]]
) -> None:
    found = {path: who.get(path, follow=True).content.decode() for who, path in pages(halina)}

    assert len(found) > 30
    # The checker warns of it; browsers that don't know it show their usual keyboard.
    assert [each for each in html_findings(found) if "“inputmode”" not in each] == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_on_any_page_and_none_scrolls_sideways(
    chromium: Browser,
    site: str,
    halina: Client,
    axe: Findings,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    # axe puts style sheets of its own into the page; the policy would refuse them.
    theirs, own = (
        chromium.new_context(
            bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
        )
        for _who in ("stranger", "halina")
    )
    session = halina.cookies["sessionid"].value
    own.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    findings = []
    for who, path in pages(halina):
        page = (own if who is halina else theirs).new_page()
        page.goto(site + path)
        assert (page.locator(".account-nav").count() == 1) is (who is halina), path
        findings += [f"{path}: {each}" for each in axe(page)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            findings.append(f"{path} scrolls sideways")
        page.close()
    page = theirs.new_page()
    page.goto(f"{site}/pl/konto/logowanie/")
    page.fill("#id_login", "halina")
    page.fill("#id_password", "nie-to")
    page.press("#id_password", "Enter")
    page.wait_for_selector(".notice--error:visible")
    findings += [f"refused: {each}" for each in axe(page)]
    theirs.close()
    own.close()
    assert findings == []


@pytest.mark.parametrize("language", ["pl", "en"])
def test_axe_finds_nothing_where_accounts_are_managed(
    chromium: Browser, site: str, axe: Findings, language: str
) -> None:
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    halina = make.make_user(role="superuser")
    sign_in(page, site, halina)
    make.make_place("katowice", is_home=True)
    invitation, _token = make.make_invitation()
    findings = []
    for path in (
        "partners/invitation/",
        "partners/invitation/add/",
        f"partners/invitation/{invitation.pk}/change/",
        f"publishing/user/{halina.pk}/second-factor/",
    ):
        page.goto(f"{site}/{language}/admin/{path}")
        findings += [f"{path}: {each}" for each in axe(page)]
    context.close()
    assert findings == []
