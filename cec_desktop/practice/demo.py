"""The demonstration: a throw-away casebook of invented clients under a passphrase everybody may know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from cec_desktop.practice.office import Office
from cec_desktop.practice.places import SUFFIX
from cec_desktop.resources import resource
from cec_desktop.storage.author import Author

DEMO_PASSPHRASE = "demo"  # published: the clients are invented and the casebook is thrown away


def demo_files() -> tuple[Path, ...]:
    """The invented client files that come with the program."""
    return tuple(sorted(resource("demo").glob("*.json")))


def open_demo(folder: Path, author: Author, today: Callable[[], date] = date.today) -> Office:
    """A new casebook in a folder, which the caller throws away, with every invented client in it.

    Raises:
        CasebookError: it cannot be made there.
    """
    office = Office.create(folder / f"demonstration{SUFFIX}", DEMO_PASSPHRASE, author, today)
    done = False
    try:
        office.import_files(demo_files())
        done = True
    finally:
        if not done:
            office.close()
    return office
