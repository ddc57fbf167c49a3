"""Records for tests: complete in both languages, published and valid.

Each function takes the model's own field names; what matters to a test is written in the test.
`slug="x"` and `title="X"` stand for both languages, `title_pl="X"` for Polish alone: the English
then keeps the factory's text. Many-to-many fields take lists. An address is never repeated.
"""

from datetime import date
from itertools import count
from typing import Any, TypeVar

from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import Model
from modeltranslation.translator import translator

from events.models import Agreement, Event, Series, Source
from partners.models import (
    EditingRight,
    Invitation,
    Network,
    Organisation,
    Partnership,
    Person,
    Place,
    Topic,
)
from tests.media.files import encoded, pdf_of
from twinning.media.models import Document, Image, Licence
from twinning.media.pdf import clean_pdf
from twinning.publishing.fields import RichTextField
from twinning.publishing.models import PublicBody, Status, User
from twinning.site.models import (
    Declaration,
    FundingLogo,
    FundingNotice,
    PrivacyNotice,
    ReuseNotice,
)

Record = TypeVar("Record", bound=Model)
_number = count(1)


def make_place(slug: str = "", **given: Any) -> Place:
    number = next(_number)
    slug = slug or f"miasto-{number}"
    return _make(
        Place,
        {"slug": slug, "name": slug.replace("-", " ").title(), "country": "PL", **given},
    )


def make_topic(slug: str = "", **given: Any) -> Topic:
    slug = slug or f"temat-{next(_number)}"
    return _make(Topic, {"slug": slug, "name": slug.replace("-", " "), **given})


def make_partnership(**given: Any) -> Partnership:
    """Between two new places, unless `home` and `partner` are given."""
    home = given.pop("home", None) or make_place(is_home=True)
    partner = given.pop("partner", None) or make_place(country="FR")
    texts = _texts(
        "Miasta, które znają się od lat.", "Cities that have known each other for years."
    )
    return _make(
        Partnership,
        {"home": home, "partner": partner, **_published(), **_for("summary", texts), **given},
    )


def make_event(title_pl: str = "", *, date: Any = "1994-06", **given: Any) -> Event:
    """An entry of June 1994. `date` is EDTF text or a HistoricalDate."""
    number = next(_number)
    titles = _texts(title_pl or f"Wizyta nr {number}", f"Visit no. {number}")
    summaries = _texts("Goście przyjechali na kilka dni.", "The guests came for some days.")
    defaults = {
        **_published(),
        **_for("title", titles),
        **_for("summary", summaries),
        **_for("slug", _texts(f"wizyta-{number}", f"visit-{number}")),
        "date": date,
        "kind": "visit",
    }
    return _make(Event, {**defaults, **given})


def make_organisation(slug: str = "", **given: Any) -> Organisation:
    number = next(_number)
    slug = slug or f"stowarzyszenie-{number}"
    names = _texts(f"Stowarzyszenie nr {number}", f"Association no. {number}")
    defaults = {**_published(), **_for("name", names), "slug": slug, "kind": "association"}
    return _make(Organisation, {**defaults, **given})


def make_person(slug: str = "", **given: Any) -> Person:
    number = next(_number)
    defaults = {
        **_published(),
        "slug": slug or f"osoba-{number}",
        "given_name": "Maria",
        "family_name": f"Przykładowa {number}",
    }
    return _make(Person, {**defaults, **given})


def make_source(slug: str = "", **given: Any) -> Source:
    number = next(_number)
    titles = _texts(f"Pismo nr {number}", f"Letter no. {number}")
    defaults = {
        **_published(),
        **_for("title", titles),
        "slug": slug or f"pismo-{number}",
        "kind": "letter",
    }
    return _make(Source, {**defaults, **given})


def make_series(slug: str = "", **given: Any) -> Series:
    number = next(_number)
    names = _texts(f"Turniej nr {number}", f"Tournament no. {number}")
    defaults = {
        **_published(),
        **_for("name", names),
        "slug": slug or f"turniej-{number}",
        "kind": "tournament",
    }
    return _make(Series, {**defaults, **given})


def make_network(slug: str = "", **given: Any) -> Network:
    number = next(_number)
    names = _texts(f"Sieć nr {number}", f"Network no. {number}")
    return _make(
        Network,
        {**_published(), **_for("name", names), "slug": slug or f"siec-{number}", **given},
    )


def make_agreement(slug: str = "", **given: Any) -> Agreement:
    """Of a new partnership, unless a partnership or a network is given."""
    number = next(_number)
    titles = _texts(f"Umowa nr {number}", f"Agreement no. {number}")
    if "partnership" not in given and "network" not in given:
        given["partnership"] = make_partnership()
    defaults = {
        **_published(),
        **_for("title", titles),
        "slug": slug or f"umowa-{number}",
        "kind": "twinning_agreement",
    }
    return _make(Agreement, {**defaults, **given})


def make_image(**given: Any) -> Image:
    """Small and of one colour, with a file in all that it is stored in."""
    defaults = {
        "file": SimpleUploadedFile("any.jpg", encoded("JPEG", (64, 48))),
        **_for("alt", _texts("Most", "A bridge")),
        "author": "A. Nowak",
        "licence": Licence.CITY,
    }
    return _make(Image, {**defaults, **given})


def make_document(*, page_count: int = 1, **given: Any) -> Document:
    """A PDF of empty pages, digested as if it had been uploaded."""
    number = next(_number)
    copy = clean_pdf(SimpleUploadedFile("any.pdf", pdf_of(page_count, Number=number)))
    defaults = {
        "file": copy,
        **copy.facts,
        **_for("title", _texts(f"Program nr {number}", f"Programme no. {number}")),
        "licence": Licence.CITY,
    }
    return _make(Document, {**defaults, **given})


def make_public_body(**given: Any) -> PublicBody:
    """The one that runs the site, with all that a declaration takes."""
    defaults = {
        **_for("name", _texts("Urząd Miasta Przykładowo", "Przykładowo City Hall")),
        **_for("unit", _texts("Wydział Promocji", "Promotion Department")),
        "address": "ul. Długa 1\n00-001 Przykładowo",
        "email": "partnerzy@przykladowo.example",
        "phone": "+48 32 000 00 00",
        "officer_name": "Anna Przykładowa",
        "officer_email": "iod@przykladowo.example",
        "site_published": date(2027, 1, 15),
        "site_changed": date(2027, 2, 1),
    }
    return _make(PublicBody, {**defaults, **given})


def make_declaration(**given: Any) -> Declaration:
    """One that conforms partially, with every element that it may have."""
    defaults = {
        **_published(),
        "conformance": Declaration.Conformance.PARTIAL,
        "prepared": date(2027, 1, 10),
        "basis": Declaration.Basis.EXTERNAL,
        "cost_assessment_url": "https://przykladowo.example/ocena",
        "architecture_url": "https://przykladowo.example/budynek",
        "has_interpreter": True,
        "interpreter_url": "https://przykladowo.example/tlumacz",
        "assessor": "Audyt sp. z o.o.",
        **_rich(Declaration),
    }
    return _make(Declaration, {**defaults, **given})


def make_privacy_notice(**given: Any) -> PrivacyNotice:
    defaults = {**_published(), "updated": date(2027, 2, 5), **_rich(PrivacyNotice)}
    return _make(PrivacyNotice, {**defaults, **given})


def make_reuse_notice(**given: Any) -> ReuseNotice:
    return _make(ReuseNotice, {**_published(), **_rich(ReuseNotice), **given})


def make_funding(logos: int = 1, **given: Any) -> FundingNotice:
    number = next(_number)
    texts = _texts(f"Dofinansowano z programu {number}.", f"Co-funded by programme {number}.")
    notice = _make(FundingNotice, {**_published(), **_for("text", texts), **given})
    for order in range(logos):
        FundingLogo.objects.create(notice=notice, image=make_image(), order=order)
    return notice


def make_pages_of_the_law() -> None:
    """Everything that the foot of a page may lead to or show."""
    make_public_body(
        easy_text_url="https://przykladowo.example/etr",
        sign_language_url="https://przykladowo.example/pjm",
        bulletin_url="https://przykladowo.example/bip",
        licence="cc-by",
    )
    make_declaration()
    make_privacy_notice()
    make_reuse_notice()
    make_funding()


def _rich(model: type[Model]) -> dict[str, str]:
    """A paragraph in each language for every rich text of the model."""
    values: dict[str, str] = {}
    for field in translator.get_options_for_model(model).all_fields:
        if isinstance(model._meta.get_field(field), RichTextField):
            polish, english = f"<p>Treść: {field}.</p>", f"<p>Content: {field}.</p>"
            values.update(_for(field, _texts(polish, english)))
    return values


# Who may not enter the admin without a second factor.
POWERFUL = ("publisher", "superuser")
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def make_user(
    *, role: str = "", homes: Any = (), second_factor: bool | None = None, **given: Any
) -> User:
    """Somebody who may sign in to the admin.

    `role` is the name of a group ("editor", "publisher", "translator") or "superuser"; `homes`
    limits them to these home cities. The password is "haslo-do-testow". Who needs a second factor
    has one, an app with TOTP_SECRET, unless `second_factor` says otherwise.
    """
    defaults = {"username": f"user-{next(_number)}", "is_staff": True}
    user = User.objects.create_user(
        **{**defaults, "is_superuser": role == "superuser", "password": "haslo-do-testow", **given}
    )
    if role and role != "superuser":
        user.groups.add(Group.objects.get(name=role))
    for home in homes:
        EditingRight.objects.create(user=user, home=home)
    if role in POWERFUL if second_factor is None else second_factor:
        TOTP.activate(user, TOTP_SECRET)
    return user


def make_invitation(email: str = "", **given: Any) -> tuple[Invitation, str]:
    """An open invitation of an editor, and the token of its letter. `homes` limits it."""
    homes = given.pop("homes", ())
    defaults = {
        "email": email or f"nowa-{next(_number)}@katowice.example",
        "first_name": "Nowa",
        "last_name": "Osoba",
        "role": Group.objects.get(name=given.pop("role", "editor")),
        "is_limited": bool(homes),
    }
    invitation = Invitation(**{**defaults, **given})
    token = invitation.issue()
    invitation.save()
    invitation.homes.set(homes)
    return invitation, token


def weigh_tables() -> None:
    """As a database does for itself once it has taken in much; its plans are guesses before."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _published() -> dict[str, Any]:
    return {"status": Status.PUBLISHED}


def _texts(polish: str, english: str) -> dict[str, str]:
    return {"pl": polish, "en": english}


def _for(field: str, texts: dict[str, str]) -> dict[str, str]:
    return {f"{field}_{code}": texts.get(code, texts["en"]) for code, _name in settings.LANGUAGES}


def _make(model: type[Record], values: dict[str, Any]) -> Record:
    translated = set(translator.get_options_for_model(model).all_fields)
    many = {field.name for field in model._meta.many_to_many}
    record = model()
    related: dict[str, Any] = {}
    for name, value in values.items():
        if name in many:
            related[name] = value
        elif name in translated:
            for code, _name in settings.LANGUAGES:
                setattr(record, f"{name}_{code}", value)
        else:
            setattr(record, name, value)
    record.full_clean()
    record.save()
    for name, value in related.items():
        getattr(record, name).set(value)
    return record
