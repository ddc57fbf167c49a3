"""A pytest plugin (`-p tests.browser.report`): the gates as a table, a row a page and language.

A cell is a tick, or the number of findings; "–" where a gate was skipped, blank where it was not
asked for. The findings and the reasons follow the table.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

import pytest

from tests.browser.gates import GateError

# In this order, as far as a run has them.
GATES = (
    *("axe", "HTML", "keyboard", "reflow", "text spacing", "forced colours", "reading", "console"),
    *("hosts", "cookies", "budget", "Lighthouse", "pictures"),
)
LONGEST = 300  # of a finding in the list; some hold the HTML of a whole table


@dataclass(slots=True)
class Cell:
    findings: list[str] = field(default_factory=list)
    passed: int = 0
    reason: str = ""

    def __str__(self) -> str:
        if self.findings:
            return str(len(self.findings))
        return "✓" if self.passed else "–"


@dataclass(slots=True)
class Table:
    """Cells by row and gate."""

    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)

    def add(self, row: str, gate: str, report: pytest.TestReport, found: list[str]) -> None:
        cell = self.cells.setdefault((row, gate), Cell())
        cell.findings += found
        if report.skipped and isinstance(report.longrepr, tuple):
            cell.reason = report.longrepr[2]
        cell.passed += report.passed and report.when == "call"

    def lines(self) -> Iterator[str]:
        rows = list(dict.fromkeys(row for row, _gate in self.cells))
        gates = [gate for gate in GATES if any(gate == seen for _row, seen in self.cells)]
        widths = [max(map(len, rows)), *map(len, gates)]
        for line in [["", *gates], *([row, *self._row(row, gates)] for row in rows)]:
            first, *others = (text.ljust(width) for text, width in zip(line, widths, strict=True))
            yield "  ".join([first, *others]).rstrip()

    def _row(self, row: str, gates: list[str]) -> list[str]:
        return [str(self.cells.get((row, gate), "")) for gate in gates]

    def findings(self) -> Iterator[str]:
        for (row, gate), cell in self.cells.items():
            for finding in cell.findings:
                yield f"{row}, {gate}: {finding}"

    def reasons(self) -> Iterator[str]:
        """Each once, with the pages it holds for."""
        rows: dict[tuple[str, str], list[str]] = {}
        for (row, gate), cell in self.cells.items():
            if cell.reason:
                rows.setdefault((gate, cell.reason), []).append(row)
        for (gate, reason), skipped in rows.items():
            yield f"{gate}: {reason.removeprefix('Skipped: ')} ({', '.join(skipped)})"


class Reporter:
    """Gathers what the tests of the gates found."""

    def __init__(self) -> None:
        self.table = Table()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        mark = item.get_closest_marker("gate")
        callspec = getattr(item, "callspec", None)
        if mark and callspec and "shown" in callspec.params:
            page, language = callspec.params["shown"]
            found = _found(item, call) if report.failed else []
            self.table.add(f"{page.name}-{language}", mark.args[0], report, found)
        return report

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self.table.cells:
            return
        terminalreporter.section("public pages and their gates")
        for line in self.table.lines():
            terminalreporter.write_line(line)
        for title, lines in (
            ("Findings", list(self.table.findings())),
            ("Skipped", list(self.table.reasons())),
        ):
            if lines:
                terminalreporter.write_line(f"\n{title}:")
            for line in lines:
                terminalreporter.write_line(line)


def _found(item: pytest.Item, call: pytest.CallInfo[None]) -> list[str]:
    """The findings of a failed test, each with the test; whatever else goes wrong counts as one."""
    error = call.excinfo.value if call.excinfo else None
    texts = error.found if isinstance(error, GateError) else [repr(error)]
    return [f"{item.name}: {' '.join(text.split())[:LONGEST]}" for text in texts]


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Reporter(), "gates")
