"""The names of the records that a snapshot refers to by number, those deleted since included."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _
from reversion.models import Version

from twinning.publishing.snapshot import Key, Snapshot


class Names:
    """Looks up all names at once: a query for each kind of record, and one for what is gone."""

    def __init__(self, snapshots: Iterable[Snapshot | None]) -> None:
        wanted = {
            key
            for snapshot in snapshots
            if snapshot is not None
            for row in snapshot.rows
            for _field, key in row.references()
        }
        self._known = _current(wanted)
        self._former = _former(wanted - self._known.keys())

    def is_gone(self, key: Key) -> bool:
        return key not in self._known

    def of(self, key: Key) -> str:
        if key in self._known:
            return self._known[key]
        if key in self._former:
            return _("%(name)s (deleted)") % {"name": self._former[key]}
        return _("deleted (no. %(number)s)") % {"number": key[1]}


def _current(wanted: set[Key]) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for model in {model for model, _pk in wanted}:
        pks = [pk for each, pk in wanted if each is model]
        # With the records that its own name is made of.
        for record in model._base_manager.filter(pk__in=pks).select_related():
            found[model, record.pk] = str(record)
    return found


def _former(gone: set[Key]) -> dict[Key, str]:
    """The last names that revisions have kept."""
    kinds = {ContentType.objects.get_for_model(model).pk: model for model, _pk in gone}
    condition = Q()
    for number, model in kinds.items():
        pks = [str(pk) for each, pk in gone if each is model]
        condition |= Q(content_type=number, object_id__in=pks)
    if not condition:
        return {}
    kept = Version.objects.filter(condition).order_by("pk")
    return {
        (kinds[content_type], int(pk)): name
        for content_type, pk, name in kept.values_list("content_type", "object_id", "object_repr")
    }
