"""Reads a chronicle kept as YAML files into the database."""

from events.loading.errors import ChronicleError
from events.loading.load import Tally, load

__all__ = ["ChronicleError", "Tally", "load"]
