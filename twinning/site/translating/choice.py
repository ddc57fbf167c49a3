"""What the queue is narrowed down to: the filters of a plain form, kept in the address."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partners.models import Partnership
from twinning.publishing.models import User
from twinning.site.desk.worker import Worker
from twinning.translation.collation import in_alphabet
from twinning.translation.coverage import other_languages
from twinning.translation.states import State

TO_DO = "todo"
ORDERS = (
    ("weight", _("what readers see first")),
    ("oldest", _("waiting longest")),
    ("newest", _("changed last")),
)
AGES = (
    ("", _("any time")),
    ("30", _("more than a month")),
    ("90", _("more than three months")),
    ("365", _("more than a year")),
)


class Choice(forms.Form):
    """Filters of the queue. What isn't among the choices narrows nothing down."""

    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[(TO_DO, _("missing and outdated")), *State.choices],
    )
    partnership = forms.ChoiceField(label=_("Partnership"), required=False)
    kind = forms.ChoiceField(label=_("Kind of record"), required=False)
    age = forms.ChoiceField(label=_("Waiting"), required=False, choices=AGES)
    assigned = forms.ChoiceField(label=_("Assigned to"), required=False)
    order = forms.ChoiceField(label=_("Order"), required=False, choices=ORDERS)

    def __init__(self, worker: Worker, data: Any) -> None:
        super().__init__(data)
        names = dict(settings.LANGUAGES)
        fields: Any = self.fields
        fields["language"].choices = [(code, names[code]) for code in other_languages()]
        fields["partnership"].choices = [("", _("all")), *partnerships_of(worker)]
        fields["kind"].choices = [("", _("all")), *_kinds_of(worker)]
        fields["assigned"].choices = [
            ("", _("anybody or nobody")),
            ("me", _("me")),
            ("nobody", _("nobody")),
            *((str(user.pk), _name(user)) for user in translators()),
        ]
        self.is_valid()

    @classmethod
    def of(cls, request: HttpRequest, worker: Worker) -> "Choice":
        return cls(worker, request.GET)

    def get(self, name: str) -> str:
        value = self.cleaned_data.get(name) or ""
        return str(value)

    @property
    def code(self) -> str:
        return self.get("language") or other_languages()[0]

    @property
    def states(self) -> tuple[State, ...]:
        chosen = self.get("state")
        if chosen in State.values:
            return (State(chosen),)
        return (State.MISSING, State.OUTDATED)


def partnerships_of(worker: Worker) -> list[tuple[str, str]]:
    """For a menu, in the alphabet. Asked once."""
    if "partnerships" not in worker.memo:
        records = worker.own(Partnership).select_related("home", "partner").order_by()
        pairs = [(str(each.pk), str(each)) for each in records]
        worker.memo["partnerships"] = in_alphabet(pairs, key=lambda pair: pair[1])
    pairs = worker.memo["partnerships"]
    return list(pairs)


def translator_users() -> Any:
    """Who may be given something to translate."""
    return User.objects.filter(is_active=True, groups__name="translator").distinct()


def translators() -> list[User]:
    return in_alphabet(translator_users(), key=_name)


def _name(user: User) -> str:
    return user.get_full_name() or user.get_username()


def _kinds_of(worker: Worker) -> list[tuple[str, str]]:
    kinds = [
        (model._meta.label, capfirst(str(model._meta.verbose_name_plural)))
        for model in worker.translated_kinds()
    ]
    return in_alphabet(kinds, key=lambda pair: pair[1])
