"""One drag at a time: starts a gesture, shows what it proposes, asks for the edit when it is let go."""

from __future__ import annotations

import gc
from collections.abc import Collection, Hashable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from cec_desktop.casefile.problems import EditRefused
from cec_desktop.rules.validation import checked_edit
from cec_desktop.ui.timeline.bars import Key
from cec_desktop.ui.timeline.gestures.base import Act
from cec_desktop.ui.timeline.scene import Ghost, Guide
from cec_desktop.ui.timeline.throttle import Throttle

if TYPE_CHECKING:
    from cec_desktop.casefile.edits import Edit
    from cec_desktop.ui.timeline.board import Board
    from cec_desktop.ui.timeline.gestures.base import Gesture, Proposal
    from cec_desktop.ui.timeline.scale import Scale
    from cec_desktop.ui.timeline.snapping import Snapped
    from cec_desktop.ui.timeline.zooming import Zoomer

FRAME: Final = 16
"""Milliseconds between two previews."""
_EDGE: Final = 24.0
"""How near to the view's edge the pointer moves the view on."""
_FASTEST: Final = 14.0
"""Pixels a frame at most."""
_NEW: Final = (Act.DRAWN, Act.DATED)
"""What puts a bar on the lanes that was not there before."""


class Drags(QObject):
    """The drag that lasts, if one does; the stage its gesture plays on."""

    edit_requested = Signal(object)
    preview_requested = Signal(object)
    changed = Signal()
    """What is proposed changed: repaint, and say it in the readout."""
    drawn = Signal(str, str)
    """A period was drawn and asked for."""

    def __init__(self, parent: QObject, board: Board, zoomer: Zoomer) -> None:
        super().__init__(parent)
        self._board = board
        self._zoomer = zoomer
        self._previews: Throttle[Edit] = Throttle(self, FRAME, self._preview)
        self._previewing = False
        self._speaking = False
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._scroll_on)
        self._x = self._pressed = 0.0
        self._free = False
        self.snapping = True
        self.proposing = False
        """Whether a move of the pointer is just being answered."""
        self.gesture: Gesture | None = None
        self.proposal: Proposal | None = None
        self.refusal = ""

    @property
    def active(self) -> bool:
        """Whether a drag lasts."""
        return self.gesture is not None

    def begin(self, gesture: Gesture, x: float, *, free: bool) -> None:
        """Start a gesture with the pointer at a place of the lanes."""
        self.gesture = gesture
        self._pressed = x
        gc.disable()  # a collection takes longer than a frame
        self._board.keep_rows()
        self.move(x, free=free)

    def move(self, x: float, *, free: bool) -> None:
        """The pointer moved."""
        if self.gesture is None:
            return
        self._x, self._free = x, free
        self.gesture.move(self, x, free=free)
        self._wait_at_edge()

    def release(self) -> None:
        """The button was let go."""
        gesture, self.gesture = self.gesture, None
        self._timer.stop()
        if gesture is not None:
            gesture.release(self)
            self._end()

    def interrupt(self) -> bool:
        """The file changed by another hand: what is being dragged, or about to be, may be there no more.

        False when it was the drag itself that spoke.
        """
        if self._speaking:
            return False
        if self.active:
            self.gesture = None
            self._timer.stop()
            self._previews.drop()
            self._previewing = False
            self._end()
        return True

    def cancel(self) -> None:
        """The drag was taken back."""
        gesture, self.gesture = self.gesture, None
        self._timer.stop()
        if gesture is not None:
            gesture.cancel(self)
            self._end()

    # The stage

    @property
    def scale(self) -> Scale:
        """The scale of the view now."""
        return self._board.scale

    def snap(
        self, edges: Collection[int], moved: float, ignored: Collection[Hashable], *, free: bool
    ) -> Snapped:
        """Draw moving boundaries to days near them, unless snapping is off."""
        return self._board.snap(edges, moved, ignored, free=free or not self.snapping)

    def propose(self, proposal: Proposal | None) -> None:
        """Show what would be; what would be refused is shown with its reason instead."""
        if proposal is None:
            self._unselect_drawn()
        self.proposal = proposal
        self.refusal = "" if proposal is None else self._refusal(proposal)
        self.proposing = True
        if proposal is None or self.refusal:
            self._take_back()
        else:
            self._previews.put(proposal.edit)
        self.proposing = False
        self._mark()
        self.changed.emit()

    def commit(self) -> None:
        """Ask for what was proposed, unless it would change nothing or be refused."""
        self._unselect_drawn()
        proposal, refused = self.proposal, bool(self.refusal)
        self.proposal = None
        self._take_back()
        if proposal is None or refused or proposal.unchanged:
            return
        self.edit_requested.emit(proposal.edit)
        if proposal.act in _NEW and proposal.key is not None:
            self.drawn.emit(*proposal.key)

    def show(self, scale: Scale) -> None:
        """Move the view."""
        self._zoomer.show(scale)

    def remark(self) -> None:
        """What is shown changed: mark it again."""
        if self.proposal is not None:
            self._mark()

    def _end(self) -> None:
        gc.enable()
        self.proposal, self.refusal = None, ""
        self._board.least_rows = {}
        self._board.mark(ghosts=(), guide=None, drawn=None, refused=None)
        self._board.change()
        self.changed.emit()

    def _refusal(self, proposal: Proposal) -> str:
        if self._board.base is None:
            return ""
        try:
            checked_edit(proposal.edit, self._board.base.view.case)
        except EditRefused as error:
            return "; ".join(self._board.words.message(problem.message) for problem in error.problems)
        return ""

    def _preview(self, edit: Edit) -> None:
        self._previewing = True
        self.preview_requested.emit(edit)

    def _take_back(self) -> None:
        self._previews.drop()
        if self._previewing:
            self._previewing = False
            self._speaking = True
            self.preview_requested.emit(None)
            self._speaking = False

    def _unselect_drawn(self) -> None:
        """What was being drawn stood out as if it were selected; whether it is, the window says."""
        if self.proposal is not None and self.proposal.act in _NEW:
            self._board.mark(selected=None)

    def _mark(self) -> None:
        proposal = self.proposal
        if proposal is None or self._board.base is None:
            self._board.mark(ghosts=(), guide=None, drawn=None, refused=None)
            return
        moved = self._ghost(proposal, proposal.first, proposal.after)
        shown = self._board.bar(proposal.key)
        preview = self._board.shown is not None and self._board.shown.view.preview
        if proposal.act in _NEW:
            self._board.mark(selected=proposal.key, others=frozenset())
        self._board.mark(
            ghosts=() if proposal.unchanged else tuple(self._old(proposal)),
            guide=self._guide(proposal),
            drawn=moved if not self.refusal and not (shown and preview) else None,
            refused=moved if self.refusal else None,
        )

    def _ghost(self, proposal: Proposal, first: int, after: int) -> Ghost | None:
        if proposal.lane is None or self._board.base is None:
            return None
        bar = self._board.base.chart.find(proposal.key)
        row = 0 if bar is None else self._board.base.plan.row(bar)
        return Ghost(proposal.lane, row, first, after)

    def _old(self, proposal: Proposal) -> Iterator[Ghost]:
        """Where what is dragged was."""
        if proposal.old is not None and (ghost := self._ghost(proposal, *proposal.old)) is not None:
            yield ghost
        base = self._board.base
        for key in proposal.others if base is not None else ():
            bar = None if base is None else base.chart.find(key)
            if base is not None and bar is not None:
                yield Ghost(bar.lane, base.plan.row(bar), bar.first, bar.after)

    def _guide(self, proposal: Proposal) -> Guide:
        target = proposal.target
        met = target.owner if target is not None and isinstance(target.owner, Key) else None
        return Guide(proposal.edge, proposal.shown, met, target is not None)

    def _wait_at_edge(self) -> None:
        scrolls = self.gesture is not None and self.gesture.scrolls and self._speed() != 0
        if scrolls and not self._timer.isActive():
            self._timer.start()
        elif not scrolls:
            self._timer.stop()

    def _speed(self) -> float:
        """Pixels a frame the view moves on; only towards an edge the pointer was moved to."""
        width = self._zoomer.lanes_width
        if self._x < min(_EDGE, self._pressed):
            return -min(_FASTEST, (_EDGE - self._x) / 2)
        if self._x > max(width - _EDGE, self._pressed):
            return min(_FASTEST, (self._x - width + _EDGE) / 2)
        return 0.0

    def _scroll_on(self) -> None:
        self._zoomer.pan(self._speed())
        self.move(self._x, free=self._free)
