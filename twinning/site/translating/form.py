"""The form of one record's texts in one language. It has no other fields, whatever is posted."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from twinning.site.translating.sheet import Sheet, is_rich, name_of_text
from twinning.translation.models import Assignment
from twinning.translation.outdated import digest
from twinning.translation.states import TextState


class SheetForm(forms.Form):
    """`was-…` holds the digest of each text as the form was opened: only what its user has
    changed is written, and only that can contradict what somebody else has saved meanwhile.
    """

    def __init__(self, sheet: Sheet, admin: Any, request: Any, *, may_write: bool) -> None:
        self.sheet = sheet
        self.posted: Any = request.POST if request.method == "POST" else None
        super().__init__(self.posted, initial=_texts(sheet))
        for state in sheet.states:
            column = state.record._meta.get_field(state.column)
            field = admin.formfield_for_dbfield(column, request)
            field.required, field.disabled = False, not may_write
            self.fields[name_of_text(state)] = field

    def opened_with(self, name: str) -> str:
        return str((self.posted or {}).get(f"was-{name}", ""))

    def text(self, state: TextState) -> str:
        """What is to stand there; with the tick “the same” the source itself."""
        name = name_of_text(state)
        if f"same-{name}" in self.data:
            return state.source
        return _even(self.cleaned_data.get(name))

    def touched(self) -> list[TextState]:
        """The texts that the user has changed since the form was opened."""
        return [
            state
            for state in self.sheet.states
            if digest(self.text(state)) != self.opened_with(name_of_text(state))
        ]

    def confirmed(self) -> list[TextState]:
        """Outdated texts that the user says are right as they stand."""
        return [each for each in self.sheet.states if f"right-{name_of_text(each)}" in self.data]

    def changed_meanwhile(self) -> dict[str, str]:
        """Of the touched texts those that say something else by now, and what."""
        return {
            name_of_text(state): state.translation
            for state in self.touched()
            if digest(_even(state.translation)) != self.opened_with(name_of_text(state))
        }

    def refresh(self) -> None:
        """Let what the user hasn't touched say what it says now."""
        touched = {name_of_text(state) for state in self.touched()}
        data: Any = self.posted.copy()
        for state in self.sheet.states:
            if (name := name_of_text(state)) not in touched:
                data[name] = state.translation
        self.data = data

    def take_over(self, choice: str) -> None:
        """Put an offered passage into the text it is offered for: “event-3-title:0”."""
        name, _colon, number = choice.rpartition(":")
        for state in self.sheet.states:
            offered = self.sheet.offered[state.record, state.field]
            if name_of_text(state) == name and number.isdecimal() and int(number) < len(offered):
                suggestion = offered[int(number)]
                data: Any = self.posted.copy()
                data[name] = _joined(state, data.get(name, ""), suggestion.target)
                self.data = data

    def refuse(self, error: ValidationError) -> None:
        self.add_error(None, error)


class AssignmentForm(forms.Form):
    translator: Any = forms.ModelChoiceField(
        label=_("Assigned to"), queryset=None, required=False, empty_label=_("nobody")
    )
    note = forms.CharField(label=_("Note for the translator"), required=False, max_length=500)
    done = forms.BooleanField(label=_("Done"), required=False)

    def __init__(self, sheet: Sheet, users: Any, data: Any = None) -> None:
        known = Assignment.objects.of(sheet.whole).in_language(sheet.code).first()
        initial = {
            "translator": known and known.translator_id,
            "note": known.note if known else "",
            "done": bool(known and known.done_at),
        }
        super().__init__(data, initial=initial, prefix="assignment")
        choice: Any = self.fields["translator"]
        choice.queryset = users
        choice.label_from_instance = lambda user: user.get_full_name() or user.get_username()
        self.sheet = sheet

    def save(self) -> None:
        given = self.cleaned_data
        Assignment.note_down(
            self.sheet.whole,
            self.sheet.code,
            translator=given["translator"],
            note=given["note"],
            done=given["done"],
        )


def digest_at_opening(state: TextState) -> str:
    return digest(_even(state.translation))


def _texts(sheet: Sheet) -> dict[str, str]:
    return {name_of_text(state): state.translation for state in sheet.states}


def _even(text: Any) -> str:
    """Browsers post the ends of lines in their own way."""
    return str(text or "").replace("\r\n", "\n")


def _joined(state: TextState, text: str, more: str) -> str:
    if is_rich(state):
        return f"{text}<p>{escape(more)}</p>"
    return f"{text.rstrip()} {more}".strip()
