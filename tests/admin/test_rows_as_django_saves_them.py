"""Rows written at once leave the database as Django's own rows, written one by one, would."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.forms import BaseInlineFormSet, ModelForm, inlineformset_factory
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.models import Event, Participation
from tests import factories as make
from twinning.publishing.forms import PartForm, PartFormSet
from twinning.publishing.forms.related import RelatedField

pytestmark = pytest.mark.django_db

FIELDS = ["person", "organisation", "role", "function_pl", "function_en", "order"]
PEOPLE = range(4)


def _field(column: Any, **kwargs: Any) -> Any:
    return column.formfield(
        **({"form_class": RelatedField} if column.is_relation else {}), **kwargs
    )


DJANGOS: Any = inlineformset_factory(
    Event, Participation, form=ModelForm, formset=BaseInlineFormSet, fields=FIELDS, extra=0
)
OURS: Any = inlineformset_factory(
    Event,
    Participation,
    form=PartForm,
    formset=PartFormSet,
    fields=FIELDS,
    extra=0,
    formfield_callback=_field,
)

rows = st.fixed_dictionaries(
    {
        "person": st.sampled_from(PEOPLE),
        "role": st.sampled_from(["guest", "host", "nobody"]),
        "function_pl": st.sampled_from(["", "Prezydent", "Rektor"]),
        "function_en": st.sampled_from(["", "Mayor"]),
        "order": st.integers(0, 3),
        "DELETE": st.booleans(),
    }
)
saved_rows = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["guest", "host"])), max_size=4, unique=True
)


@pytest.fixture
def people(db: None) -> list[Any]:
    return [make.make_person() for _index in PEOPLE]


def posted(event: Any, people: list[Any], changed: list[Any]) -> QueryDict:
    known = list(event.participations.all())
    data = QueryDict(mutable=True)
    data["participations-TOTAL_FORMS"] = str(len(changed))
    data["participations-INITIAL_FORMS"] = str(min(len(known), len(changed)))
    for index, row in enumerate(changed):
        name = f"participations-{index}"
        data[f"{name}-id"] = str(known[index].pk) if index < len(known) else ""
        data[f"{name}-organisation"] = ""
        for field, value in row.items():
            data[f"{name}-{field}"] = str(people[value].pk if field == "person" else value)
        if not row["DELETE"]:
            del data[f"{name}-DELETE"]
    return data


def table(event: Any) -> list[str]:
    """All columns of all rows; new ones without their numbers, which no two runs share."""
    names = [field.attname for field in Participation._meta.concrete_fields if field.name != "id"]
    return sorted(repr(row) for row in event.participations.raw_values(*names))


def outcome(formset: Any, event: Any, known: set[Any]) -> Any:
    """What the table holds after saving, or "refused"; None if the table itself refuses."""
    if not formset.is_valid():
        return "refused"
    try:
        with transaction.atomic():
            formset.save()
            kept = set(event.participations.values_list("pk", flat=True)) & known
            return table(event), kept
    except IntegrityError:
        return None


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=saved_rows, changed=st.lists(rows, max_size=6))
def test_any_rows_are_saved_as_django_saves_them(
    people: list[Any], before: list[Any], changed: list[Any]
) -> None:
    results = []
    for formset_class in (DJANGOS, OURS):
        with transaction.atomic():
            event = make.make_event(slug="zapis", status="draft")
            for person, role in before:
                event.participations.create(person=people[person], role=role)
            known = set(event.participations.values_list("pk", flat=True))
            formset = formset_class(posted(event, people, changed), instance=event)
            result = outcome(formset, event, known)
            results.append(_unnumbered(result, event, known))
            transaction.set_rollback(True)
    djangos, ours = results
    assert ours is not None
    if djangos is not None:  # Django fails where two rows swap what is unique
        assert ours == djangos


def _unnumbered(result: Any, event: Any, known: set[Any]) -> Any:
    if result is None or result == "refused":
        return result
    first = min(known, default=0)
    rows = [text.replace(f"'event_id': {event.pk}", "") for text in result[0]]
    return rows, {key - first for key in result[1]}
