"""The description of the API as a page shows it: read off the same document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Parameter:
    """`values` are those it takes, where they are few and known."""

    name: str
    meaning: str
    values: list[str]
    form: str


@dataclass(frozen=True, slots=True)
class Operation:
    address: str
    summary: str
    about: str
    parameters: list[Parameter]


def operations(description: dict[str, Any]) -> list[Operation]:
    return [
        Operation(
            address=path.lstrip("/"),
            summary=operation["summary"],
            about=operation["description"],
            parameters=list(_parameters(operation)) if "{" not in path else [],
        )
        for path, methods in description["paths"].items()
        for operation in methods.values()
    ]


def _parameters(operation: dict[str, Any]) -> Iterator[Parameter]:
    for each in operation["parameters"]:
        schema = each["schema"]
        yield Parameter(each["name"], each["description"], schema.get("enum", []), _form(schema))


def _form(schema: dict[str, Any]) -> str:
    """How a value is written: “1–200”, “katowice/saint-etienne”."""
    if "maximum" in schema and schema["maximum"] < 10**6:
        return f"{schema['minimum']}–{schema['maximum']}"
    return "home/partner" if "/" in schema.get("pattern", "") else ""
