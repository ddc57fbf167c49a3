"""What is weighed in memory is judged as the database judges it, for every condition there is."""

import datetime
from contextlib import suppress
from itertools import islice, product
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.db.models import CheckConstraint, F, Model, Q
from django.db.models.functions import Length

from events.models import Event
from twinning.dates import HistoricalDate
from twinning.dates.fields import HistoricalDateField
from twinning.publishing.models.checked import Checked
from twinning.publishing.models.conditions import NotSureError, holds

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
CONDITIONS = [
    pytest.param(model, each, id=each.name)
    for model in apps.get_models()
    if issubclass(model, Checked)
    for each in model._meta.constraints
    if isinstance(each, CheckConstraint)
]


def samples(field: Any) -> list[Any]:
    if isinstance(field, HistoricalDateField):
        return [None, HistoricalDate("1994"), HistoricalDate("1994-06")]
    if isinstance(field, models.DateTimeField):
        return [None, NOON, NOON + DAY]
    if isinstance(field, models.DateField):
        return [None, datetime.date(994, 1, 1), datetime.date(1994, 6, 1)]
    if isinstance(field, models.BooleanField):
        return [True, False]
    if isinstance(field, models.DecimalField | models.FloatField):
        return [None, field.to_python("1.5"), field.to_python("181")]
    if isinstance(field, models.CharField | models.TextField):
        return ["", "ą", *(value for value, _label in field.choices or [])]
    return [None, 0, 1, 2]


def columns_of(condition: Any) -> set[str]:
    if isinstance(condition, Q):
        return set().union(*map(columns_of, condition.children))
    path, other = condition
    further = [str(getattr(other, "name"))] if isinstance(other, F) else []  # noqa: B009
    return {path.partition("__")[0], *further}


@pytest.mark.parametrize(("model", "constraint"), CONDITIONS)
def test_memory_and_database_agree(model: type[Model], constraint: CheckConstraint) -> None:
    names = sorted(columns_of(constraint.condition))
    fields: list[Any] = [
        model._meta.pk if name == "pk" else model._meta.get_field(name) for name in names
    ]
    for values in islice(product(*map(samples, fields)), 300):
        record: Any = model()
        for field, value in zip(fields, values, strict=True):
            setattr(record, field.attname, value)
        known = {
            name: getattr(record, field.attname) for name, field in zip(names, fields, strict=True)
        }
        against = record._get_field_expression_map(meta=model._meta)

        judged = Q(constraint.condition).check(against)

        with suppress(NotSureError):  # then the database is asked
            assert (holds(constraint.condition, known) is not False) is judged, known


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        (Q(title__startswith="a"), "a"),
        (Q(title__gt="ł"), "z"),  # the order of letters is the database's
        (Q(title=Length("title")), "a"),
        (Q(title="1"), 1),
        (Q(title__in=["a", None]), "a"),
        (Q(title="a") ^ Q(title="b"), "a"),
    ],
)
def test_what_memory_is_not_sure_of_is_left_to_the_database(condition: Q, value: Any) -> None:
    with pytest.raises(NotSureError):
        holds(condition, {"title": value})


def test_unknown_is_neither_true_nor_false() -> None:
    assert holds(Q(attendance__gt=0), {"attendance": None}) is None
    assert holds(~Q(attendance__gt=0), {"attendance": None}) is None
    assert holds(Q(attendance__gt=0) | Q(online=True), {"attendance": None, "online": True}) is True
    assert holds(Q(attendance__gt=0) & Q(online=True), {"attendance": None, "online": False}) is (
        False
    )


def test_a_condition_of_a_field_with_an_error_is_not_judged() -> None:
    event = Event(attendance=0)
    event.validate_constraints(exclude={field.name for field in Event._meta.fields})
