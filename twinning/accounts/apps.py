from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "twinning.accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from twinning.accounts import checks, signals

        checks.register_all()
        signals.connect()
