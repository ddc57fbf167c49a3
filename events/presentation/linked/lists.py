from collections.abc import Iterable
from typing import Any

from events.presentation.linked.naming import called, page_of
from twinning.metadata.linked_data import Address, Node, said, thing


def items(nodes: Iterable[Node]) -> Node:
    """Things that have their own page or at least a description, in order."""
    listed = [
        thing("ListItem", position=position, item=node)
        for position, node in enumerate(nodes, start=1)
    ]
    return thing("ItemList", numberOfItems=len(listed), itemListElement=listed)


def pages(labelled: Iterable[tuple[Any, str]]) -> Node:
    """Pages by name and address, in order."""
    listed = [
        thing("ListItem", position=position, name=name, url=Address(url))
        for position, (name, url) in enumerate(labelled, start=1)
    ]
    return thing("ItemList", numberOfItems=len(listed), itemListElement=listed)


def pages_of(records: Iterable[Any]) -> Node:
    return pages((said(called(record)), page_of(record)) for record in records)


def page(record: Any) -> Node:
    """The page of a record, as a part of another one."""
    return thing("WebPage", name=said(called(record)), url=page_of(record))
