"""Make the first account that can sign in, once, and say how."""

import secrets
from typing import Any

from django.core.management.base import BaseCommand

from twinning.publishing.models import User


class Command(BaseCommand):
    help = "Creates the account “admin” with a random password, if nobody has an account yet."

    def handle(self, *args: Any, **options: Any) -> None:
        if User.objects.exists():
            self.stdout.write(
                "Sign in at /admin/ with an account that exists already. "
                "A new password: .venv/bin/python manage.py changepassword NAME"
            )
            return
        password = secrets.token_urlsafe(12)
        User.objects.create_superuser("admin", password=password)
        self.stdout.write(
            "Sign in at /admin/ as: admin\n"
            f"            password: {password}\n"
            "The password is shown only this once."
        )
