"""What `pip install .` gives: a program that works far from the checkout, with all it needs inside."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import catalogues
from cec_desktop.version import VERSION
from tests.conftest import ROOT

# What the installed program finds, asked from inside it.
QUESTION = """
import gettext, importlib.metadata, json, pathlib
import cec_desktop.resources as found
catalogue = {
    path.parts[-3]: path.stat().st_size for path in found.translations().rglob("cec_desktop.mo")
    if gettext.translation("cec_desktop", found.translations(), [path.parts[-3]])
}
files = sorted(str(p.relative_to(found.resource())) for p in found.resource().rglob("*") if p.is_file())
print(json.dumps({
    "place": found.__file__,
    "version": importlib.metadata.version("cec-desktop"),
    "files": files,
    "catalogue": catalogue,
}))
"""


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=kept, capture_output=True, text=True, check=False
    )


def size(folder: Path, language: str) -> int:
    return (folder / language / "LC_MESSAGES" / "cec_desktop.mo").stat().st_size


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    outcome = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a virtual environment that has the wheel, and borrows all else from this one."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, with_pip=False)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (wheel,) = built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python")]
    outcome = run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    assert outcome.returncode == 0, outcome.stderr
    return folder / "bin"


def test_the_source_archive_holds_what_a_developer_needs(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    wanted = {"Makefile", "packaging/lock.txt", "packaging/build_hook.py", "tests/conftest.py", "LICENSE"}
    assert wanted <= names
    assert not any(name.endswith((".mo", ".pyc")) for name in names)


def test_the_wheel_holds_no_tests_and_no_tools(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        tops = {name.partition("/")[0] for name in file.namelist()}
    assert tops == {"cec_desktop", f"cec_desktop-{VERSION}.dist-info"}


def test_resources_and_catalogues_are_found_where_the_wheel_is_installed(
    installed: Path, tmp_path: Path
) -> None:
    outcome = run(installed / "python", "-c", QUESTION, cwd=installed.parent)
    assert outcome.returncode == 0, outcome.stderr
    answer = json.loads(outcome.stdout)

    assert Path(answer["place"]).is_relative_to(installed.parent)
    assert answer["version"] == VERSION
    resources = ROOT / "resources"
    assert answer["files"] == sorted(
        str(p.relative_to(resources)) for p in resources.rglob("*") if p.is_file()
    )
    catalogues.compile_all(catalogues.Checkout(ROOT), into=tmp_path)
    compiled = {language: size(tmp_path, language) for language in catalogues.LANGUAGES}
    assert answer["catalogue"] == compiled


def test_the_installed_command_explains_itself(installed: Path) -> None:
    outcome = run(installed / "cec-desktop", "--help", cwd=installed.parent)
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert "assess" in outcome.stdout
