"""Records for tests: complete in both languages, published and valid.

Each function takes the model's own field names; what matters to a test is written in the test.
`slug="x"` and `title="X"` stand for both languages, `title_pl="X"` for Polish alone: the English
then keeps the factory's text. Many-to-many fields take lists. An address is never repeated.
"""

from itertools import count
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth.models import Group
from django.db.models import Model
from modeltranslation.translator import translator

from events.models import Agreement, Event, Series, Source
from partners.models import EditingRight, Network, Organisation, Partnership, Person, Place, Topic
from twinning.publishing.models import Status, User

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


def make_user(*, role: str = "", homes: Any = (), **given: Any) -> User:
    """Somebody who may sign in to the admin.

    `role` is the name of a group ("editor", "publisher", "translator") or "superuser"; `homes`
    limits them to these home cities. The password is "haslo-do-testow".
    """
    defaults = {"username": f"user-{next(_number)}", "is_staff": True}
    user = User.objects.create_user(
        **{**defaults, "is_superuser": role == "superuser", "password": "haslo-do-testow", **given}
    )
    if role and role != "superuser":
        user.groups.add(Group.objects.get(name=role))
    for home in homes:
        EditingRight.objects.create(user=user, home=home)
    return user


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
