"""The lock files pin everything with hashes, name no index and agree with pyproject.toml and each other."""

import re
import tomllib

import lock
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PINNED = re.compile(r"^([a-z0-9.-]+)==(\S+)", re.MULTILINE)
RUN = lock.RUN.read_text(encoding="utf-8")
CHECK = lock.CHECK.read_text(encoding="utf-8")


def pins(text: str) -> dict[str, Version]:
    return {canonicalize_name(name): Version(version) for name, version in PINNED.findall(text)}


def wanted(extra: str | None = None) -> list[Requirement]:
    project = tomllib.loads((lock.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + (project["optional-dependencies"][extra] if extra else [])
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("text", [RUN, CHECK], ids=["run", "check"])
def test_a_lock_holds_pins_with_hashes_and_nothing_else(text: str) -> None:
    for block in re.split(r"\n(?=[a-z])", text)[1:]:
        first, *hashes = block.rstrip("\n").split(" \\\n")
        assert PINNED.fullmatch(first)
        assert hashes
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}", line) for line in hashes)


@pytest.mark.parametrize(("text", "extra"), [(RUN, None), (CHECK, "dev")], ids=["run", "check"])
def test_a_lock_meets_every_requirement_of_the_project(text: str, extra: str | None) -> None:
    pinned = pins(text)
    unmet = [
        line for line in wanted(extra) if not line.specifier.contains(pinned[canonicalize_name(line.name)])
    ]
    assert unmet == []


def test_the_lock_to_check_holds_the_lock_to_run_whole() -> None:
    assert pins(RUN).items() <= pins(CHECK).items()


@pytest.mark.parametrize(
    "stray",
    ["--extra-index-url somewhere\n", "--find-links somewhere\n", "unpinned>=1\n", "nohash==1.0\n"],
)
def test_anything_but_pins_with_hashes_is_refused(stray: str) -> None:
    with pytest.raises(ValueError, match="pins and hashes alone"):
        lock.checked(RUN + stray)


def test_comments_are_left_out() -> None:
    assert lock.checked("# a word\n\nname==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n").startswith(
        "name==1.0 "
    )
