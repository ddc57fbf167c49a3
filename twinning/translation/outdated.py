"""Translations that the source has left behind: found when a form is saved, kept until mended."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from twinning.translation.coverage import other_languages, translated_texts
from twinning.translation.models import OutdatedTranslation


class Verdict(Enum):
    """What a change means for one translation."""

    UNCHANGED = "unchanged"
    OUTDATED = "outdated"
    UP_TO_DATE = "up to date"


@dataclass(frozen=True, slots=True)
class TextChange:
    """One text in the source language and in one other, before and after it was saved.

    `made_from` is the digest of the source text that the translation was made from, where an
    earlier change has outdated it already.
    """

    source_before: str
    source_after: str
    translation_before: str
    translation_after: str
    made_from: str = ""

    def verdict(self, *, minor: bool = False) -> Verdict:
        """A minor change of the source, such as a comma's, outdates nothing."""
        if not self.source_after or not self.translation_after:
            return Verdict.UP_TO_DATE  # nothing to translate, or missing rather than outdated
        if self.translation_after == self.source_after:
            return Verdict.UP_TO_DATE  # the same on purpose
        if self.translation_after != self.translation_before:
            return Verdict.UP_TO_DATE
        if self.source_after == self.source_before:
            return Verdict.UNCHANGED
        if self.made_from and digest(self.source_after) == self.made_from:
            return Verdict.UP_TO_DATE
        return Verdict.UNCHANGED if minor or not self.source_before else Verdict.OUTDATED


@dataclass(frozen=True, slots=True)
class Saved:
    """A record, or a part, that has just been saved, and what its columns held before."""

    record: Model
    before: Mapping[str, object]

    def text_before(self, field: str, code: str) -> str:
        return str(self.before.get(f"{field}_{code}") or "")

    def text_after(self, field: str, code: str) -> str:
        return str(getattr(self.record, f"{field}_{code}") or "")

    def change_of(self, field: str, code: str, made_from: str = "") -> TextChange:
        source = settings.LANGUAGE_CODE
        return TextChange(
            self.text_before(field, source),
            self.text_after(field, source),
            self.text_before(field, code),
            self.text_after(field, code),
            made_from,
        )

    @property
    def has_new_texts(self) -> bool:
        return any(
            self.text_before(field, code) != self.text_after(field, code)
            for field in translated_texts(type(self.record))
            for code, _name in settings.LANGUAGES
        )


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def keep_track(
    whole: Model, saved: Iterable[Saved], *, minor: bool = False
) -> list[OutdatedTranslation]:
    """Note which translations are outdated now, and which no longer; gives the former.

    `saved` are the record `whole` and those of its parts that a form has saved. It costs nothing
    when no text has changed, and three queries at most, however many parts. Records without new
    texts aren't looked at.
    """
    changed = [each for each in saved if each.has_new_texts]
    if not changed:
        return []
    known = _known([each.record for each in changed])
    outdated, mended = [], []
    for each in changed:
        for field in translated_texts(type(each.record)):
            for code in other_languages():
                row = known.get(_key(each.record, field, code))
                change = each.change_of(field, code, row.digest if row else "")
                verdict = change.verdict(minor=minor)
                if verdict is Verdict.OUTDATED and row is None:
                    outdated.append(_row(whole, each.record, field, code, change))
                elif verdict is Verdict.UP_TO_DATE and row is not None:
                    mended.append(row.pk)
    if mended:
        OutdatedTranslation.objects.filter(pk__in=mended).delete()
    if outdated:
        OutdatedTranslation.objects.bulk_create(outdated, ignore_conflicts=True)
    return [*(row for row in known.values() if row.pk not in mended), *outdated]


def confirm(texts: Collection[tuple[Model, str]], code: str) -> int:
    """Say of outdated translations that they are right as they stand; how many there were."""
    wanted = {_key(record, field, code) for record, field in texts}
    known = _known([record for record, _field in texts]) if wanted else {}
    rows = [row.pk for key, row in known.items() if key in wanted]
    return OutdatedTranslation.objects.filter(pk__in=rows).delete()[0]


_Key = tuple[int, int, str, str]


def _key(record: Model, field: str, code: str) -> _Key:
    return ContentType.objects.get_for_model(record).pk, record.pk, field, code


def _known(records: list[Model]) -> dict[_Key, OutdatedTranslation]:
    rows = OutdatedTranslation.objects.of(records)
    return {(row.content_type_id, row.object_id, row.field, row.language): row for row in rows}


def _row(
    whole: Model, record: Model, field: str, code: str, change: TextChange
) -> OutdatedTranslation:
    return OutdatedTranslation(
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        field=field,
        language=code,
        digest=digest(change.source_before),
        source=change.source_before,
        whole_type=ContentType.objects.get_for_model(whole),
        whole_id=whole.pk,
    )
