"""Every role, every step, own and other home city: what a direct POST does, cell by cell."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.test import Client

from events.models import Event
from tests import factories as make
from tests.admin.forms import opened
from tests.editing.addresses import ADD, LIST, page, step
from twinning.publishing.history import record_action, record_deletion
from twinning.publishing.models import Action, AuditEntry, PreviewLink, WorkingCopy

Act = Callable[[Client, Any, dict[str, Any]], Any]


def saves(client: Client, event: Any, form: dict[str, Any]) -> Any:
    return client.post(page(event), form | {"title_pl": "Zmieniony"})


def translates(client: Client, event: Any, form: dict[str, Any]) -> Any:
    return client.post(page(event), form | {"title_en": "Translated anew"})


def presses(button: str) -> Act:
    def press(client: Client, event: Any, form: dict[str, Any]) -> Any:
        return client.post(page(event), form | {"title_pl": "Zmieniony", button: "1"})

    return press


def steps(name: str) -> Act:
    def take(client: Client, event: Any, form: dict[str, Any]) -> Any:
        return client.post(step(event, name), {"version": event.version, "comment": "Bo tak."})

    return take


def in_bulk(action: str) -> Act:
    def act(client: Client, event: Any, form: dict[str, Any]) -> Any:
        return client.post(LIST, {"action": action, "_selected_action": [str(event.pk)]})

    return act


def deletes(client: Client, event: Any, form: dict[str, Any]) -> Any:
    return client.post(f"/pl/admin/events/event/{event.pk}/delete/", {"post": "yes"})


def deletes_in_bulk(client: Client, event: Any, form: dict[str, Any]) -> Any:
    chosen = [str(event.pk)]
    return client.post(
        LIST, {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    )


def restores(client: Client, event: Any, form: dict[str, Any]) -> Any:
    record_action(event, Action.CHANGED)
    [kept] = AuditEntry.objects.of(event)
    Event.objects.filter(pk=event.pk).update(kind="concert")
    address = f"/pl/admin/events/event/{event.pk}/history/{kept.revision_id}/restore/"
    return client.post(address, {"version": event.version, "comment": ""})


def recovers(client: Client, event: Any, form: dict[str, Any]) -> Any:
    record_deletion(event)
    key = event.pk
    event.delete()
    event.pk = key
    return client.post(f"/pl/admin/events/event/deleted/{key}/")


def previews(client: Client, event: Any, form: dict[str, Any]) -> Any:
    answer = client.get(f"/pl/admin/events/event/{event.pk}/preview/page/pl/")
    PREVIEWED[event.pk] = answer.status_code == 200 and "Stary" in answer.content.decode()
    return answer


PREVIEWED: dict[int, bool] = {}


def shares(client: Client, event: Any, form: dict[str, Any]) -> Any:
    return client.post(
        f"/pl/admin/events/event/{event.pk}/preview/links/", {"note": "Dla radnej", "period": "7"}
    )


def tags(client: Client, event: Any, form: dict[str, Any]) -> Any:
    topic = make.make_topic()
    chosen = {"action": "add_topics", "_selected_action": [str(event.pk)]}
    return client.post(
        LIST, chosen | {"chosen": [str(topic.pk)], "comment": "", "confirmed": "yes"}
    )


def adds(client: Client, event: Any, form: dict[str, Any]) -> Any:
    new = {"title_pl": "Zupełnie nowy", "slug_pl": "", "slug_en": ""}
    blank = {name: "" for name in form if name.startswith("slug")}
    return client.post(ADD, form | blank | new)


@dataclass(frozen=True)
class Deed:
    """What somebody tries with an entry of this status, and how to see that it was done."""

    status: str
    act: Act
    is_done: Callable[[Any], bool]


def has_title(text: str) -> Callable[[Any], bool]:
    return lambda event: event.title_pl == text


def has_status(status: str) -> Callable[[Any], bool]:
    return lambda event: event.status == status


def is_kept(event: Any) -> bool:
    return WorkingCopy.objects.filter(title="Zmieniony").exists()


def waits(event: Any) -> bool:
    return WorkingCopy.objects.in_review().exists()


def is_gone(event: Any) -> bool:
    return not Event.objects.filter(pk=event.pk).exists()


def is_added(event: Any) -> bool:
    return Event.objects.filter(title_pl="Zupełnie nowy").exists()


DEEDS = {
    "add": Deed("draft", adds, is_added),
    "save a draft": Deed("draft", saves, has_title("Zmieniony")),
    "save one in review": Deed("review", saves, has_title("Zmieniony")),
    "save a published one": Deed("published", saves, has_title("Zmieniony")),
    "save an archived one": Deed("archived", saves, has_title("Zmieniony")),
    "translate a draft": Deed(
        "draft", translates, lambda event: bool(event.title_en == "Translated anew")
    ),
    "translate a published one": Deed(
        "published", translates, lambda event: bool(event.title_en == "Translated anew")
    ),
    "keep a copy": Deed("published", presses("_keep"), is_kept),
    "send a draft": Deed("draft", presses("_submit"), has_status("review")),
    "send a change": Deed("published", presses("_submit"), waits),
    "publish a draft": Deed("draft", presses("_publish"), has_status("published")),
    "publish a change": Deed("published", presses("_publish"), has_title("Zmieniony")),
    "return": Deed("review", steps("return"), has_status("draft")),
    "withdraw": Deed("published", steps("withdraw"), has_status("draft")),
    "archive": Deed("published", steps("archive"), has_status("archived")),
    "reopen": Deed("archived", steps("reopen"), has_status("draft")),
    "publish in bulk": Deed("review", in_bulk("publish"), has_status("published")),
    "send in bulk": Deed("draft", in_bulk("submit"), has_status("review")),
    "restore": Deed("published", restores, lambda event: bool(event.kind == "visit")),
    "recover": Deed("draft", recovers, lambda event: Event.objects.filter(pk=event.pk).exists()),
    "preview": Deed("draft", previews, lambda event: PREVIEWED.pop(event.pk, False)),
    "make a link": Deed("draft", shares, lambda event: PreviewLink.objects.exists()),
    "tag in bulk": Deed("published", tags, lambda event: bool(event.topics.exists())),
    "delete": Deed("draft", deletes, is_gone),
    "delete in bulk": Deed("draft", deletes_in_bulk, is_gone),
}
TEXTS = [f"{name}_{code}" for name in ("title", "summary", "slug") for code in ("pl", "en")]
# Who: a role for all home cities, for the entry's own (+) or for another (-).
WHO = ["editor", "editor+", "editor-", "publisher", "publisher+", "publisher-",
       "translator", "translator+", "translator-", "superuser", "", "anonymous"]  # fmt: skip
# x: it is done. Everybody else's POST changes nothing.
TABLE = """
                          editor      publisher   translator  super  none  anonymous
                          all +  -    all +  -    all +  -
add                       x   x  x    x   x  x    .   .  .    x      .     .
save a draft              x   x  .    x   x  .    .   .  .    x      .     .
save one in review        x   x  .    x   x  .    .   .  .    x      .     .
save a published one      .   .  .    x   x  .    .   .  .    x      .     .
save an archived one      x   x  .    x   x  .    .   .  .    x      .     .
translate a draft         x   x  .    x   x  .    x   x  .    x      .     .
translate a published one .   .  .    x   x  .    x   x  .    x      .     .
keep a copy               x   x  .    x   x  .    x   x  .    x      .     .
send a draft              x   x  .    x   x  .    .   .  .    x      .     .
send a change             x   x  .    x   x  .    .   .  .    x      .     .
publish a draft           .   .  .    x   x  .    .   .  .    x      .     .
publish a change          .   .  .    x   x  .    .   .  .    x      .     .
return                    .   .  .    x   x  .    .   .  .    x      .     .
withdraw                  .   .  .    x   x  .    .   .  .    x      .     .
archive                   .   .  .    x   x  .    .   .  .    x      .     .
reopen                    .   .  .    x   x  .    .   .  .    x      .     .
publish in bulk           .   .  .    x   x  .    .   .  .    x      .     .
send in bulk              x   x  .    x   x  .    .   .  .    x      .     .
restore                   .   .  .    x   x  .    .   .  .    x      .     .
recover                   .   .  .    x   x  .    .   .  .    x      .     .
preview                   x   x  x    x   x  x    x   x  x    x      .     .
make a link               x   x  .    x   x  .    x   x  .    x      .     .
tag in bulk               .   .  .    x   x  .    .   .  .    x      .     .
delete                    .   .  .    x   x  .    .   .  .    x      .     .
delete in bulk            .   .  .    x   x  .    .   .  .    x      .     .
"""


def cells() -> list[Any]:
    rows = [line for line in TABLE.splitlines()[3:] if line.strip()]
    assert [row[:25].strip() for row in rows] == list(DEEDS)
    return [
        pytest.param(name, who, mark == "x", id=f"{name}-{who or 'none'}")
        for name, row in zip(DEEDS, rows, strict=True)
        for who, mark in zip(WHO, row[25:].split(), strict=True)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "who", "expected"), cells())
def test_a_direct_post_does_what_the_role_allows_and_nothing_else(
    name: str, who: str, expected: bool
) -> None:
    ours, theirs = make.make_place(is_home=True), make.make_place(is_home=True)
    partnership = make.make_partnership(home=ours)
    elsewhere = make.make_partnership(home=theirs)
    deed = DEEDS[name]
    event: Any = make.make_event("Stary", status=deed.status, partnerships=[partnership])
    form = _whole_form(event)
    if who.endswith("-") and name == "add":
        form["partnerships"] = [str(elsewhere.pk)]  # their own; somebody else's is refused below
    client = _client(who, ours, theirs)

    response = deed.act(client, event, form)

    assert response.status_code < 500
    found: Any = Event.objects.filter(pk=event.pk).first() or event
    assert deed.is_done(found) is expected
    if not expected:
        assert (found.title_pl, found.status) == ("Stary", deed.status)


def _whole_form(event: Any) -> dict[str, Any]:
    """As the form of somebody with all rights would post it."""
    return {
        **{name: getattr(event, name) for name in TEXTS},
        "date": "czerwiec 1994",
        "kind": event.kind,
        "partnerships": [str(each.pk) for each in event.partnerships.all()],
        "attendance_qualifier": "exact",
        "version": event.version,
        **{f"{rows}-{name}_FORMS": "0" for rows in _lists() for name in ("TOTAL", "INITIAL")},
    }


@cache
def _lists() -> list[str]:
    """The lists of rows in the form of an entry."""
    everybody = Client()
    everybody.force_login(make.make_user(role="superuser"))
    form = opened(everybody, ADD)
    return [name.removesuffix("-TOTAL_FORMS") for name in form if name.endswith("-TOTAL_FORMS")]


def _client(who: str, ours: Any, theirs: Any) -> Client:
    client = Client()
    if who != "anonymous":
        homes = {"+": [ours], "-": [theirs]}.get(who[-1:], [])
        client.force_login(make.make_user(role=who.rstrip("+-"), homes=homes))
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_nobody_adds_an_entry_for_a_city_that_isnt_theirs(role: str) -> None:
    ours, theirs = make.make_place(is_home=True), make.make_place(is_home=True)
    event: Any = make.make_event(partnerships=[make.make_partnership(home=theirs)])
    client = _client(f"{role}-", theirs, ours)

    response = adds(client, event, _whole_form(event))

    assert response.status_code == 200
    assert not is_added(event)
