from datetime import UTC, datetime

from django.urls.converters import IntConverter, StringConverter

from events.data.dataset import Dataset
from events.data.registry import DATASETS
from events.data.streams import MEDIA_TYPES


class YearConverter(IntConverter):
    """A year of four digits: what Python's dates can hold and people write."""

    regex = "[1-9][0-9]{3}"


class DatasetConverter:
    """A dataset by its segment in the active language."""

    regex = "[-a-z]+"

    def to_python(self, value: str) -> Dataset:
        for dataset in DATASETS.values():
            if dataset.slug == value:
                return dataset
        raise ValueError

    def to_url(self, dataset: Dataset) -> str:
        return dataset.slug


class FileFormatConverter:
    """The extension of a file that a dataset is given away as."""

    regex = "|".join(MEDIA_TYPES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class NumberConverter(IntConverter):
    """The number of a version, the first being 1."""

    regex = "[1-9][0-9]{0,5}"


class MomentConverter:
    """A second in UTC: `2026-11-24T101502Z`."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{6}Z"
    written = "%Y-%m-%dT%H%M%SZ"

    def to_python(self, value: str) -> datetime:
        """Raises `ValueError` for what no clock shows."""
        return datetime.strptime(value, self.written).replace(tzinfo=UTC)

    def to_url(self, value: datetime) -> str:
        moment = value.astimezone(UTC)
        return f"{moment:%Y-%m-%dT%H%M%S}Z"


class ReferenceFormatConverter(StringConverter):
    """A format of bibliographic software: see `events.references`."""

    regex = "bibtex|ris|csl-json"
