"""Give records an address in a language that was added after them."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from twinning.publishing.filling import fill_addresses


class Command(BaseCommand):
    help = "Gives each record without an address in some language one. Run it after adding one."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Records given an address: {fill_addresses()}")
