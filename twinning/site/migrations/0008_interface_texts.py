"""Translators word the texts of the interface."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations


def give(apps: Any, schema_editor: Any) -> None:
    # Django makes permissions only after the last migration; the group needs this one now.
    config = apps.get_app_config("translation")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    config.models_module = None
    _translators(apps).permissions.add(_right(apps))


def take(apps: Any, schema_editor: Any) -> None:
    _translators(apps).permissions.remove(_right(apps))


def _translators(apps: Any) -> Any:
    return apps.get_model("auth", "Group").objects.get_or_create(name="translator")[0]


def _right(apps: Any) -> Any:
    return apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="translation", codename="change_changedmessage"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("site", "0007_delivery"),
        ("translation", "0004_changed_messages"),
    ]

    operations = [migrations.RunPython(give, take)]
