"""Publishers keep the pages of the law; editors read them, translators translate them."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

MODELS = ("declaration", "privacynotice", "reusenotice", "fundingnotice")
ACTIONS = {
    "editor": ("view",),
    "publisher": ("view", "add", "change", "delete", "publish"),
    "translator": ("view", "translate"),
}


def give(apps: Any, schema_editor: Any) -> None:
    # Django makes permissions only after the last migration; the group needs them now.
    config = apps.get_app_config("site")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects
    for role, actions in ACTIONS.items():
        group = apps.get_model("auth", "Group").objects.get(name=role)
        names = [f"{action}_{model}" for action in actions for model in MODELS]
        group.permissions.add(
            *permissions.filter(content_type__app_label="site", codename__in=names)
        )


def take(apps: Any, schema_editor: Any) -> None:
    through = apps.get_model("auth", "Group").permissions.through
    through.objects.filter(
        group__name__in=ACTIONS,
        permission__content_type__app_label="site",
        permission__content_type__model__in=MODELS,
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("site", "0010_pages_of_the_law")]

    operations = [migrations.RunPython(give, take)]
