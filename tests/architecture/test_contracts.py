"""Which room may know which: the contracts of pyproject.toml hold, and each of them would notice a breach."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LINTER = Path(sys.executable).with_name("lint-imports")

# One breach for each contract, so that a contract which notices nothing is found out.
BREACHES = {
    "Arrows point one way": ("rules/bad.py", "import cec_desktop.storage.room"),
    "Only ui and app know Qt": ("practice/bad.py", "import PySide6.QtCore"),
    "Only storage knows the database": ("practice/bad.py", "import sqlalchemy"),
    "Only reports know the PDF library": ("ui/bad.py", "import reportlab"),
    "Nothing but app opens the window": ("cli.py", "import cec_desktop.ui.room"),
    "Only ui, app, cli, commands and reports speak words": ("rules/bad.py", "import cec_desktop.i18n.room"),
    "The case file stands on nothing of ours": ("casefile/bad.py", "import cec_desktop.resources"),
    "Reports read no storage": ("reports/bad.py", "import cec_desktop.storage.room"),
    "No cycles between siblings": ("ui/one.py", "import cec_desktop.ui.two"),
}
ROOMS = ("casefile", "commands", "i18n", "practice", "reports", "rules", "storage", "ui")


def lint(folder: Path) -> str:
    command = [str(LINTER), "--no-logo", "--no-cache", "--config", str(ROOT / "pyproject.toml")]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


def write(path: Path, line: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with the real one's rooms and nothing in them."""
    folder = tmp_path_factory.mktemp("house")
    package = folder / "cec_desktop"
    for name in ("__init__", "app", "cli", "resources", "version"):
        write(package / f"{name}.py")
    for room in ROOMS:
        write(package / room / "__init__.py")
        write(package / room / "room.py")
    return folder


def test_the_program_keeps_its_contracts() -> None:
    report = lint(ROOT)
    assert " 0 broken." in report, report
    assert f"Contracts: {len(BREACHES)} kept" in report


def test_an_empty_house_keeps_them_too(house: Path) -> None:
    assert " 0 broken." in lint(house)


def test_every_contract_notices_its_breach(house: Path) -> None:
    for file, line in BREACHES.values():
        write(house / "cec_desktop" / file, line)
    write(house / "cec_desktop/ui/two.py", "import cec_desktop.ui.one")

    report = lint(house)

    assert [name for name in BREACHES if f"{name} BROKEN" not in report] == []
