"""Texts in data, where no element can say their language: pointers to the fallbacks do."""

from collections.abc import Iterator
from typing import Any

from twinning.translation.texts import Text

Found = tuple[str, Text]


def as_plain(value: Any) -> Any:
    """`value`, nested as it may be, with each `Text` as its words."""
    match value:
        case Text():
            return value.text
        case dict():
            return {key: as_plain(each) for key, each in value.items()}
        case list():
            return [as_plain(each) for each in value]
    return value


def fallbacks(value: Any) -> dict[str, str]:
    """The language of each fallback in `value` by its JSON pointer: `{"/topics/0": "pl"}`."""
    return {path: text.language for path, text in _texts(value, "") if text.is_fallback}


def _texts(value: Any, path: str) -> Iterator[Found]:
    match value:
        case Text():
            yield path, value
        case dict():
            for key, each in value.items():
                yield from _texts(each, f"{path}/{key}")
        case list():
            for index, each in enumerate(value):
                yield from _texts(each, f"{path}/{index}")
