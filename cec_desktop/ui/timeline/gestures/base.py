"""What every drag on the timeline is: it says what would be, and changes nothing itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar, Protocol

from PySide6.QtCore import Qt

from cec_desktop.casefile.edits import Edit
from cec_desktop.ui.timeline.bars import Key, Lane
from cec_desktop.ui.timeline.scale import Scale
from cec_desktop.ui.timeline.snapping import Snapped, Target


class Act(Enum):
    """What a drag does, for the words of the readout."""

    DRAWN = "drawn"
    DATED = "dated"
    MOVED = "moved"
    START_MOVED = "start moved"
    END_MOVED = "end moved"
    APPLICATION_MOVED = "application moved"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be if the drag ended here.

    ``first`` and ``after`` are the new days as boundaries, ``old`` the days before. ``edge`` is the boundary
    the guide stands on, ``shown`` the day the axis says for it.
    """

    edit: Edit
    act: Act
    key: Key | None
    lane: Lane | None
    first: int
    after: int
    old: tuple[int, int] | None
    edge: int
    shown: date
    target: Target | None = None
    others: tuple[Key, ...] = ()
    """Entries that go along, by as many days."""

    @property
    def unchanged(self) -> bool:
        """Whether nothing would change."""
        return self.old == (self.first, self.after)


class Stage(Protocol):
    """What a gesture may do."""

    @property
    def scale(self) -> Scale:
        """The scale of the view now."""

    def snap(
        self, edges: Collection[int], moved: float, ignored: Collection[Hashable], *, free: bool
    ) -> Snapped:
        """Draw moving boundaries to days near them; see ``SnapModel.snap``."""

    def propose(self, proposal: Proposal | None) -> None:
        """Show what would be; None takes it back."""

    def commit(self) -> None:
        """Ask for what was proposed last."""

    def show(self, scale: Scale) -> None:
        """Move the view."""


class Gesture(ABC):
    """One drag from press to release. Places are pixels from the left end of the lanes."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.ArrowCursor
    scrolls: ClassVar[bool] = True
    """Whether the view moves on when the pointer waits at its edge."""

    @abstractmethod
    def move(self, stage: Stage, x: float, *, free: bool) -> None:
        """The pointer moved; `free` means that nothing is to be snapped to."""

    def release(self, stage: Stage) -> None:
        """The button was let go."""
        stage.commit()

    def cancel(self, stage: Stage) -> None:
        """The drag was taken back."""
        stage.propose(None)
