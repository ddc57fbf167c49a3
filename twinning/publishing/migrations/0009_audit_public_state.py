import json
from typing import Any

from django.db import migrations, models
from django.utils.dateparse import parse_datetime

SPEAKING = ["added", "changed", "published", "restored"]  # after the others nothing was public


def tell_from_revisions(apps: Any, schema_editor: Any) -> None:
    """Of what was logged before, from what the revisions say of status and plan."""
    entries = apps.get_model("publishing", "AuditEntry").objects
    versions = apps.get_model("reversion", "Version").objects
    waiting = entries.filter(action__in=SPEAKING, revision__isnull=False).order_by("pk")
    for entry in waiting.iterator(chunk_size=500):
        version = versions.filter(
            revision=entry.revision_id,
            content_type=entry.content_type_id,
            object_id=str(entry.object_id),
        ).first()
        if version is None:
            continue
        fields = json.loads(version.serialized_data)[0]["fields"]
        if fields.get("status") != "published":
            continue
        planned = parse_datetime(fields.get("publish_at") or "")
        entry.public_from = max(planned or entry.moment, entry.moment)
        entry.public_until = parse_datetime(fields.get("unpublish_at") or "")
        entry.save(update_fields=["public_from", "public_until"])


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0008_public_body"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
    ]

    operations = [
        migrations.AddField(
            model_name="auditentry",
            name="public_from",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="auditentry",
            name="public_until",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.RunPython(tell_from_revisions, migrations.RunPython.noop),
    ]
