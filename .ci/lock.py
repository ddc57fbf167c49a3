"""Resolve pyproject.toml into the two hash-pinned locks in deploy/requirements (`make lock`)."""

import subprocess
import sys
from pathlib import Path

LOCKS = Path("deploy/requirements")
UV = [
    *(str(Path(sys.executable).parent / "uv"), "pip", "compile", "pyproject.toml"),
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"),
    # One version of each package, whatever the Python: tests on 3.11 then speak for all.
    *("--fork-strategy", "fewest"),
    # The locks name packages and their hashes and leave open where they come from.
    *("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "make lock"),
]

LOCKS.mkdir(parents=True, exist_ok=True)
production, development = LOCKS / "production.txt", LOCKS / "development.txt"
upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
subprocess.run([*UV, *upgrade, "--output-file", production], check=True)
# Development adds to production and never differs from it.
subprocess.run(
    [*UV, *upgrade, "--group", "dev", "--constraint", production, "--output-file", development],
    check=True,
)
