"""Rules of the house that no linter knows."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "cec_desktop"
LONGEST_FILE = 700

# What is imported under another name than it is installed by, and what comes along with another package.
DISTRIBUTIONS = {
    "PySide6": "pyside6-essentials",
    "shiboken6": "pyside6-essentials",
    "pydantic_core": "pydantic",
}
HEAVY = ("PySide6", "alembic", "reportlab", "sqlalchemy", "sqlcipher3")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The top names of everything a module imports, at its head or later."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_init_files_are_empty() -> None:
    assert [
        path for path in modules() if path.name == "__init__.py" and path.read_text(encoding="utf-8")
    ] == []


def test_no_file_is_too_long() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_package_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=~!]", line)[0].lower() for line in project["dependencies"]}
    foreign = set().union(*map(imported, modules())) - sys.stdlib_module_names - {"cec_desktop"}

    assert {DISTRIBUTIONS.get(name, name).lower() for name in foreign} - declared == set()


def test_the_command_line_starts_without_what_is_heavy() -> None:
    program = "import sys, cec_desktop.cli; print(*(name for name in sys.argv[1:] if name in sys.modules))"
    command = [sys.executable, "-c", program, *HEAVY]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
