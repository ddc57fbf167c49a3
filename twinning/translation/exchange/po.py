"""Gettext PO by the translate-toolkit: for tools that read nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from time import strftime
from typing import Any

from translate.storage import pypo

from twinning.translation.exchange.unit import Returned, Unit, read_reference
from twinning.translation.states import State

PROJECT = "Partner cities"


def write(units: Iterable[Unit], source: str, target: str) -> bytes:
    store: Any = pypo.pofile()
    store.updateheader(
        add=True,
        Project_Id_Version=PROJECT,
        PO_Revision_Date=strftime("%Y-%m-%d %H:%M%z"),
        Last_Translator="",
        Language_Team="",
        Language=target,
        X_Source_Language=source,
        MIME_Version="1.0",
        Content_Type="text/plain; charset=UTF-8",
        Content_Transfer_Encoding="8bit",
    )
    for unit in units:
        store.addunit(_written(unit))
    return bytes(store)


def _written(unit: Unit) -> Any:
    written: Any = pypo.pounit(unit.source)
    written.target = unit.target
    written.setcontext(str(unit.place))  # two entries may say the same
    written.addlocation(unit.reference)
    for note in unit.notes:
        written.addnote(note, origin="developer")
    if unit.state is State.OUTDATED:
        written.markfuzzy()
    return written


def read(data: bytes) -> tuple[str, str, list[Returned]]:
    """Its languages, empty where the header doesn't tell, and units."""
    reader: Any = pypo.pofile
    store = reader.parsestring(data)
    header = store.parseheader()
    units = [_read(unit) for unit in store.units if _is_text(unit)]
    return header.get("X-Source-Language", ""), header.get("Language", ""), units


def _is_text(unit: Any) -> bool:
    return not (unit.isheader() or unit.isobsolete() or unit.isblank())


def _read(unit: Any) -> Returned:
    candidates = [*unit.getlocations(), unit.getcontext()]
    returned = read_reference(candidates, str(unit.source), str(unit.target or ""))
    return replace(returned, is_unfinished=unit.isfuzzy())
