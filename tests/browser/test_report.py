"""The table of `make check-web`: ticks, numbers of findings, what was skipped and why."""

import pytest

from tests.browser.report import Table


def report(outcome: str, reason: str = "") -> pytest.TestReport:
    longrepr = ("test.py", 1, f"Skipped: {reason}") if reason else None
    when = "setup" if reason else "call"
    return pytest.TestReport("test", ("test.py", 1, "test"), {}, outcome, longrepr, when)  # type: ignore[arg-type] # as pytest itself does


def test_a_cell_is_a_tick_or_the_number_of_findings() -> None:
    table = Table()
    table.add("home-pl", "axe", report("passed"), [])
    table.add("home-pl", "hosts", report("passed"), [])
    table.add("year-en", "axe", report("failed"), ["phone: image-alt", "phone: label"])
    table.add("year-en", "axe", report("passed"), [])

    assert list(table.lines()) == [
        "         axe  hosts",
        "home-pl  ✓    ✓",
        "year-en  2",
    ]
    assert list(table.findings()) == [
        "year-en, axe: phone: image-alt",
        "year-en, axe: phone: label",
    ]


def test_a_gate_that_was_skipped_says_once_why() -> None:
    table = Table()
    for row in ("home-pl", "home-en", "year-pl"):
        table.add(row, "Lighthouse", report("skipped", "Node is not installed"), [])

    assert [line.split() for line in table.lines()][1:] == [
        ["home-pl", "–"],
        ["home-en", "–"],
        ["year-pl", "–"],
    ]
    assert list(table.reasons()) == [
        "Lighthouse: Node is not installed (home-pl, home-en, year-pl)"
    ]
