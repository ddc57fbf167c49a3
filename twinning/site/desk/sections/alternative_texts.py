from collections.abc import Sequence
from pathlib import PurePath

from django.db.models import F, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy

from twinning.media.models import Image
from twinning.site.desk.roll import Branch, Found
from twinning.site.desk.row import day
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker


class AlternativeTexts(Section):
    """Pictures that say nothing, in one language at least, to who can't see them."""

    name = "alternative-texts"
    heading = gettext_lazy("Images without an alternative text")

    def branches(self, worker: Worker) -> Sequence[Branch]:
        if not worker.may(Image, "change", "translate"):
            return ()
        images = worker.own(Image).lacking_in_any_language("alt")
        file = Cast(F("file"), TextField())
        return [Branch(images, moment=F("created_at"), texts={"detail": file})]

    def facts(self, worker: Worker, found: Found) -> Sequence[str]:
        return PurePath(found.detail).name, day(found.moment)
