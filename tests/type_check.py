"""Settings for mypy alone.

The Django plugin of mypy starts the site and looks at each model's managers. modeltranslation
replaces those with classes made at run time, which have no name in any file; here it leaves them
alone, so that `Event.objects` is known by its own query set.
"""

from django.apps import AppConfig

from twinning.settings import *  # noqa: F403
from twinning.settings import INSTALLED_APPS


class ManagersAsWritten(AppConfig):
    name = "tests.type_check"
    label = "type_check"

    def ready(self) -> None:
        from modeltranslation import translator

        translator.add_manager = lambda model: None


INSTALLED_APPS = ["tests.type_check.ManagersAsWritten", *INSTALLED_APPS]
