from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "twinning.media"
    verbose_name = _("Photographs and documents")

    def ready(self) -> None:
        from twinning.media import cleanup, pdf

        cleanup.connect()
        pdf.set_limits()
