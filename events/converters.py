from django.urls.converters import IntConverter


class YearConverter(IntConverter):
    """A year of four digits: what Python's dates can hold and people write."""

    regex = "[1-9][0-9]{3}"
