"""The three views of an open file: what the window asks of each, and the one place that makes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QByteArray, SignalInstance
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.practice.view import CaseView
    from cec_desktop.storage.difference import Json
    from cec_desktop.ui.theme import Theme


class FileView(Protocol):
    """A widget that shows an open file; it changes nothing itself."""

    edit_requested: SignalInstance
    """An edit to make."""
    preview_requested: SignalInstance
    """An edit to show without making it; None ends that."""
    selection_requested: SignalInstance
    """The list and id of an entry to select; both empty for none."""

    def display(self, view: CaseView) -> None:
        """Show a file and what is said of it."""

    def select(self, list_name: str, item_id: str) -> None:
        """Show which entry is selected."""

    def set_words(self, words: Words) -> None:
        """Speak another language."""

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""


class TimelineLike(FileView, Protocol):
    """The timeline."""

    open_requested: SignalInstance
    """The list and id of an entry whose form should open."""
    add_requested: SignalInstance
    """The list an entry should be added to, with its first and last day where they are given."""
    weeks_requested: SignalInstance
    """The id of the job whose week-by-week ledger should open."""

    def set_folded(self, folded: bool) -> None:
        """Fold to the overview, or show the lanes again."""

    def act(self, act: str) -> None:
        """Press a button of the toolbar: ``zoom_in``, ``fit_life``, ``snap``, and the like."""

    condition_pointed: SignalInstance
    """The id of the condition that decides what is pointed at, empty for none."""

    def highlight_condition(self, condition_id: str | None) -> None:
        """Light the stretches a condition decided and dim the rest; None or empty ends it."""


class TablesLike(FileView, Protocol):
    """The tables with their forms."""

    unsaved_changed: SignalInstance
    """What is typed and not saved is other than before."""

    def unsaved(self) -> dict[str, Json]:
        """What is typed and not saved, as plain values; empty when there is nothing."""

    def put_unsaved(self, raw: Mapping[str, Json]) -> list[str]:
        """Put back what :meth:`unsaved` gave; returns where it belongs, in words."""

    def show_unsaved(self) -> None:
        """Go to the first words that are not saved."""

    def drop_unsaved(self) -> None:
        """Throw away what is typed and not saved."""

    def flush(self) -> bool:
        """Save what is typed; False when some of it is wrong and stays."""

    def add(self, list_name: str = "") -> None:
        """Begin a new entry of a list."""

    def open_entry(self, list_name: str, item_id: str) -> None:
        """Bring the keyboard into the form of an entry."""

    def show_place(self, place: str) -> bool:
        """Go to the field of a place; False when there is none."""

    def show_weeks(self, job_id: str = "") -> None:
        """Open the week-by-week ledger of a job."""

    def save_state(self) -> QByteArray:
        """What to remember of the tables for the next start."""

    def restore_state(self, state: QByteArray) -> None:
        """Take over what was remembered."""


class PanelLike(FileView, Protocol):
    """The eligibility panel."""

    fact_requested: SignalInstance
    """The place of a fact to go to."""
    condition_selected: SignalInstance
    """The id of the condition whose days should be lit, empty for none."""

    def point_at(self, condition_id: str) -> None:
        """Mark a condition and bring it into sight; empty takes the mark away."""


@dataclass(frozen=True, slots=True)
class FileViews:
    """The views of one open file."""

    timeline: TimelineLike
    tables: TablesLike
    panel: PanelLike

    def all(self) -> tuple[FileView, FileView, FileView]:
        """All three, in the order the focus goes round."""
        return self.timeline, self.tables, self.panel


ViewMaker = Callable[["Words", "Theme"], FileViews]


def widget_of(view: FileView) -> QWidget:
    """A view as the widget it is."""
    return cast("QWidget", view)


def make_views(words: Words, theme: Theme) -> FileViews:
    """The timeline, the tables with their forms, and the eligibility panel."""
    from cec_desktop.ui.panel.panel import EligibilityPanel
    from cec_desktop.ui.tables.record_tabs import RecordTabs
    from cec_desktop.ui.timeline.view import TimelineView

    return FileViews(
        cast("TimelineLike", TimelineView(words, theme)),
        cast("TablesLike", RecordTabs(words, theme)),
        cast("PanelLike", EligibilityPanel(words, theme)),
    )
