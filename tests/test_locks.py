"""The locks hold what pyproject.toml asks for, by hash, and say nothing of where it comes from."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LOCKS = ROOT / "deploy" / "requirements"
LIGHTHOUSE = ROOT / ".ci" / "lighthouse"
PIN = re.compile(r"^([a-z0-9.-]+(?:\[\w+\])?)==([^ ;]+)(?: ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def pins(name: str) -> dict[str, set[str]]:
    """The versions of each package in a lock; more than one where Pythons need different ones."""
    found: dict[str, set[str]] = {}
    for line in (LOCKS / name).read_text(encoding="utf-8").splitlines():
        if match := PIN.match(line):
            found.setdefault(match[1].partition("[")[0], set()).add(match[2])
    return found


def asked_for(*, development: bool) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = project["project"]["dependencies"]
    if development:
        lines = lines + project["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", ["production.txt", "development.txt"])
def test_a_lock_holds_pins_and_hashes_and_no_address(name: str) -> None:
    """A line with an address, a path or an option of pip is none of these."""
    strange = [
        line
        for line in (LOCKS / name).read_text(encoding="utf-8").splitlines()
        if not (PIN.match(line) or HASH.match(line) or line.lstrip().startswith("#"))
    ]
    assert strange == []
    assert "/" not in (LOCKS / name).read_text(encoding="utf-8").replace("deploy/requirements/", "")


@pytest.mark.parametrize(
    ("name", "development"), [("production.txt", False), ("development.txt", True)]
)
def test_a_lock_answers_every_requirement(name: str, development: bool) -> None:
    locked = pins(name)
    unanswered = [
        str(requirement)
        for requirement in asked_for(development=development)
        if not any(map(requirement.specifier.contains, locked.get(requirement.name.lower(), ())))
    ]
    assert unanswered == [], "run `make lock`"


def test_development_adds_to_production_and_changes_nothing() -> None:
    development = pins("development.txt")
    assert {name: development.get(name) for name in pins("production.txt")} == pins(
        "production.txt"
    )


def test_the_lock_of_lighthouse_holds_hashes_and_no_address() -> None:
    lock = json.loads((LIGHTHOUSE / "package-lock.json").read_text(encoding="utf-8"))
    asked = json.loads((LIGHTHOUSE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = {name: each for name, each in lock["packages"].items() if name}

    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert [name for name, each in packages.items() if "integrity" not in each] == []
    assert [name for name, each in packages.items() if "resolved" in each] == []
