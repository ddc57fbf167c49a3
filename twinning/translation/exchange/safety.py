"""XML from outside, refused before anything of it is expanded or fetched."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from lxml import etree


class _DeclaredError(Exception):
    """There is a document type declaration."""


class _Target:
    """Looks at the document as it is parsed: its root, and whether it declares a type."""

    def __init__(self) -> None:
        self.root = ""

    def doctype(self, *_declaration: Any) -> None:
        raise _DeclaredError

    def start(self, tag: str, _attributes: Any) -> None:
        self.root = self.root or tag

    def end(self, tag: str) -> None:
        """Nothing is kept."""

    def data(self, data: str) -> None:
        """Nothing is kept."""

    def close(self) -> str:
        return self.root


def safe_xml(data: bytes, *, root: str) -> str:
    """The document as text.

    Raises `ValidationError` unless it is XML of the namespace `root` without a document type.

    Entities can only be declared in a document type, and no tool for translators writes one.
    """
    parser = etree.XMLParser(
        target=_Target(), resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    try:
        tag = etree.fromstring(data, parser)
    except _DeclaredError as error:
        text = _("The file declares a document type. That is refused, because it can do harm.")
        raise ValidationError(text, code="doctype") from error
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        text = _("The file isn’t well-formed XML: %(reason)s")
        raise ValidationError(text, code="xml", params={"reason": str(error)[:200]}) from error
    if not str(tag).startswith(f"{{{root}:1.") or not str(tag).endswith("}xliff"):
        text = _("The file is XML, but not XLIFF 1.2.")
        raise ValidationError(text, code="kind")
    safe = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    return str(etree.tostring(etree.fromstring(data, safe), encoding="unicode"))
