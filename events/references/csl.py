"""CSL-JSON 1.0.2, which citation processors take: a list of one item."""

import json
from datetime import date
from typing import Any

from events.references.reference import Reference
from twinning.dates import HistoricalDate


def csl(reference: Reference) -> str:
    item = {
        "id": reference.key,
        "type": "webpage",
        "title": reference.title,
        **_author(reference.author),
        "container-title": reference.site,
        "version": reference.version,
        "issued": _day(reference.published),
        "accessed": _day(reference.accessed),
        "event-date": _as_known(reference.told),
        "language": reference.language,
        "URL": reference.url,
    }
    # A line a field; `indent` would put each number of a date on one.
    lines = (f"  {_json(name)}: {_json(value)}" for name, value in item.items())
    return "[{\n" + ",\n".join(lines) + "\n}]\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _author(name: str) -> dict[str, Any]:
    return {"author": [{"literal": name}], "publisher": name} if name else {}


def _day(day: date) -> dict[str, Any]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _as_known(told: HistoricalDate) -> dict[str, Any]:
    """In parts where it is a certain year, month or day, or from one to another; else in words."""
    if told.is_html_time:
        return {"date-parts": [_parts(told.edtf)]}
    ends = [HistoricalDate(each) for each in told.edtf.split("/") if each not in ("", "..")]
    if len(ends) > 1 and all(end.is_html_time for end in ends):
        return {"date-parts": [_parts(end.edtf) for end in ends]}
    return {"literal": told.render(style="plain")}


def _parts(edtf: str) -> list[int]:
    return [int(part) for part in edtf.split("-")]
