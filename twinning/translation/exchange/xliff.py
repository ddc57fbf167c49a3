"""XLIFF 1.2 by the translate-toolkit, whose own class writes 1.1."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from translate.misc.xml_helpers import valid_chars_only
from translate.storage import xliff

from twinning.translation.exchange.unit import Returned, Unit, read_reference
from twinning.translation.states import State

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
TYPES = {False: "plaintext", True: "htmlbody"}
NEEDS_WORK, DONE = "needs-adaptation", "translated"


class Xliff12Unit(xliff.xliffunit):
    namespace = NAMESPACE


class Xliff12File(xliff.xlifffile["Xliff12Unit"]):
    namespace = NAMESPACE
    UnitClass = Xliff12Unit
    XMLskeleton = f"""<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="{NAMESPACE}">
<file original="NoName" source-language="xx" datatype="plaintext"><body></body></file>
</xliff>"""


def write(units: Iterable[Unit], source: str, target: str) -> bytes:
    store: Any = Xliff12File(sourcelanguage=source, targetlanguage=target)
    for [file] in [store.document.getroot().getchildren()]:
        file.set("original", "translations")
    for unit in units:
        store.addunit(_written(unit))
    return bytes(store)


def _written(unit: Unit) -> Any:
    written: Any = Xliff12Unit(valid_chars_only(unit.source))
    written.setid(str(unit.place))
    element = written.xmlelement
    element.set("datatype", TYPES[unit.is_rich])
    if unit.max_length:
        element.set("maxwidth", str(unit.max_length))
        element.set("size-unit", "char")
    if unit.target:
        written.target = valid_chars_only(unit.target)
        is_done = unit.state is not State.OUTDATED
        written.markapproved(is_done)
        written.get_target_dom().set("state", DONE if is_done else NEEDS_WORK)
    written.createcontextgroup("place", [("sourcefile", unit.reference)], purpose="location")
    for note in unit.notes:
        written.addnote(valid_chars_only(note), origin="developer")
    return written


def read(data: bytes) -> tuple[str, str, list[Returned]]:
    """Its languages and units. The data has passed `safety.safe_xml`."""
    reader: Any = xliff.xlifffile
    store = reader.parsestring(data)
    units = [_read(unit) for unit in store.units if not unit.isheader()]
    return store.sourcelanguage or "", store.targetlanguage or "", units


def _read(unit: Any) -> Returned:
    element = unit.xmlelement
    names = [element.get("resname") or "", element.get("id") or ""]
    returned = read_reference([*unit.getlocations(), *names], unit.source or "", unit.target or "")
    target = unit.get_target_dom()
    state = "" if target is None else target.get("state") or ""
    return replace(returned, is_unfinished=state == "new" or state.startswith("needs-"))
