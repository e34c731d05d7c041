"""Renew the lock files: `packaging/lock.txt` (to run) and `packaging/lock-dev.txt` (to run and to check).

Both pin every package, those that others need included, with the hashes of all its files, so that one lock
serves every platform and Python that the project supports. No index, address or host is written into them:
which index is used is the choice of whoever installs.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
RUN: Final = ROOT / "packaging" / "lock.txt"
CHECK: Final = ROOT / "packaging" / "lock-dev.txt"

_HEADER: Final = "# Renewed by `make lock` from pyproject.toml; not edited by hand.\n"
_OPTIONS: Final = (
    "--quiet",
    "--no-config",
    "--upgrade",
    "--allow-unsafe",
    "--generate-hashes",
    "--strip-extras",
    "--no-annotate",
    "--no-header",
    "--no-emit-find-links",
    "--no-emit-index-url",
    "--no-emit-options",
    "--no-emit-trusted-host",
)
# A pinned package, followed by nothing but hashes of its files.
_ENTRY: Final = re.compile(r"^[a-z0-9.-]+==[^\s;]+(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n", re.MULTILINE)


def compiled(requirements: list[str], pins: str = "") -> str:
    """Return the lock of some requirements, agreeing with the pins of another lock.

    Raises:
        subprocess.CalledProcessError: the requirements cannot be met together.
        ValueError: the outcome holds something else than pins and hashes.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wanted, constraints, output = folder / "wanted.in", folder / "pins.txt", folder / "lock.txt"
        wanted.write_text("\n".join([f"-c {constraints.name}", *requirements]), encoding="utf-8")
        constraints.write_text("\n".join(re.findall(r"^\S+==\S+", pins, re.MULTILINE)), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "piptools",
            "compile",
            *_OPTIONS,
            f"--output-file={output}",
            str(wanted),
        ]
        subprocess.run(command, check=True, cwd=folder)
        return checked(output.read_text(encoding="utf-8"))


def checked(text: str) -> str:
    """Return a lock without its comments.

    Raises:
        ValueError: it holds something else than pins and hashes.
    """
    text = re.sub(r"^(#.*)?\n", "", text, flags=re.MULTILINE)
    rest = _ENTRY.sub("", text).strip()
    if rest:
        raise ValueError(f"a lock holds pins and hashes alone, not: {rest}")
    return text


def main() -> int:
    """Write both lock files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run = compiled(project["dependencies"])
    check = compiled(project["dependencies"] + project["optional-dependencies"]["dev"], pins=run)
    RUN.write_text(_HEADER + run, encoding="utf-8")
    CHECK.write_text(_HEADER + check, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
