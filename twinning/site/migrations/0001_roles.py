"""The roles editor, publisher and translator, as groups.

They stand in the roof, because only it knows the records of all apps. A record added later
gives its permissions to the roles in a migration of its own.
"""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

PUBLISHABLE = {
    "events": ("event", "series", "agreement", "source", "yearnote"),
    "partners": ("partnership", "organisation", "person", "network"),
}
# What has no draft is public as soon as it is saved.
PUBLIC_AT_ONCE = {"partners": ("place", "topic"), "media": ("image",)}
EVERYTHING = (PUBLISHABLE, PUBLIC_AT_ONCE)

ROLES = {
    "editor": {
        *(
            (app, model, action)
            for app, models in PUBLISHABLE.items()
            for model in models
            for action in ("add", "change")
        ),
        ("partners", "place", "add"),
        ("media", "image", "add"),
        ("media", "image", "change"),
    },
    "publisher": {
        *((app, model, "publish") for app, models in PUBLISHABLE.items() for model in models),
        *(
            (app, model, action)
            for kinds in EVERYTHING
            for app, models in kinds.items()
            for model in models
            for action in ("add", "change", "delete")
        ),
    },
    "translator": {
        (app, model, "translate")
        for kinds in EVERYTHING
        for app, models in kinds.items()
        for model in models
    },
}
VIEW = {
    (app, model, "view")
    for kinds in EVERYTHING
    for app, models in kinds.items()
    for model in models
}


def create_roles(apps: Any, schema_editor: Any) -> None:
    # Django makes permissions only after the last migration; the groups need them now.
    for label in ("events", "partners", "media"):
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
        config.models_module = None
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    permissions = {
        (found.content_type.app_label, found.codename): found
        for found in permission_model.objects.select_related("content_type")
    }
    for role, rights in ROLES.items():
        group, _created = group_model.objects.get_or_create(name=role)
        group.permissions.add(
            *(permissions[app, f"{action}_{model}"] for app, model, action in rights | VIEW)
        )


def remove_roles(apps: Any, schema_editor: Any) -> None:
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("events", "0001_initial"),
        ("media", "0001_initial"),
        ("partners", "0001_initial"),
    ]

    operations = [migrations.RunPython(create_roles, remove_roles)]
