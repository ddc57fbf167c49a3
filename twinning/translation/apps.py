from contextlib import suppress
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from twinning.translation.checks import check_catalogues_compiled, check_source_language


class TranslationConfig(AppConfig):
    name = "twinning.translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        register(check_source_language, Tags.translation)
        register(check_catalogues_compiled, Tags.translation)
        post_migrate.connect(_settle_changes, sender=self, dispatch_uid="settle changed texts")


def _settle_changes(**_kwargs: Any) -> None:
    """Each deployment migrates; what the new catalogues say themselves is no change any more."""
    from twinning.translation.interface.files import settle
    from twinning.translation.interface.texts import CatalogueError
    from twinning.translation.models import ChangedMessage

    if not ChangedMessage.objects.exists():
        return
    for code, _name in settings.LANGUAGES:
        with suppress(CatalogueError):
            settle(code)
