"""One account per user name and per e-mail address, whatever the capital letters."""

from collections import defaultdict
from typing import Any

import django.db.models.functions.text
from django.core.management.base import CommandError
from django.db import migrations, models


def lower_emails(apps: Any, schema_editor: Any) -> None:
    """Refuses by name what only a person can decide: whose address or name it is."""
    users = apps.get_model("publishing", "User").objects.all()
    for field in ("username", "email"):
        holders = defaultdict(list)
        for user in users:
            holders[getattr(user, field).strip().lower()].append(user.username)
        for value, names in holders.items():
            if value and len(names) > 1:
                raise CommandError(
                    f"Accounts with the same {field} “{value}”: {', '.join(names)}. "
                    "Change all but one of them in the admin, then run migrate again."
                )
    for user in users.exclude(email=""):
        user.email = user.email.strip().lower()
        user.save(update_fields=["email"])


class Migration(migrations.Migration):
    dependencies = [("publishing", "0002_lifecycle_and_history")]

    operations = [
        migrations.RunPython(lower_emails, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("username"),
                name="publishing_user_one_per_name",
                violation_error_message="Somebody has this user name already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(("email", ""), _negated=True),
                name="publishing_user_one_per_email",
                violation_error_message="Somebody has this e-mail address already.",
            ),
        ),
    ]
