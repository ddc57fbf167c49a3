"""Publishers read the log of who did what."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations


def give_log(apps: Any, schema_editor: Any) -> None:
    # Django makes permissions only after the last migration; the group needs it now.
    config = apps.get_app_config("publishing")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects
    group = apps.get_model("auth", "Group").objects.get(name="publisher")
    group.permissions.add(
        permissions.get(content_type__app_label="publishing", codename="view_auditentry")
    )


def take_log(apps: Any, schema_editor: Any) -> None:
    through = apps.get_model("auth", "Group").permissions.through
    through.objects.filter(
        group__name="publisher",
        permission__content_type__app_label="publishing",
        permission__codename="view_auditentry",
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0002_lifecycle_and_history"),
        ("site", "0004_publishers_review"),
    ]

    operations = [migrations.RunPython(give_log, take_log)]
