from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "twinning.publishing"
    verbose_name = _("Users and publishing")

    def ready(self) -> None:
        from twinning.publishing.history import register_all
        from twinning.publishing.models.findable import keep_keys
        from twinning.publishing.models.former_address import keep_former_addresses

        register_all()
        keep_keys()
        keep_former_addresses()
