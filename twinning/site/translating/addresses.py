from typing import Any

from django.urls import reverse


def sheet_url(label: str, key: Any, code: str, filters: str = "") -> str:
    """The page of a record beside its source; `filters` are those of the queue it came from."""
    app, model = label.lower().split(".")
    url = reverse("admin:translate_record", args=[code, app, model, key])
    return f"{url}?{filters}" if filters else url
