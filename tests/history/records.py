"""Records with a past."""

from dataclasses import dataclass
from typing import Any

from events.models import Citation, Delegation, DelegationMember
from tests import factories as make
from twinning.publishing.history import record_action
from twinning.publishing.models import Action, AuditEntry


def keep(record: Any, action: Action = Action.CHANGED, **given: Any) -> int:
    """The number of a revision of what the record says now."""
    record_action(record, action, **given)
    number = AuditEntry.objects.of(record).newest_first()[0].revision_id
    assert number is not None
    return number


def save(record: Any, **values: Any) -> int:
    """Change it as a form would, and keep a revision."""
    for name, value in values.items():
        setattr(record, name, value)
    record.version += 1
    record.save()
    return keep(record)


@dataclass
class Journey:
    """An event with a citation, topics and a delegation with two members; kept as `revision`."""

    event: Any
    delegation: Any
    members: list[Any]
    citation: Any
    revision: int


def journey(**given: Any) -> Journey:
    event = make.make_event("Wizyta", topics=[make.make_topic()], **given)
    delegation = Delegation.objects.create(
        event=event, origin=make.make_place(), destination=make.make_place(), size=2
    )
    members: list[Any] = [
        DelegationMember.objects.create(delegation=delegation, person=make.make_person()),
        DelegationMember.objects.create(delegation=delegation, function_pl="nauczyciel", order=1),
    ]
    citation = Citation.objects.create(event=event, source=make.make_source(), claim_pl="Tak.")
    return Journey(event, delegation, members, citation, keep(event))
