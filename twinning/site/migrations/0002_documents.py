"""Documents (PDF) for the roles: as images, public as soon as they are saved."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

ACTIONS = {
    "editor": ("view", "add", "change"),
    "publisher": ("view", "add", "change", "delete"),
    "translator": ("view", "translate"),
}


def give_documents(apps: Any, schema_editor: Any) -> None:
    # Django makes permissions only after the last migration; the groups need them now.
    config = apps.get_app_config("media")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    config.models_module = None
    permission_model = apps.get_model("auth", "Permission")
    for role, actions in ACTIONS.items():
        group = apps.get_model("auth", "Group").objects.get(name=role)
        names = [f"{action}_document" for action in actions]
        group.permissions.add(
            *permission_model.objects.filter(content_type__app_label="media", codename__in=names)
        )


def take_documents(apps: Any, schema_editor: Any) -> None:
    through = apps.get_model("auth", "Group").permissions.through
    through.objects.filter(
        group__name__in=ACTIONS,
        permission__content_type__app_label="media",
        permission__codename__endswith="_document",
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0002_library"),
        ("site", "0001_roles"),
    ]

    operations = [migrations.RunPython(give_documents, take_documents)]
