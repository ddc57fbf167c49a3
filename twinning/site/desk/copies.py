"""The working copies that concern somebody: their own, and those of others that wait for them."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Model, Q

from partners.models import Partnership, Place, homes_of
from twinning.publishing.models import WorkingCopy
from twinning.site.desk.row import kind_of
from twinning.site.desk.worker import Worker

State = WorkingCopy.State


@dataclass(slots=True)
class Copies:
    """`own` are being written or lie with a reviewer, `returned` came back from one."""

    own: list[WorkingCopy] = field(default_factory=list)
    returned: list[WorkingCopy] = field(default_factory=list)
    to_review: list[WorkingCopy] = field(default_factory=list)


def copies_for(worker: Worker) -> Copies:
    """Fetched once, for all the sections that show some of them."""
    if "copies" not in worker.memo:
        worker.memo["copies"] = _sorted_out(worker)
    copies: Copies = worker.memo["copies"]
    return copies


def _sorted_out(worker: Worker) -> Copies:
    copies = Copies()
    for copy in _concerning(worker):
        model = kind_of(copy)
        if model is None or not _may_go_on(worker, copy, model):
            continue  # it is kept, should the right come back
        if copy.author_id != worker.user.pk:
            copies.to_review.append(copy)
        elif copy.state == State.RETURNED:
            copies.returned.append(copy)
        else:
            copies.own.append(copy)
    return copies


def _may_go_on(worker: Worker, copy: WorkingCopy, model: type[Model]) -> bool:
    if copy.author_id == worker.user.pk:
        rights = ("change", "translate") if copy.object_id else ("add",)
        return worker.may(model, *rights)
    # Whose the records are that there are already, the query has asked.
    return copy.object_id is not None or _is_theirs(worker, copy, model)


def _concerning(worker: Worker) -> Any:
    kinds = worker.kinds("publish")
    waiting = Q(state=State.REVIEW) & (
        worker.within_reach(kinds)
        | Q(object_id=None, content_type__in=worker.types_of(kinds).values())
    )
    chosen = {f"chosen_{name}": F(f"data__{name}") for name in _owner_fields(worker)}
    copies = WorkingCopy.objects.filter(Q(author=worker.user) | waiting)
    return copies.select_related("author").defer("data").annotate(**chosen)


def _is_theirs(worker: Worker, copy: WorkingCopy, model: type[Model]) -> bool:
    """Whether a record that doesn't exist yet will belong to home cities of the worker alone."""
    owners: Any = getattr(worker.site.get_model_admin(model), "owner_fields", ())
    if not owners or not worker.is_limited:
        return True
    chosen = {
        (model._meta.get_field(name).related_model, str(key))
        for name in owners
        for key in getattr(copy, f"chosen_{name}") or ()
        if key
    }
    return bool(chosen) and chosen <= _own_owners(worker)


def _own_owners(worker: Worker) -> set[Any]:
    if "owners" not in worker.memo:
        partnerships = worker.own(Partnership).values_list("pk", flat=True)
        homes = homes_of(worker.user) or ()
        worker.memo["owners"] = {(Partnership, str(key)) for key in partnerships} | {
            (Place, str(key)) for key in homes
        }
    owners: set[Any] = worker.memo["owners"]
    return owners


def _owner_fields(worker: Worker) -> set[str]:
    if not worker.is_limited:
        return set()
    admins = map(worker.site.get_model_admin, worker.kinds("publish"))
    return {name for admin in admins for name in getattr(admin, "owner_fields", ())}
