"""Addresses of the admin that these tests visit."""

from typing import Any

ADD = "/pl/admin/events/event/add/"
LIST = "/pl/admin/events/event/"


def page(record: Any) -> str:
    return f"/pl/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/change/"


def keeping(record: Any) -> str:
    return f"/pl/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/keep/"


def step(record: Any, name: str) -> str:
    return f"/pl/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/step/{name}/"
