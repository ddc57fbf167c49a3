from typing import Any

from django.db import migrations

from twinning.publishing.models.findable import fill_keys

FORMER: dict[str, tuple[str, ...]] = {"former_names": ("name", "short_name")}
KEYS: dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]] = {
    "Topic": (("name",), {}),
    "Place": (("name", "local_name", "aliases", "locative"), {}),
    "Organisation": (("name", "short_name", "local_name"), FORMER),
    "Person": (("given_name", "family_name"), {"offices": ("title",)}),
    "Network": (("name", "short_name"), FORMER),
}


def fill(apps: Any, schema_editor: Any) -> None:
    for name, (fields, parts) in KEYS.items():
        fill_keys(apps.get_model("partners", name), fields, parts)


class Migration(migrations.Migration):
    dependencies = [("partners", "0003_find_key")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
