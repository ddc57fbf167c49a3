from typing import Any

from django.db import migrations

from twinning.publishing.models.findable import fill_keys

KEYS: dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]] = {
    "Agreement": (("title",), {}),
    "Event": (("title", "summary", "venue"), {}),
    "Series": (("name", "summary"), {}),
    "Source": (("title", "issuer", "addressee", "reference", "url"), {}),
    "YearNote": (("headline", "lead"), {}),
}


def fill(apps: Any, schema_editor: Any) -> None:
    for name, (fields, parts) in KEYS.items():
        fill_keys(apps.get_model("events", name), fields, parts)


class Migration(migrations.Migration):
    dependencies = [("events", "0003_find_key")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
