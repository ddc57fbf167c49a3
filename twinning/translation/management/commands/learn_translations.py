"""Fills the translation memory with everything that is translated and up to date."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from modeltranslation.translator import translator

from twinning.translation.coverage import other_languages, translated_texts
from twinning.translation.memory import learn

AT_A_TIME = 200


class Command(BaseCommand):
    help = (
        "Fill the translation memory anew from all records. Needed once after an update from a "
        "version without it; from then on every save keeps it right."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            for model in translator.get_registered_models():
                if translated_texts(model):
                    self._learn_from(model)

    def _learn_from(self, model: Any) -> None:
        keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), AT_A_TIME):
            some = keys[start : start + AT_A_TIME]
            for code in other_languages():
                learn(model._base_manager.filter(pk__in=some), code)
