from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _

from twinning.translation.checks import check_catalogues_compiled, check_source_language


class TranslationConfig(AppConfig):
    name = "twinning.translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        register(check_source_language, Tags.translation)
        register(check_catalogues_compiled, Tags.translation)
