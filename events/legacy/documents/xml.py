"""XML from strangers: no entities, no document types, nothing fetched."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from lxml import etree

from events.legacy.errors import UnreadableDocumentError

DAMAGED = _("The document is damaged: its text can't be read. Save it anew and choose that.")
DOCTYPE = _(
    "The document defines entities of its own, which no word processor does. It isn't read."
)


def root_of(data: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocumentError(DAMAGED) from error
    if root is None:
        raise UnreadableDocumentError(DAMAGED)
    if root.getroottree().docinfo.doctype:
        raise UnreadableDocumentError(DOCTYPE)
    return root
