"""What the timeline shows, as days and words: lanes, bars, and how each stretch of work fares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cec_desktop.rules.findings import Span


class Fill(StrEnum):
    """How days of work fare, and so how they are filled."""

    COUNTS = "counts"
    PROJECTED = "projected"
    NOT_COUNTED = "not_counted"
    NOT_KNOWN = "not_known"
    OUTSIDE = "outside"


class Edge(StrEnum):
    """How a bar that is not work is drawn: in force, in force by another's force, or no longer in force."""

    SOLID = "solid"
    DASHED = "dashed"
    HOLLOW = "hollow"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of a job that fare alike."""

    start: date
    end: date
    fill: Fill


@dataclass(frozen=True, slots=True)
class Bar:
    """A period in a lane; ``end`` None goes on. Names stand in the document's order of languages.

    A job has a ``number`` (its row in the table of work) and its stretches instead of a name.
    """

    start: date
    end: date | None
    names: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    edge: Edge = Edge.SOLID
    number: int | None = None
    hours: str = ""
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of periods; ``kind`` is ``status``, ``work``, ``study`` or ``tests``."""

    kind: str
    names: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything drawn: the application's day, the window before it, the lanes, and words for the legend.

    ``ends`` are further days that should be in sight, such as the last day of membership.
    """

    on: date
    today: date
    window: Span | None
    window_label: str
    lanes: tuple[Lane, ...]
    legend: Mapping[Fill, str]
    ends: tuple[date, ...] = ()
