"""Who makes a change, and where: kept with every change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """The named person at the desk and the machine they sit at."""

    name: str
    machine: str
