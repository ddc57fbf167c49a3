"""Take the second factor away from an account whose owner has lost the telephone and the codes."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from twinning.accounts.second_factor import remove_second_factor


class Command(BaseCommand):
    help = "Removes the app, keys and recovery codes of an account and ends its sessions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        users = get_user_model()
        try:
            user = users.objects.get(username__iexact=username)
        except users.DoesNotExist as missing:
            raise CommandError(f"There is no account “{username}”.") from missing
        remove_second_factor(user)
        self.stdout.write(f"“{user.get_username()}” signs in with the password alone now.")
