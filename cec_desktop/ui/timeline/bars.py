"""What the timeline shows of a file: bars in lanes, entries without a day, the window. Values without pixels.

Days are boundaries (see ``scale``): a stretch reaches from ``first`` to ``after``, the boundary after its
last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import NamedTuple

from cec_desktop.casefile.dates import Edge
from cec_desktop.rules.findings import Reason
from cec_desktop.ui.patterns import Fill


class Lane(IntEnum):
    """The lanes from top to bottom."""

    STATUS = 0
    WORK = 1
    STUDY = 2
    TESTS = 3

    @property
    def list_name(self) -> str:
        """The list of the case file that stands in the lane."""
        return ("statuses", "jobs", "studies", "language_tests")[self]

    @property
    def token(self) -> str:
        """The name of its colour, and of its icon."""
        return ("status", "work", "study", "tests")[self]


def lane_of(list_name: str) -> Lane | None:
    """The lane of a list; None for lists that stand in none."""
    return next((lane for lane in Lane if lane.list_name == list_name), None)


class Key(NamedTuple):
    """Which entry of the file something is."""

    list_name: str
    item_id: str


class Dress(StrEnum):
    """How a bar that is not work is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    """Held by another's force: maintained status."""
    HOLLOW = "hollow"
    """Without force: part-time study, expired test."""
    GAP = "gap"
    """Nothing is entered for these days."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of a bar that fare alike; ``fill`` is None where the bar's dress says everything."""

    first: int
    after: int
    fill: Fill | None
    reasons: tuple[Reason, ...] = ()
    hours: Fraction = Fraction(0)
    leave: int | None = None
    """The number of the job's leave that cuts these days out."""
    why: str = ""
    """Why these days do not count, in a word or two."""

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.after - self.first


class Pay(NamedTuple):
    """Hours of a stretch as they were paid: how many a week."""

    first: int
    after: int
    weekly: float


@dataclass(frozen=True, slots=True)
class Names:
    """The words of a bar, longest form first.

    ``note`` stands after the name with ``joint`` between; an ``aside`` stands at the bar's far end, only
    where there is room. ``past`` and ``coming`` name the bar at the view's edge when it lies outside.
    """

    name: str
    short: str = ""
    note: str = ""
    joint: str = " · "
    aside: str = ""
    past: str = ""
    coming: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The name, and its short form where it has one."""
        return (self.name, self.short) if self.short and self.short != self.name else (self.name,)

    def joined(self, name: str) -> str:
        """A form of the name with the note."""
        return f"{name}{self.joint}{self.note}" if self.note else name


@dataclass(frozen=True, slots=True)
class Bar:
    """An entry of the file in its lane.

    ``start`` and ``end`` are the entry's own edges; ``first`` and ``after`` the days drawn. ``goes_on``:
    without a last day. ``said`` is its accessible name.
    """

    lane: Lane
    key: Key
    first: int
    after: int
    start: Edge | None
    end: Edge | None
    names: Names
    said: str
    dress: Dress = Dress.SOLID
    stretches: tuple[Stretch, ...] = ()
    goes_on: bool = False
    marked: bool = False
    """A diamond on the first day and a tick after the last: a test result."""
    pays: tuple[Pay, ...] = ()
    """Hours that vary, in order of time, to be drawn as a small chart."""

    @property
    def movable(self) -> bool:
        """Whether it is an entry that can be changed; a gap is none."""
        return self.dress is not Dress.GAP


@dataclass(frozen=True, slots=True)
class Chip:
    """An entry without a start: it stands in the tray until it has a day."""

    lane: Lane
    key: Key
    text: str
    said: str
    end: Edge | None = None
    """The last day, where at least that is known."""
    leave: int | None = None
    """The number of the leave of the job ``key`` that lacks its day; None where it is the entry itself."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything the timeline shows of a file on a day."""

    file_number: str
    on: date
    today: date
    on_fixed: bool
    """The application was received: its day is a fact."""
    window: tuple[int, int] | None
    window_months: int
    bars: tuple[Bar, ...]
    chips: tuple[Chip, ...]
    counted: Fraction | None

    def in_lane(self, lane: Lane) -> tuple[Bar, ...]:
        """The bars of a lane, in order of time."""
        return tuple(bar for bar in self.bars if bar.lane is lane)

    def find(self, key: Key | None) -> Bar | None:
        """The bar of an entry; None when it has none."""
        return next((bar for bar in self.bars if bar.key == key), None)
