from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Chronicle")

    def ready(self) -> None:
        from events.booklet.orders import forget_outdated
        from events.search import register_all
        from twinning.publishing.redaction import afterwards

        afterwards(forget_outdated)
        register_all()
