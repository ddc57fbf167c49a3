from typing import Any

from django.db import migrations

from twinning.publishing.models.findable import fill_keys

KEYS = {
    "Image": ("alt", "caption", "author"),
    "Document": ("title", "author", "transcription"),
}


def fill(apps: Any, schema_editor: Any) -> None:
    for name, fields in KEYS.items():
        fill_keys(apps.get_model("media", name), fields)


class Migration(migrations.Migration):
    dependencies = [("media", "0003_find_key")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
