"""Which translations are outdated, asked for whole files at once."""

from collections.abc import Collection

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q

from twinning.translation.coverage import lacking
from twinning.translation.models import OutdatedTranslation
from twinning.translation.states import State

Text = tuple[type[Model], int, str]  # model, row, field


class Outdated:
    """Those of one language."""

    def __init__(self, language: str) -> None:
        rows = OutdatedTranslation.objects.in_language(language)
        self._known = set(rows.values_list("content_type", "object_id", "field"))

    def state_of(self, text: Text, source: str, target: str) -> State:
        """By the same rules as `twinning.translation.states`."""
        if not target:
            return State.MISSING
        if source == target:
            return State.SAME
        model, pk, field = text
        kind = ContentType.objects.get_for_model(model).pk
        return State.OUTDATED if (kind, pk, field) in self._known else State.UP_TO_DATE


def having(model: type[Model], state: State | None, language: str) -> Q:
    """Rows that may have a text in this state: the others needn't be fetched."""
    if state is State.MISSING:
        return lacking(model, language)
    if state is State.OUTDATED:
        kind = ContentType.objects.get_for_model(model)
        rows = OutdatedTranslation.objects.in_language(language).filter(content_type=kind)
        return Q(pk__in=rows.values("object_id"))
    return Q()


def confirm(texts: Collection[Text], language: str) -> None:
    """These translations are right as they stand, whatever the source has become.

    One condition for each field, not for each text: databases refuse thousands of them.
    """
    rows: dict[tuple[int, str], list[int]] = {}
    for model, pk, field in texts:
        kind = ContentType.objects.get_for_model(model).pk
        rows.setdefault((kind, field), []).append(pk)
    condition = Q(pk__in=[])
    for (kind, field), keys in rows.items():
        condition |= Q(content_type=kind, field=field, object_id__in=keys)
    OutdatedTranslation.objects.in_language(language).filter(condition).delete()
