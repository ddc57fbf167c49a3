from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.http import HttpRequest


class ReadOnly(BaseModelAdmin[Any]):
    """For lists of what has happened: nobody adds to them, changes or deletes anything there."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
