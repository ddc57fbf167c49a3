"""Publishers record the yearly review of the accessibility declaration."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

NAMES = ("add_accessibilityreview", "view_accessibilityreview")


def give(apps: Any, schema_editor: Any) -> None:
    # Django makes permissions only after the last migration; the group needs them now.
    config = apps.get_app_config("site")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects
    publisher = apps.get_model("auth", "Group").objects.get(name="publisher")
    publisher.permissions.add(
        *permissions.filter(content_type__app_label="site", codename__in=NAMES)
    )


def take(apps: Any, schema_editor: Any) -> None:
    through = apps.get_model("auth", "Group").permissions.through
    through.objects.filter(
        group__name="publisher",
        permission__content_type__app_label="site",
        permission__codename__in=NAMES,
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("site", "0003_accessibility_review")]

    operations = [migrations.RunPython(give, take)]
