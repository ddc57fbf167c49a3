from typing import Any, ClassVar

from django.db import models

from twinning.publishing.models.conditions import Condition


class Checked(models.Model):
    """A record that is checked without asking the database what is known already.

    A form that has fetched the records which its user chose names their fields in
    `related_in_hand`: that they exist needn't be asked again. Nor need it whether a value is unique
    that stands in the database already: `as_stored` names the fields that haven't changed.

    `named_with` names the lists that its name is made of.
    """

    named_with: ClassVar[tuple[str, ...]] = ()
    related_in_hand: frozenset[str] = frozenset()
    as_stored: frozenset[str] = frozenset()

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Any = None) -> None:
        super().clean_fields(exclude={*(exclude or ()), *self.related_in_hand})

    def validate_unique(self, exclude: Any = None) -> None:
        super().validate_unique(exclude={*(exclude or ()), *self.as_stored})

    def get_constraints(self) -> Any:
        found = super().get_constraints()
        return [
            (
                model,
                [
                    Condition(each) if isinstance(each, models.CheckConstraint) else each
                    for each in constraints
                ],
            )
            for model, constraints in found
        ]
