from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from twinning.media.models import Image
from twinning.site.desk.roll import Branch, Found
from twinning.site.desk.row import Row, day
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker
from twinning.site.translating.addresses import sheet_url
from twinning.site.translating.subjects import subjects_of
from twinning.translation.coverage import lacking
from twinning.translation.models import OutdatedTranslation
from twinning.translation.states import State

# Texts that another section looks for.
ELSEWHERE: dict[type[Model], tuple[str, ...]] = {Image: ("alt",)}


class InALanguage(Section):
    state: str  # what the translators' desk is narrowed down to

    def __init__(self, code: str) -> None:
        self.code = code
        self.name = f"{self.name}-{code}"

    @property
    def language(self) -> str:
        return str(dict(settings.LANGUAGES)[self.code])

    def row(self, worker: Worker, found: Found) -> Row:
        """Leads to the record beside its source."""
        return replace(super().row(worker, found), url=sheet_url(found.label, found.key, self.code))

    def elsewhere(self, worker: Worker) -> tuple[str, str] | None:
        query = urlencode({"language": self.code, "state": self.state})
        return _("Text by text"), f"{reverse('admin:translating')}?{query}"


class Missing(InALanguage):
    """Records that show the source language for want of a text in another."""

    name = "missing"
    state = State.MISSING

    @property
    def heading(self) -> str:  # type: ignore[override]
        return _("Without a translation (%(language)s)") % {"language": self.language}

    def branches(self, worker: Worker) -> Sequence[Branch]:
        return [
            Branch(
                worker.living(model).filter(
                    lacking(model, self.code, but=ELSEWHERE.get(model, ()))
                ),
                moment=F("updated_at"),
            )
            for model in worker.translated_kinds()
        ]

    def facts(self, worker: Worker, found: Found) -> Sequence[str]:
        return (_("changed: %(moment)s") % {"moment": day(found.moment)},)


class Outdated(InALanguage):
    """Records with a text that has changed since it, or a part's, was translated."""

    name = "outdated"
    state = State.OUTDATED
    newest_first = False

    @property
    def heading(self) -> str:  # type: ignore[override]
        return _("With an outdated translation (%(language)s)") % {"language": self.language}

    def branches(self, worker: Worker) -> Sequence[Branch]:
        branches = []
        for model in worker.translated_kinds():
            texts = OutdatedTranslation.objects.within(model, OuterRef("pk"))
            texts = texts.in_language(self.code)
            since = Subquery(texts.order_by("since").values("since")[:1])
            branches.append(Branch(worker.living(model).filter(self._left(model)), moment=since))
        return branches

    def _left(self, model: type[Model]) -> Q:
        """Records of which a text, or one of a part that is still there, is outdated."""
        condition = Q(pk__in=[])
        for subject in subjects_of(model):
            kind = ContentType.objects.get_for_model(subject.model)
            rows = OutdatedTranslation.objects.filter(content_type=kind, language=self.code)
            records: Any = subject.model._default_manager
            left = records.order_by().filter(pk__in=rows.values("object_id"))
            condition |= Q(pk__in=left.values(subject.at("pk")))
        return condition

    def facts(self, worker: Worker, found: Found) -> Sequence[str]:
        return (_("since: %(day)s") % {"day": day(found.moment)},)
