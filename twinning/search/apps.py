from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "twinning.search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from twinning.search.checks import check_index

        register(check_index, Tags.database)
