"""Records written past the forms, brought into the index of the search."""

from twinning.search.indexing import refresh
from twinning.search.registry import searchables


def index_everything() -> None:
    for searchable in searchables():
        keys = searchable.model._base_manager.values_list("pk", flat=True)
        refresh(searchable, list(keys))
