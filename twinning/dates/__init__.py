"""The historical date: read from what people write, kept as EDTF, told in their language."""

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.value import HistoricalDate

__all__ = ["DateNotUnderstood", "HistoricalDate"]
