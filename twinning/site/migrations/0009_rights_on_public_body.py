"""Publishers say who runs the site; translators word it in other languages."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

ACTIONS = {
    "editor": ("view",),
    "publisher": ("view", "add", "change"),
    "translator": ("view", "translate"),
}


def give(apps: Any, schema_editor: Any) -> None:
    # Django makes permissions only after the last migration; the group needs them now.
    config = apps.get_app_config("publishing")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects
    for role, actions in ACTIONS.items():
        group = apps.get_model("auth", "Group").objects.get(name=role)
        names = [f"{action}_publicbody" for action in actions]
        group.permissions.add(
            *permissions.filter(content_type__app_label="publishing", codename__in=names)
        )


def take(apps: Any, schema_editor: Any) -> None:
    through = apps.get_model("auth", "Group").permissions.through
    through.objects.filter(
        group__name__in=ACTIONS, permission__codename__endswith="_publicbody"
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0008_public_body"),
        ("site", "0008_interface_texts"),
    ]

    operations = [migrations.RunPython(give, take)]
