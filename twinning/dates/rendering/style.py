"""What the renderings of all languages share."""

from typing import Literal

Style = Literal["full", "short", "in", "plain"]

NBSP = "\N{NO-BREAK SPACE}"
DASH = f"{NBSP}– "  # between ends that contain spaces; a bare en dash joins the others


def year_text(year: int) -> str:
    """Years before 100 keep their zeros, for a lone "45" would read as a day."""
    return str(year) if year >= 100 else f"{year:04d}"


def winter_text(year: int) -> str:
    """Winter belongs to two years: "2014/2015"."""
    return f"{year_text(year)}/{year_text(year + 1)}"
